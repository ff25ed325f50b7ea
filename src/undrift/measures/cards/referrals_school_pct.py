from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="referrals_school_pct",
    title="Referrals from schools",
    question="Of referrals, how many came from schools?",
    area="front_door",
    better="neither",
    chart="p",
    unit="percent",
    definition="Referrals in the period; the share whose source is 2A.",
    counts=Share("referrals", where=(Is("source", ("2A",)),)),
    subject="referrals from schools",
    cites=(Cite("cin_census", "referral source", "source 2A"),),
    cases="""
        on | source | month || in | of | unknown | why
        2024-05-10 | 2A | 2024-05 || 1 | 1 |  | counted (2A)
        2024-05-10 | 9 | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | 2A | 2024-05 || 0 | 0 |  | in another month
    """,
)
