from undrift.measures.definition import Measure, Number
from undrift.sources import Cite

measure = Measure(
    id="cpp_number",
    title="Children on a child protection plan",
    question="How many children are on a child protection plan?",
    area="child_protection",
    better="neither",
    chart="xmr",
    unit="children",
    definition="Child protection plans open on the last day of the month.",
    counts=Number("cp_plans"),
    subject="children on child protection plans",
    cites=(Cite("cin_census", "child protection plans", "at 31 March"),),
    cases="""
        started | ended | month || in | of | value | why
        2024-01-10 | - | 2024-05 || 1 | 1 | 1 | open on the last day
        2024-01-10 | 2024-05-31 | 2024-05 || 0 | 0 | 0 | ended by the last day
        2024-06-01 | - | 2024-05 || 0 | 0 | 0 | begun only afterwards
    """,
)
