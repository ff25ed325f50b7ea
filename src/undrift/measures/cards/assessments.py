from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="assessments_45wd_pct",
    title="Assessments within 45 working days",
    question="Of assessments finished in the month, how many took 45 working days or fewer from referral?",
    area="assessment",
    better="higher",
    chart="p",
    unit="percent",
    definition="Referrals whose first assessment was authorised in the month; the share authorised within 45 working days of the referral.",
    counts=InTime(("assessment_45wd",), by="stopped_on"),
    subject="assessments in time",
    cites=(Cite("lait", "measure 304", "assessments finished in the year within 45 working days"),),
)
