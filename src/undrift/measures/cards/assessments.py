from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="assessments_45wd_pct",
    title="Assessments within 45 working days",
    question="Of assessments finished in the month, how many took 45 working days or fewer from their own start?",
    area="assessment",
    better="higher",
    chart="p",
    unit="percent",
    definition="Assessments authorised in the month, re-assessments too; the share authorised within 45 working days of the day each began.",
    counts=InTime(("assessment_45wd_from_start",), by="stopped_on"),
    subject="assessments in time",
    note="Published figures count from the assessment's own start; guidance counts from the referral, as assessments_45wd_from_referral_pct does. Open assessments past the limit are not in it: they are the children behind it.",
    cites=(Cite("lait", "measure 304", "assessments finished in the year within 45 working days"),),
    cases="""
        started | due | stopped | ended | as_at | month || in | of | why
        2024-05-01 | 2024-05-23 | 2024-05-23 |  | 2024-08-01 | 2024-05 || 1 | 1 | stopped in the month, on the limit
        2024-05-01 | 2024-05-23 | 2024-05-24 |  | 2024-08-01 | 2024-05 || 0 | 1 | stopped in the month, late
        2024-05-20 | 2024-06-11 | 2024-06-03 |  | 2024-08-01 | 2024-05 || 0 | 0 | begun in the month, stopped in the next
        2024-05-20 | 2024-06-11 | 2024-06-03 |  | 2024-08-01 | 2024-06 || 1 | 1 | and counted there
        2024-05-01 | 2024-05-23 |  |  | 2024-08-01 | 2024-05 || 0 | 0 | never stopped: behind the measure, not in it
    """,
)
