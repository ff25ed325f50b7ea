from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="cla_reviews_in_time_pct",
    title="Looked-after reviews in time",
    question="Of looked-after reviews that fell due in the month, how many were held in time?",
    area="looked_after",
    better="higher",
    chart="p",
    unit="percent",
    definition="First, second and later looked-after reviews that fell due in the month; the share held by the due date.",
    counts=InTime(("lac_review_first", "lac_review_second", "lac_review_next"), by="due_on"),
    subject="looked-after reviews in time",
    differs="Counts reviews that fell due; the sector's own measure, which is not published nationally, counts children in care whose reviews in the year were all in time.",
    cites=(
        Cite(
            "care_planning_regs",
            "regulation 33",
            "reviews within 20 working days, then three months, then six",
        ),
    ),
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
