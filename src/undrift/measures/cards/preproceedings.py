from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="preproceedings_16w_pct",
    title="Pre-proceedings finished within 16 weeks",
    question="Of pre-proceedings that fell due to finish in the month, how many finished in time?",
    area="pre_proceedings",
    better="higher",
    chart="p",
    unit="percent",
    definition="Pre-proceedings whose 16 weeks ran out in the month; the share that had ended by then. Those still going count against.",
    counts=InTime(("preproceedings_total",), by="due_on"),
    subject="pre-proceedings finished in time",
    cites=(Cite("plo_guidance", "pre-proceedings", "16 weeks is a setting"),),
    cases="""
        started | due | stopped | ended | as_at | month || in | of | why
        2024-05-01 | 2024-05-23 | 2024-05-23 |  | 2024-08-01 | 2024-05 || 1 | 1 | due in the month, met on the limit
        2024-05-01 | 2024-05-23 | 2024-06-03 |  | 2024-08-01 | 2024-05 || 0 | 1 | due in the month, done late in the next
        2024-05-01 | 2024-05-23 | 2024-06-03 |  | 2024-08-01 | 2024-06 || 0 | 0 | counted when due, not when done
        2024-05-01 | 2024-05-23 |  |  | 2024-08-01 | 2024-05 || 0 | 1 | never done counts against
        2024-05-01 | 2024-05-23 |  |  | 2024-05-20 | 2024-05 || 0 | 0 | not due yet
    """,
)
