from undrift.engines.limits import months
from undrift.measures.definition import Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cin_open_1to2y_pct",
    title="Children in need lasting one year to under two",
    question="Of children in need, how many have been so for one year to under two?",
    area="child_in_need",
    better="neither",
    chart="p",
    unit="percent",
    definition="Episodes of need open on the last day of the month; the share lasting one year to under two.",
    counts=Share("need", where=(Lasted(at_least=months(12), under=months(24)),)),
    subject="children in need lasting one year to under two",
    cites=(
        Cite(
            "cin_census",
            "duration of open episodes",
            "open episodes at 31 March lasting one year to under two",
        ),
    ),
    cases="""
        started | ended | month || in | of | why
        2023-03-31 | - | 2024-03 || 1 | 1 | a year to the day
        2023-04-01 | - | 2024-03 || 0 | 1 | a day less
        2022-04-01 | - | 2024-03 || 1 | 1 | a day under two years
        2022-03-31 | - | 2024-03 || 0 | 1 | two years
        2023-03-31 | 2024-03-31 | 2024-03 || 0 | 0 | ended by the last day
    """,
)
