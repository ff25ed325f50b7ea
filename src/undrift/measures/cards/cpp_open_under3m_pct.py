from undrift.engines.limits import months
from undrift.measures.definition import Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cpp_open_under3m_pct",
    title="Child protection plans open three months or less",
    question="Of child protection plans, how many have been open three months or less?",
    area="child_protection",
    better="neither",
    chart="p",
    unit="percent",
    definition="Child protection plans open on the last day of the month; the share open three months or less.",
    counts=Share("cp_plans", where=(Lasted(at_most=months(3)),)),
    subject="child protection plans open three months or less",
    cites=(Cite("cin_census", "duration of open plans", "at 31 March, open three months or less"),),
    cases="""
        started | ended | month || in | of | why
        2023-12-31 | - | 2024-03 || 1 | 1 | three months to the day
        2023-12-30 | - | 2024-03 || 0 | 1 | a day more
        2023-12-31 | 2024-03-31 | 2024-03 || 0 | 0 | ended by the last day
    """,
)
