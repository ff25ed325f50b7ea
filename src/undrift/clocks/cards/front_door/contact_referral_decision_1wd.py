from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import working_days
from undrift.sources import Cite

clock = Clock(
    id="contact_referral_decision_1wd",
    name="Decision on a contact within one working day",
    area="front_door",
    question="Was the decision on the contact taken within one working day?",
    starts=Opens("contact"),
    stops=CLOSING,
    limit=working_days(1),
    only=When(
        ("referral", "decided"),
        "nothing loaded holds the day of the decision on a contact that did not become a referral",
        unless_held="local_contact_decisions",
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
        "Verified second-hand: chapter read, paragraph not seen. The day of the decision comes from the authority's own "
        "form; where it is not recorded, the referral that followed a contact stands for it, before the child's next "
        "contact that became one. Days, not hours: a contact taken out of hours is counted from its own date."
    ),
    cases="""
        contact_spell | as_at || due | reading | why
        2024-04-02..2024-04-03 referral | 2024-05-01 || 2024-04-03 | met | decided on the next working day, which is the limit
        2024-04-02..2024-04-02 decided | 2024-05-01 || 2024-04-03 | met | decided the same day
        2024-04-02..2024-04-04 decided | 2024-05-01 || 2024-04-03 | late | one working day past the limit
        2024-03-28..2024-04-02 referral | 2024-05-01 || 2024-04-02 | met | Good Friday and Easter Monday are not working days
        2024-04-06..2024-04-08 referral | 2024-05-01 || 2024-04-08 | met | a contact on a Saturday is due on Monday
        2024-04-02.. referral | 2024-04-03 || 2024-04-03 | due_soon | the limit is today
        2024-04-02.. referral | 2024-04-04 || 2024-04-03 | overdue | said to have become a referral, and nothing says when
        2024-04-02.. other | 2024-05-01 || 2024-04-03 | cannot_tell | went elsewhere: nothing holds the day of that decision
        2024-04-02.. | 2024-05-01 || 2024-04-03 | cannot_tell | the file does not say what came of it
        2024-04-02..2024-03-28 decided | 2024-05-01 || 2024-04-03 | cannot_tell | decided before it was made
        ?..2024-04-02 referral | 2024-05-01 || | cannot_tell | no date of contact recorded
    """,
)
