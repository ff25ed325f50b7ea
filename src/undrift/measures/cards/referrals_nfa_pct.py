from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="referrals_nfa_pct",
    title="Referrals ending in no further action",
    question="Of referrals, how many ended in no further action?",
    area="front_door",
    better="neither",
    chart="p",
    unit="percent",
    definition="Referrals in the period; the share recorded as no further action.",
    counts=Share("referrals", where=(Is("nfa", ("Y",)),)),
    subject="referrals that ended in no further action",
    cites=(Cite("cin_census", "referral no further action", "referrals in the year with that flag"),),
    cases="""
        on | nfa | month || in | of | unknown | why
        2024-05-10 | Y | 2024-05 || 1 | 1 |  | counted (Y)
        2024-05-10 | N | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | Y | 2024-05 || 0 | 0 |  | in another month
    """,
)
