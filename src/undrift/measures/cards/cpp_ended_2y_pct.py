from undrift.engines.limits import calendar_days
from undrift.measures.definition import Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cpp_ended_2y_pct",
    title="Child protection plans that lasted two years or more",
    question="Of child protection plans that ended, how many had lasted two years or more?",
    area="child_protection",
    better="lower",
    chart="p",
    unit="percent",
    definition="Child protection plans ended in the period; the share that had lasted more than 729 days.",
    counts=Share("cp_plans_ended", where=(Lasted(at_least=calendar_days(730)),)),
    subject="plans that lasted two years or more",
    cites=(Cite("cin_census", "duration of ended plans", "more than 729 days"),),
    cases="""
        on | started | month || in | of | why
        2024-05-10 | 2022-05-11 | 2024-05 || 1 | 1 | 730 days
        2024-05-10 | 2022-05-12 | 2024-05 || 0 | 1 | 729 days
        2024-06-10 | 2022-05-11 | 2024-05 || 0 | 0 | ended in another month
    """,
)
