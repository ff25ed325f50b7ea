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
    cases="""
        allocation | month || in | of | why
        2024-01-02.. A | 2024-05 || 1 | 1 | one child, one worker
        2024-01-02..2024-03-01 A, 2024-03-01.. B | 2024-05 || 1 | 1 | handed over: held by the second
        2024-01-02..2024-05-31 A | 2024-05 || 0 | 0 | no longer held on the month's last day
        2024-06-01.. A | 2024-05 || 0 | 0 | held only afterwards
    """,
)
