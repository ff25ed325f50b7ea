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
    cites=(Cite("local_convention", "child protection visits", "every ten working days is a setting"),),
)
