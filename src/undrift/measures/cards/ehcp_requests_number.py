from undrift.measures.definition import Measure, Number
from undrift.sources import Cite

measure = Measure(
    id="ehcp_requests_number",
    title="Requests for an assessment",
    question="How many requests for an education, health and care assessment came?",
    area="send",
    better="neither",
    chart="xmr",
    unit="requests",
    definition="Requests for an assessment in the period.",
    counts=Number("ehc_requests"),
    subject="requests",
    year_ends=12,
    cites=(Cite("sen2", "requests", "initial requests in the calendar year"),),
    cases="""
        on | month || in | of | value | why
        2024-05-10 | 2024-05 || 1 | 1 | 1 | in the month
        2024-06-10 | 2024-05 || 0 | 0 | 0 | in another
         - | 2024-05 || 0 | 0 | 0 | no day recorded
    """,
)
