from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="cla_visits_in_time_pct",
    title="Looked-after visits in time",
    question="Of visits to children in care that fell due in the month, how many were made in time?",
    area="looked_after",
    better="higher",
    chart="p",
    unit="percent",
    definition="Visits to children in care that fell due in the month: in the first week of a placement, every six weeks, and every three months (or the six the child agreed to) a year into long-term fostering; the share made by the due date.",
    counts=InTime(
        ("lac_visit_first", "lac_visit_6wk", "lac_visit_3m"),
        by="due_on",
        where_held=("lac_visit_ltf_6m",),
    ),
    subject="looked-after visits in time",
    differs="Counts visits that fell due; the sector's own measure, which is not published nationally, counts children in care whose latest visit is in time on a day.",
    cites=(
        Cite(
            "care_planning_regs",
            "regulation 28",
            "a visit in the first week of a placement and then every six weeks, or every three months a year into a placement meant to last",
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
