from undrift.measures.definition import Measure, Number
from undrift.sources import Cite

measure = Measure(
    id="ehcp_number",
    title="Education, health and care plans",
    question="How many children and young people have an education, health and care plan?",
    area="send",
    better="neither",
    chart="xmr",
    unit="children",
    definition="Education, health and care plans open on the last day of the month.",
    counts=Number("ehc_plans"),
    subject="education, health and care plans",
    year_ends=1,
    cites=(Cite("sen2", "plans in January", "plans maintained"),),
    cases="""
        started | ended | month || in | of | value | why
        2024-01-10 | - | 2024-05 || 1 | 1 | 1 | open on the last day
        2024-01-10 | 2024-05-31 | 2024-05 || 0 | 0 | 0 | ended by the last day
        2024-06-01 | - | 2024-05 || 0 | 0 | 0 | begun only afterwards
    """,
)
