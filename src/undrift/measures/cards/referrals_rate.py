from undrift.measures.definition import Measure, Number, Rate
from undrift.sources import Cite

measure = Measure(
    id="referrals_rate",
    title="Referrals for every 10,000 children",
    question="How many referrals came for every 10,000 children?",
    area="front_door",
    better="neither",
    chart="xmr",
    unit="per 10,000",
    definition="Referrals in the period, for every 10,000 children aged 0 to 17.",
    counts=Rate(Number("referrals")),
    subject="referrals",
    cites=(Cite("cin_census", "referrals", "referrals in the year over children aged 0 to 17"),),
    cases="""
        on | month || in | of | value | why
        2024-05-10 | 2024-05 || 1 | 1 | 1 | in the month
        2024-06-10 | 2024-05 || 0 | 0 | 0 | in another
         - | 2024-05 || 0 | 0 | 0 | no day recorded
    """,
)
