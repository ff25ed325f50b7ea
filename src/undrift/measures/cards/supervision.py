from undrift.measures.definition import Measure, NotHeld
from undrift.sources import Cite

measure = Measure(
    id="case_supervision_pct",
    title="Children discussed in supervision in the last month",
    question="Of allocated children, how many were discussed in supervision in the last month?",
    area="management",
    better="higher",
    chart="p",
    unit="percent",
    definition="Not counted yet: no national return or dataset holds supervision.",
    counts=NotHeld(needs="a record of supervision, child by child"),
    subject="children discussed in supervision",
    cites=(Cite("local_convention", "supervision", "monthly is the common setting"),),
)
