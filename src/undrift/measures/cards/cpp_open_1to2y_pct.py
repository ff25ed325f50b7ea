from undrift.engines.limits import months
from undrift.measures.definition import Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cpp_open_1to2y_pct",
    title="Child protection plans open one year to under two",
    question="Of child protection plans, how many have been open one year to under two?",
    area="child_protection",
    better="neither",
    chart="p",
    unit="percent",
    definition="Child protection plans open on the last day of the month; the share open one year to under two.",
    counts=Share("cp_plans", where=(Lasted(at_least=months(12), under=months(24)),)),
    subject="child protection plans open one year to under two",
    cites=(Cite("cin_census", "duration of open plans", "at 31 March, open one year to under two"),),
    cases="""
        started | ended | month || in | of | why
        2023-03-31 | - | 2024-03 || 1 | 1 | a year to the day
        2023-04-01 | - | 2024-03 || 0 | 1 | a day less
        2022-04-01 | - | 2024-03 || 1 | 1 | a day under two years
        2022-03-31 | - | 2024-03 || 0 | 1 | two years
        2023-03-31 | 2024-03-31 | 2024-03 || 0 | 0 | ended by the last day
    """,
)
