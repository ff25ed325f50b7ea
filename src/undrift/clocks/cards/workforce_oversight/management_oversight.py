from undrift.clocks.definition import Clock, Each, When
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="management_oversight",
    name="Manager's oversight recorded on the case",
    area="workforce_oversight",
    question="Was a manager's oversight recorded within four weeks of opening, or of the last entry?",
    starts=Each("management_oversight", within="referral", and_opening=True),
    stops="management_oversight",
    limit=default("management_oversight"),
    setting=True,
    leaves_out=When(("nfa",), "the referral ended in no further action"),
    by_day=True,
    cites=(Cite("local_convention", "management oversight", "no public number"),),
    note=(
        "Not verified: from general knowledge. Not in use until the authority sets its limit. The days come "
        "from the authority's own form."
    ),
    cases="""
        referral_spell | management_oversight | as_at || due | reading | why
        2024-04-02.. | 2024-04-30 | 2024-05-01 || 2024-04-30, 2024-05-28 | met, running | on the last day in time, and the next begins
        2024-04-02.. | 2024-05-01 | 2024-05-01 || 2024-04-30, 2024-05-29 | late, running | one day over
        2024-04-02.. | 2024-04-02 | 2024-04-03 || 2024-04-30, 2024-04-30 | met, running | on the day it began, which starts the next as well
        2024-04-02.. | 2024-04-30, 2024-04-30 | 2024-05-01 || 2024-04-30, 2024-05-28 | met, running | the same day twice is once
        2024-04-02.. |  | 2024-04-22 || 2024-04-30 | running | six working days left
        2024-04-02.. |  | 2024-04-23 || 2024-04-30 | due_soon | five working days left
        2024-04-02.. |  | 2024-05-01 || 2024-04-30 | overdue | a day past the limit
        2024-04-02..2024-04-30 |  | 2024-07-30 || 2024-04-30 | not_applicable | over on the last day in time
        2024-04-02..2024-05-01 |  | 2024-07-30 || 2024-04-30 | late | over a day past the limit
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-07-30 || 2024-04-30 | not_applicable | nothing after it was over counts
        2024-04-02..2024-03-01 |  | 2024-07-30 || 2024-04-30 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-30 ||  | cannot_tell | no start recorded
        2024-04-02.. nfa |  | 2024-07-30 ||  |  | left out
    """,
)
