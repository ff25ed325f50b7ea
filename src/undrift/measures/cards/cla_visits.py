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
    definition="First visits to a placement and six-weekly visits that fell due in the month; the share made by the due date.",
    counts=InTime(("lac_visit_first", "lac_visit_6wk"), by="due_on"),
    subject="looked-after visits in time",
    cites=(
        Cite(
            "care_planning_regs",
            "regulation 28",
            "a visit in the first week of a placement and then every six weeks",
        ),
    ),
)
