from undrift.measures.definition import Aged, Between, Blank, Measure, Not, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_sdq_concern_pct",
    title="Children in care whose score is a cause for concern",
    question="Of children in care with a score, how many scored 17 or more?",
    area="looked_after",
    better="lower",
    chart="p",
    unit="percent",
    definition="Children aged 5 to 16 in care for twelve months at 31 March with a score; the share scoring 17 or more.",
    counts=Share("health_year", where=(Between("sdq", least=17),), among=(Aged(5, 17), Not(Blank("sdq")))),
    subject="children whose score is a cause for concern",
    cites=(Cite("cla_statistics", "strengths and difficulties", "17 to 40 is a cause for concern"),),
    cases="""
        on | sdq | born | month || in | of | unknown | why
        2024-03-31 | 17 | 2012-01-01 | 2024-03 || 1 | 1 |  | seventeen
        2024-03-31 | 16 | 2012-01-01 | 2024-03 || 0 | 1 |  | sixteen
        2024-03-31 | - | 2012-01-01 | 2024-03 || 0 | 0 |  | no score: not in it
        2024-03-31 | 17 | - | 2024-03 || 0 | 0 | 1 | no birth recorded: cannot be told
        2023-03-31 | 17 | 2012-01-01 | 2024-03 || 0 | 0 |  | another year
        2024-03-31 | 17 | 2019-03-31 | 2024-03 || 1 | 1 |  | five that day
        2024-03-31 | 17 | 2019-04-01 | 2024-03 || 0 | 0 |  | five the next
        2024-03-31 | 17 | 2007-03-31 | 2024-03 || 0 | 0 |  | seventeen that day
        2024-03-31 | 17 | 2007-04-01 | 2024-03 || 1 | 1 |  | seventeen the next
    """,
)
