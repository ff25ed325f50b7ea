from undrift.engines.limits import months
from undrift.measures.definition import Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cin_open_2y_pct",
    title="Children in need lasting two years or more",
    question="Of children in need, how many have been so for two years or more?",
    area="child_in_need",
    better="neither",
    chart="p",
    unit="percent",
    definition="Episodes of need open on the last day of the month; the share lasting two years or more.",
    counts=Share("need", where=(Lasted(at_least=months(24)),)),
    subject="children in need lasting two years or more",
    cites=(
        Cite(
            "cin_census", "duration of open episodes", "open episodes at 31 March lasting two years or more"
        ),
    ),
    cases="""
        started | ended | month || in | of | why
        2022-03-31 | - | 2024-03 || 1 | 1 | two years to the day
        2022-04-01 | - | 2024-03 || 0 | 1 | a day less
        2022-03-31 | 2024-03-31 | 2024-03 || 0 | 0 | ended by the last day
    """,
)
