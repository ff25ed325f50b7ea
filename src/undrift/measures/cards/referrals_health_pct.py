from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="referrals_health_pct",
    title="Referrals from health services",
    question="Of referrals, how many came from health services?",
    area="front_door",
    better="neither",
    chart="p",
    unit="percent",
    definition="Referrals in the period; the share whose source is 3A to 3F.",
    counts=Share("referrals", where=(Is("source", ("3A", "3B", "3C", "3D", "3E", "3F")),)),
    subject="referrals from health services",
    cites=(Cite("cin_census", "referral source", "source 3A, 3B, 3C, 3D, 3E, 3F"),),
    cases="""
        on | source | month || in | of | unknown | why
        2024-05-10 | 3A | 2024-05 || 1 | 1 |  | counted (3A)
        2024-05-10 | 3B | 2024-05 || 1 | 1 |  | counted (3B)
        2024-05-10 | 3C | 2024-05 || 1 | 1 |  | counted (3C)
        2024-05-10 | 3D | 2024-05 || 1 | 1 |  | counted (3D)
        2024-05-10 | 3E | 2024-05 || 1 | 1 |  | counted (3E)
        2024-05-10 | 3F | 2024-05 || 1 | 1 |  | counted (3F)
        2024-05-10 | 9 | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | 3A | 2024-05 || 0 | 0 |  | in another month
    """,
)
