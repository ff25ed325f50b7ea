from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="referrals_police_pct",
    title="Referrals from the police",
    question="Of referrals, how many came from the police?",
    area="front_door",
    better="neither",
    chart="p",
    unit="percent",
    definition="Referrals in the period; the share whose source is 6.",
    counts=Share("referrals", where=(Is("source", ("6",)),)),
    subject="referrals from the police",
    cites=(Cite("cin_census", "referral source", "source 6"),),
    cases="""
        on | source | month || in | of | unknown | why
        2024-05-10 | 6 | 2024-05 || 1 | 1 |  | counted (6)
        2024-05-10 | 9 | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | 6 | 2024-05 || 0 | 0 |  | in another month
    """,
)
