from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="cpp_visits_in_time_pct",
    title="Child protection visits in time",
    question="Of visits that fell due in the month, how many children were seen in time?",
    area="child_protection",
    better="higher",
    chart="p",
    unit="percent",
    definition="Visits to children on child protection plans that fell due in the month; the share at which the child was seen by the due date. Visits never made count against.",
    counts=InTime(("cp_visit",), by="due_on"),
    subject="child protection visits in time",
    differs="Counts visits that fell due; the sector's own measure, which is not published nationally, counts children on a plan whose latest visit is in time on a day.",
    cites=(Cite("local_convention", "child protection visits", "every ten working days is a setting"),),
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
