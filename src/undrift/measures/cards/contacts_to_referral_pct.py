from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="contacts_to_referral_pct",
    title="Contacts that become referrals",
    question="Of contacts, how many led to a new referral?",
    area="front_door",
    better="neither",
    chart="p",
    unit="percent",
    definition="Contacts in the period; the share whose outcome is a new referral.",
    counts=Share("contacts", where=(Is("outcome", ("referral",)),)),
    subject="contacts that became referrals",
    cites=(Cite("chat", "contacts and referrals", "contacts whose outcome is a referral"),),
    cases="""
        on | outcome | month || in | of | unknown | why
        2024-05-10 | referral | 2024-05 || 1 | 1 |  | counted (referral)
        2024-05-10 | other | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | referral | 2024-05 || 0 | 0 |  | in another month
    """,
)
