from undrift.engines.limits import months
from undrift.measures.definition import Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cpp_open_2y_pct",
    title="Child protection plans open two years or more",
    question="Of child protection plans, how many have been open two years or more?",
    area="child_protection",
    better="lower",
    chart="p",
    unit="percent",
    definition="Child protection plans open on the last day of the month; the share open two years or more.",
    counts=Share("cp_plans", where=(Lasted(at_least=months(24)),)),
    subject="child protection plans open two years or more",
    cites=(Cite("cin_census", "duration of open plans", "at 31 March, open two years or more"),),
    cases="""
        started | ended | month || in | of | why
        2022-03-31 | - | 2024-03 || 1 | 1 | two years to the day
        2022-04-01 | - | 2024-03 || 0 | 1 | a day less
        2022-03-31 | 2024-03-31 | 2024-03 || 0 | 0 | ended by the last day
    """,
)
