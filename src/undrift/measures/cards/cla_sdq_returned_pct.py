from undrift.measures.definition import Aged, Blank, Measure, Not, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_sdq_returned_pct",
    title="Children in care with a strengths and difficulties score",
    question="Of children aged 5 to 16 in care for twelve months, how many have a score?",
    area="looked_after",
    better="higher",
    chart="p",
    unit="percent",
    definition="Children aged 5 to 16 in care for twelve months at 31 March; the share with a score.",
    counts=Share("health_year", where=(Not(Blank("sdq")),), among=(Aged(5, 17),)),
    subject="children with a score",
    cites=(Cite("cla_statistics", "strengths and difficulties", "share with a score"),),
    cases="""
        on | sdq | born | month || in | of | unknown | why
        2024-03-31 | 10 | 2012-01-01 | 2024-03 || 1 | 1 |  | a score
        2024-03-31 | - | 2012-01-01 | 2024-03 || 0 | 1 |  | none
        2024-03-31 | 10 | - | 2024-03 || 0 | 0 | 1 | no birth recorded: cannot be told
        2023-03-31 | 10 | 2012-01-01 | 2024-03 || 0 | 0 |  | another year
        2024-03-31 | 10 | 2019-03-31 | 2024-03 || 1 | 1 |  | five that day
        2024-03-31 | 10 | 2019-04-01 | 2024-03 || 0 | 0 |  | five the next
        2024-03-31 | 10 | 2007-03-31 | 2024-03 || 0 | 0 |  | seventeen that day
        2024-03-31 | 10 | 2007-04-01 | 2024-03 || 1 | 1 |  | seventeen the next
    """,
)
