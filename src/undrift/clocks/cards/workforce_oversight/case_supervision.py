from undrift.clocks.definition import Clock, Each, When
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="case_supervision",
    name="Case discussed in supervision every month",
    area="workforce_oversight",
    question="Was the case discussed in supervision within a month of opening, or of the last time?",
    starts=Each("case_supervision", within="referral", and_opening=True),
    stops="case_supervision",
    limit=default("case_supervision"),
    setting=True,
    leaves_out=When(("nfa",), "the referral ended in no further action"),
    by_day=True,
    cites=(
        Cite(
            "local_convention", "case supervision", "monthly or six-weekly; stable placements often quarterly"
        ),
    ),
    note=(
        "Not verified: from general knowledge. Every open episode of need, care included. The days come from "
        "the authority's own form."
    ),
    cases="""
        referral_spell | case_supervision | as_at || due | reading | why
        2024-04-02.. | 2024-05-02 | 2024-05-03 || 2024-05-02, 2024-06-02 | met, running | on the last day in time, and the next begins
        2024-04-02.. | 2024-05-03 | 2024-05-03 || 2024-05-02, 2024-06-03 | late, running | one day over
        2024-04-02.. | 2024-04-02 | 2024-04-03 || 2024-05-02, 2024-05-02 | met, running | on the day it began, which starts the next as well
        2024-04-02.. | 2024-05-02, 2024-05-02 | 2024-05-03 || 2024-05-02, 2024-06-02 | met, running | the same day twice is once
        2024-04-02.. |  | 2024-04-24 || 2024-05-02 | running | six working days left
        2024-04-02.. |  | 2024-04-25 || 2024-05-02 | due_soon | five working days left
        2024-04-02.. |  | 2024-05-03 || 2024-05-02 | overdue | a day past the limit
        2024-04-02..2024-05-02 |  | 2024-08-02 || 2024-05-02 | not_applicable | over on the last day in time
        2024-04-02..2024-05-03 |  | 2024-08-02 || 2024-05-02 | late | over a day past the limit
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-08-02 || 2024-05-02 | not_applicable | nothing after it was over counts
        2024-04-02..2024-03-01 |  | 2024-08-02 || 2024-05-02 | cannot_tell | it ends before it begins
        ?.. |  | 2024-08-02 ||  | cannot_tell | no start recorded
        2024-04-02.. nfa |  | 2024-08-02 ||  |  | left out
    """,
)
