from undrift.drift.definition import Followed, On, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="early_help_then_referral",
    name="Signposted to early help, then referred",
    area="front_door",
    question="Was a contact sent to early help, and the child then referred within six months?",
    whom="Children about whom a decision on a contact is recorded",
    state=Followed((On("contact_decided", ("early_help",)),), (On("referral"),), months(6), shown=months(6)),
    since_when="the day of the referral, for six months",
    words="Sent to early help on {first}; referred on {last}. The first decision may have been too hopeful.",
    why_it_matters="A child sent to early help who needed a social work assessment waits for it, and is referred again.",
    blind_to="Whether early help was the right answer to what was known then; a decision to which no record of ours speaks.",
    cites=(
        Cite(
            "bury_2021",
            "paragraph 3",
            "inspectors found children signposted to early help who should have been assessed, and then referred again",
        ),
    ),
    cases="""
        contact_decided | referral | as_at || since | why
        2024-01-10:early_help | 2024-05-10 | 2024-05-10 || 2024-05-10 | referred four months on
        2024-01-10:early_help | 2024-05-10 | 2024-05-09 || - | not referred yet
        2024-01-10:early_help | 2024-07-10 | 2024-08-10 || 2024-07-10 | on the last day of the six months
        2024-01-10:early_help | 2024-07-11 | 2024-08-10 || - | a day more than six months
        2024-01-10:nfa | 2024-05-10 | 2024-06-10 || - | not sent to early help
        2024-01-10:early_help | 2024-01-10 | 2024-06-10 || - | referred the same day: that is the answer to the contact
        2024-01-10:early_help | 2024-05-10 | 2024-11-09 || 2024-05-10 | shown for six months
        2024-01-10:early_help | 2024-05-10 | 2024-11-10 || - | no longer news
    """,
)
