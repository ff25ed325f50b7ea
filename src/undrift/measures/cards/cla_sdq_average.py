from undrift.measures.definition import Aged, Average, Blank, Measure, Not
from undrift.sources import Cite

measure = Measure(
    id="cla_sdq_average",
    title="Average strengths and difficulties score",
    question="What is the average strengths and difficulties score of children in care?",
    area="looked_after",
    better="lower",
    chart="xmr",
    unit="points",
    definition="Children aged 5 to 16 in care for twelve months at 31 March with a score; the mean of the scores.",
    counts=Average("health_year", "sdq", among=(Aged(5, 17), Not(Blank("sdq")))),
    subject="children with a score",
    cites=(
        Cite(
            "cla_statistics",
            "strengths and difficulties",
            "mean score; 0 to 13 normal, 14 to 16 borderline, 17 to 40 a cause for concern",
        ),
    ),
    cases="""
        on | sdq | born | month || in | of | value | unknown | why
        2024-03-31;2024-03-31 | 10;20 | 2012-01-01;2013-01-01 | 2024-03 || 2 | 2 | 15 |  | the mean of two
        2024-03-31 | - | 2012-01-01 | 2024-03 || 0 | 0 |  |  | no score: not in it
        2024-03-31 | 10 | - | 2024-03 || 0 | 0 |  | 1 | no birth recorded: cannot be told
        2023-03-31 | 10 | 2012-01-01 | 2024-03 || 0 | 0 |  |  | another year
        2024-03-31 | 10 | 2019-03-31 | 2024-03 || 1 | 1 | 10 |  | five that day
        2024-03-31 | 10 | 2019-04-01 | 2024-03 || 0 | 0 |  |  | five the next
        2024-03-31 | 10 | 2007-03-31 | 2024-03 || 0 | 0 |  |  | seventeen that day
        2024-03-31 | 10 | 2007-04-01 | 2024-03 || 1 | 1 | 10 |  | seventeen the next
        2024-03-31 | 10 | 2012-01-01 | 2024-03 || 1 | 1 | 10 |  | one
    """,
)
