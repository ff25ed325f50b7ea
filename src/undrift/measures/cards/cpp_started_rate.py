from undrift.measures.definition import Measure, Number, Rate
from undrift.sources import Cite

measure = Measure(
    id="cpp_started_rate",
    title="Child protection plans begun for every 10,000 children",
    question="How many child protection plans began, for every 10,000 children?",
    area="child_protection",
    better="lower",
    chart="xmr",
    unit="per 10,000",
    definition="Child protection plans begun in the period, for every 10,000 children aged 0 to 17.",
    counts=Rate(Number("cp_plans_started")),
    subject="child protection plans begun",
    cites=(Cite("cin_census", "plans starting", "in the year over children aged 0 to 17"),),
    cases="""
        on | month || in | of | value | why
        2024-05-10 | 2024-05 || 1 | 1 | 1 | in the month
        2024-06-10 | 2024-05 || 0 | 0 | 0 | in another
         - | 2024-05 || 0 | 0 | 0 | no day recorded
    """,
)
