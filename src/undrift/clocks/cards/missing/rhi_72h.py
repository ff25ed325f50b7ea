from undrift.clocks.definition import Clock, Each, When
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="rhi_72h",
    name="Return interview within 72 hours",
    area="missing",
    question="Was a return interview held within three days of the child's return?",
    starts=Each("missing_returned", within="missing"),
    stops="return_interview",
    limit=calendar_days(3),
    not_applicable=When(("declined",), "the child declined the interview offered"),
    outlives_spell=True,
    cites=(
        Cite("missing_guidance", "return interviews", "an independent interview within 72 hours of a return"),
    ),
    note=(
        "Read second-hand. Days, not hours. The day of the interview comes from the authority's own form; "
        "returns hold only whether it was offered and accepted."
    ),
    cases="""
        missing_spell | missing_returned | return_interview | as_at || due | reading | why
        2024-04-01.. | 2024-04-02 | 2024-04-05 | 2024-04-06 || 2024-04-05 | met | on the last day in time
        2024-04-01.. | 2024-04-02 | 2024-04-06 | 2024-04-06 || 2024-04-05 | late | one day over
        2024-04-01.. | 2024-04-02 | 2024-04-02 | 2024-07-05 || 2024-04-05 | met | the same day
        2024-04-01.. | 2024-04-02 |  | 2024-04-02 || 2024-04-05 | due_soon | never more than five working days
        2024-04-01.. | 2024-04-02 |  | 2024-04-06 || 2024-04-05 | overdue | a day past the limit
        2024-04-01..2024-04-02 | 2024-04-02 | 2024-04-05 | 2024-07-05 || 2024-04-05 | met | it comes after the spell is over, in time
        2024-04-01.. |  |  | 2024-12-01 ||  |  | nothing has started it
        2024-04-01.. | ? |  | 2024-12-01 ||  |  | one with no date starts nothing
        2024-04-01..2024-04-01 | 2024-04-02 |  | 2024-07-05 || 2024-04-05 | cannot_tell | dated after the spell was over
        2024-04-01..2024-04-02 declined | 2024-04-02 |  | 2024-05-01 || 2024-04-05 | not_applicable | offered, and the child declined
        2024-04-01..2024-04-02 declined | 2024-04-02 |  | 2024-04-01 || | | not yet returned on that day
        2024-04-01..2024-04-04 declined | 2024-04-02 |  | 2024-04-03 || 2024-04-05 | not_applicable | known from the return, whatever day the episode is said to have ended
    """,
)
