from undrift.measures.definition import Caseload, Measure
from undrift.sources import Cite

measure = Measure(
    id="sw_caseload",
    title="Children for each social worker",
    question="How many children does each social worker hold?",
    area="workforce",
    better="lower",
    chart="xmr",
    unit="children per social worker",
    definition="Children allocated on the last day of the month, divided by the social workers holding any. Heads, not full-time equivalents: the published measure divides by full-time equivalents.",
    counts=Caseload(limit=20),
    subject="children for each social worker",
    cites=(
        Cite(
            "workforce_census",
            "caseload",
            "cases held divided by full-time equivalent social workers holding any",
        ),
        Cite("local_convention", "caseload limit", "twenty children is a setting"),
    ),
)
