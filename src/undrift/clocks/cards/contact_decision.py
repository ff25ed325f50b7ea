from undrift.clocks.definition import Clock, Each, When
from undrift.engines.limits import working_days
from undrift.sources import Cite

clock = Clock(
    id="contact_referral_decision_1wd",
    name="Decision on a contact within one working day",
    area="front_door",
    question="Was the contact accepted as a referral within one working day?",
    starts=Each("contact"),
    stops="referral",
    limit=working_days(1),
    only=When(
        ("referral",), "no return holds the date of the decision on a contact that did not become a referral"
    ),
    cites=(
        Cite(
            "working_together",
            "chapter 3",
            "a social worker or manager decides, within one working day of receiving it, what a referral needs",
        ),
        Cite("ssd", "ssd_contacts", "holds the day of a contact and what came of it, and no day of decision"),
    ),
    note=(
        "A proxy: the referral that followed stands for the decision. Contacts that went elsewhere cannot be timed "
        "from any return and are counted as cannot tell. A referral answers the child's latest contact before it. "
        "Days, not hours: a contact taken out of hours is counted from its own date."
    ),
    cases="""
        contact | referral | as_at || due | reading | why
        2024-04-02:referral | 2024-04-03 | 2024-05-01 || 2024-04-03 | met | decided on the next working day, which is the limit
        2024-04-02:referral | 2024-04-02 | 2024-05-01 || 2024-04-03 | met | decided the same day
        2024-04-02:referral | 2024-04-04 | 2024-05-01 || 2024-04-03 | late | one working day past the limit
        2024-03-28:referral | 2024-04-02 | 2024-05-01 || 2024-04-02 | met | Good Friday and Easter Monday are not working days
        2024-04-06:referral | 2024-04-08 | 2024-05-01 || 2024-04-08 | met | a contact on a Saturday is due on Monday
        2024-04-02:referral |  | 2024-04-03 || 2024-04-03 | due_soon | the limit is today
        2024-04-02:referral |  | 2024-04-02 || 2024-04-03 | due_soon | there is still a working day
        2024-04-02:referral |  | 2024-04-04 || 2024-04-03 | overdue | said to have become a referral, and none is recorded
        2024-04-02:other | 2024-04-02 | 2024-05-01 || 2024-04-03 | cannot_tell | went elsewhere: nothing holds the date of that decision
        2024-04-02 | 2024-04-02 | 2024-05-01 || 2024-04-03 | cannot_tell | the file does not say what came of it
        ?:referral | 2024-04-02 | 2024-05-01 || | cannot_tell | no date of contact recorded
        2024-04-02:referral, 2024-04-08:referral | 2024-04-09 | 2024-05-01 || 2024-04-03, 2024-04-09 | overdue, met | a referral answers the latest contact before it
        2024-04-02:referral, 2024-04-03:other | 2024-04-05 | 2024-05-01 || 2024-04-03, 2024-04-04 | late, cannot_tell | a contact that went elsewhere does not cut off the one before
    """,
)
