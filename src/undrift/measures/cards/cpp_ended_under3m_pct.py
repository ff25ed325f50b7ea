from undrift.engines.limits import months
from undrift.measures.definition import Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cpp_ended_under3m_pct",
    title="Child protection plans that lasted three months or less",
    question="Of child protection plans that ended, how many had lasted three months or less?",
    area="child_protection",
    better="neither",
    chart="p",
    unit="percent",
    definition="Child protection plans ended in the period; the share that had lasted three months or less.",
    counts=Share("cp_plans_ended", where=(Lasted(at_most=months(3)),)),
    subject="plans that lasted three months or less",
    cites=(Cite("cin_census", "duration of ended plans", "three months or less"),),
    cases="""
        on | started | month || in | of | why
        2024-05-10 | 2024-02-10 | 2024-05 || 1 | 1 | three months to the day
        2024-05-10 | 2024-02-09 | 2024-05 || 0 | 1 | a day more
        2024-06-10 | 2024-02-10 | 2024-05 || 0 | 0 | ended in another month
    """,
)
