from undrift.measures.definition import Flagged, Measure
from undrift.sources import Cite

measure = Measure(
    id="cla_no_permanence_plan",
    title="Children in care past the second review with no plan for permanence",
    question="Of children in care, how many are past their second review with no plan for permanence?",
    area="permanence",
    better="lower",
    chart="p",
    unit="percent",
    definition="Children in care on the last day of the month; the share past their second review with no plan for permanence recorded.",
    counts=Flagged("no_permanence_plan", of=("care",)),
    subject="children past the second review with no plan for permanence",
    cites=(Cite("care_planning_guidance", "permanence", "a plan for permanence by the second review"),),
)
