from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="rhi_72h_pct",
    title="Return interviews within 72 hours",
    question="Of return interviews that fell due in the month, how many were held in time?",
    area="missing",
    better="higher",
    chart="p",
    unit="percent",
    definition="Returns from missing whose three days ran out in the month; the share with an interview held by then. Interviews never held count against; those the child declined are not in it.",
    counts=InTime(("rhi_72h",), by="due_on"),
    subject="return interviews in time",
    differs="Counts every return; the published figure counts the interviews that were held. Records give days, so 72 hours is three days.",
    cites=(Cite("missing_guidance", "return interviews", "offered, and held within 72 hours of the return"),),
    cases="""
        started | due | stopped | ended | as_at | month || in | of | why
        2024-05-01 | 2024-05-23 | 2024-05-23 |  | 2024-08-01 | 2024-05 || 1 | 1 | due in the month, met on the limit
        2024-05-01 | 2024-05-23 | 2024-06-03 |  | 2024-08-01 | 2024-05 || 0 | 1 | due in the month, done late in the next
        2024-05-01 | 2024-05-23 | 2024-06-03 |  | 2024-08-01 | 2024-06 || 0 | 0 | counted when due, not when done
        2024-05-01 | 2024-05-23 |  |  | 2024-08-01 | 2024-05 || 0 | 1 | never done counts against
        2024-05-01 | 2024-05-23 |  |  | 2024-05-20 | 2024-05 || 0 | 0 | not due yet
    """,
)
