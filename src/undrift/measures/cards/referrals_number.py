from undrift.measures.definition import Measure, Number
from undrift.sources import Cite

measure = Measure(
    id="referrals_number",
    title="Referrals",
    question="How many referrals came?",
    area="front_door",
    better="neither",
    chart="xmr",
    unit="referrals",
    definition="Referrals with a referral date in the period.",
    counts=Number("referrals"),
    subject="referrals",
    cites=(Cite("cin_census", "referrals", "referrals received in the year"),),
    cases="""
        on | month || in | of | value | why
        2024-05-10 | 2024-05 || 1 | 1 | 1 | in the month
        2024-06-10 | 2024-05 || 0 | 0 | 0 | in another
         - | 2024-05 || 0 | 0 | 0 | no day recorded
    """,
)
