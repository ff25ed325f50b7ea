from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="assessments_45wd_from_referral_pct",
    title="Assessments within 45 working days of the referral",
    question="Of assessments finished in the month, how many took 45 working days or fewer from referral?",
    area="assessment",
    better="higher",
    chart="p",
    unit="percent",
    definition="Referrals whose first assessment was authorised in the month; the share authorised within 45 working days of the referral.",
    counts=InTime(("assessment_45wd",), by="stopped_on"),
    subject="assessments in time from the referral",
    differs="Counts from the referral, as guidance does; the published measure (assessments_45wd_pct) counts from the assessment's own start.",
    cites=(
        Cite(
            "working_together",
            "chapter 3",
            "an assessment is finished in no more than 45 working days from the point of referral",
        ),
    ),
    cases="""
        started | due | stopped | ended | as_at | month || in | of | why
        2024-05-01 | 2024-05-23 | 2024-05-23 |  | 2024-08-01 | 2024-05 || 1 | 1 | stopped in the month, on the limit
        2024-05-01 | 2024-05-23 | 2024-05-24 |  | 2024-08-01 | 2024-05 || 0 | 1 | stopped in the month, late
        2024-05-20 | 2024-06-11 | 2024-06-03 |  | 2024-08-01 | 2024-05 || 0 | 0 | begun in the month, stopped in the next
        2024-05-20 | 2024-06-11 | 2024-06-03 |  | 2024-08-01 | 2024-06 || 1 | 1 | and counted there
        2024-05-01 | 2024-05-23 |  |  | 2024-08-01 | 2024-05 || 0 | 0 | never stopped: behind the measure, not in it
    """,
)
