from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="contacts_decided_1wd_pct",
    title="Contacts decided within one working day",
    question="Of contacts that became referrals, how many were accepted within one working day?",
    area="front_door",
    better="higher",
    chart="p",
    unit="percent",
    definition="Contacts that became a referral and were due a decision in the month; the share accepted within one working day. Contacts that went elsewhere are cannot tell and stand apart.",
    counts=InTime(("contact_referral_decision_1wd",), by="due_on"),
    subject="decisions within one working day",
    cites=(Cite("working_together", "chapter 3", "a decision within one working day of a referral"),),
    cases="""
        started | due | stopped | ended | as_at | month || in | of | why
        2024-05-01 | 2024-05-23 | 2024-05-23 |  | 2024-08-01 | 2024-05 || 1 | 1 | due in the month, met on the limit
        2024-05-01 | 2024-05-23 | 2024-06-03 |  | 2024-08-01 | 2024-05 || 0 | 1 | due in the month, done late in the next
        2024-05-01 | 2024-05-23 | 2024-06-03 |  | 2024-08-01 | 2024-06 || 0 | 0 | counted when due, not when done
        2024-05-01 | 2024-05-23 |  |  | 2024-08-01 | 2024-05 || 0 | 1 | never done counts against
        2024-05-01 | 2024-05-23 |  |  | 2024-05-20 | 2024-05 || 0 | 0 | not due yet
    """,
)
