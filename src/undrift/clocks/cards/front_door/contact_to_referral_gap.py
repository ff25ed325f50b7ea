from undrift.clocks.definition import Clock, Each, When
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="contact_to_referral_gap",
    name="Gap between a contact and the referral it became",
    area="front_door",
    question="Did the referral follow within one working day of the contact that became it?",
    starts=Each("contact"),
    stops="referral",
    limit=default("contact_to_referral_gap"),
    setting=True,
    covers=When(("referral",), "the contact became a referral"),
    cites=(
        Cite(
            "local_convention",
            "contact to referral",
            "stands for the decision within one working day; no published definition",
        ),
    ),
    note=(
        "Not verified: from general knowledge. A proxy for contact_referral_decision_1wd where no day of "
        "decision is held. A referral answers the latest contact before it that became one."
    ),
    cases="""
        contact | referral | as_at || due | reading | why
        2024-04-02:referral | 2024-04-03 | 2024-07-03 || 2024-04-03 | met | on the last day in time
        2024-04-02:referral | 2024-04-04 | 2024-07-03 || 2024-04-03 | late | one day over
        2024-04-02:referral | 2024-04-02 | 2024-07-03 || 2024-04-03 | met | the same day
        2024-04-02:referral |  | 2024-04-02 || 2024-04-03 | due_soon | never more than five working days
        2024-04-02:referral |  | 2024-04-04 || 2024-04-03 | overdue | a day past the limit
        2024-03-28:referral |  | 2024-04-03 || 2024-04-02 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02:referral, 2024-04-11:referral | 2024-04-12 | 2024-07-03 || 2024-04-03, 2024-04-12 | late, met | what comes after the next start answers that one
        2024-04-02:referral, 2024-04-03:referral | 2024-04-03 | 2024-07-03 || 2024-04-03, 2024-04-04 | not_applicable, met | another on the last day in time took over
        ?:referral |  | 2024-07-03 ||  | cannot_tell | no start recorded
        2024-04-02:zz |  | 2024-07-03 ||  |  | not one it covers
        2024-04-02:referral, 2024-04-03:other | 2024-04-05 | 2024-05-01 || 2024-04-03 | late | a contact that went elsewhere does not cut off the one before
    """,
)
