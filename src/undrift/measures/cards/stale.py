from undrift.measures.definition import Flagged, Measure
from undrift.sources import Cite

measure = Measure(
    id="assessment_stale",
    title="Plans resting on an assessment gone stale",
    question="Of children with an open plan, how many have had something change and no assessment begun since?",
    area="assessment",
    better="lower",
    chart="p",
    unit="percent",
    definition="Children with a child in need or child protection plan open on the last day of the month; the share with the flag up.",
    counts=Flagged("assessment_stale", of=("cin_plan", "cp_plan")),
    subject="children whose assessment has gone stale",
    cites=(Cite("working_together", "chapter 3", "assessment is brought up to date as things change"),),
)
