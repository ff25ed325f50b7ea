from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="cpp_reviews_in_time_pct",
    title="Child protection reviews in time",
    question="Of reviews that fell due in the month, how many were held in time?",
    area="child_protection",
    better="higher",
    chart="p",
    unit="percent",
    definition="First and later child protection reviews that fell due in the month; the share held by the due date. Reviews never held count against. The published measure counts children instead, each only if every review was in time.",
    counts=InTime(("cp_review_first", "cp_review_next"), by="due_on"),
    subject="child protection reviews in time",
    cites=(Cite("lait", "measure 19", "first review within three months, later ones within six"),),
    cases="""
        started | due | stopped | ended | as_at | month || in | of | why
        2024-05-01 | 2024-05-23 | 2024-05-23 |  | 2024-08-01 | 2024-05 || 1 | 1 | due in the month, met on the limit
        2024-05-01 | 2024-05-23 | 2024-06-03 |  | 2024-08-01 | 2024-05 || 0 | 1 | due in the month, done late in the next
        2024-05-01 | 2024-05-23 | 2024-06-03 |  | 2024-08-01 | 2024-06 || 0 | 0 | counted when due, not when done
        2024-05-01 | 2024-05-23 |  |  | 2024-08-01 | 2024-05 || 0 | 1 | never done counts against
        2024-05-01 | 2024-05-23 |  |  | 2024-05-20 | 2024-05 || 0 | 0 | not due yet
        2024-05-01 | 2024-05-23 |  | 2024-05-24 | 2024-08-01 | 2024-05 || 0 | 1 | ended late without counts against
        2024-05-01 | 2024-05-23 |  | 2024-05-20 | 2024-08-01 | 2024-05 || 0 | 0 | ended before it was due
    """,
)
