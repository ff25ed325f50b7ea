from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="cin_open_2_years",
    name="Episode of need open for two years",
    area="child_in_need",
    question="Has the episode of need lasted less than two years?",
    starts=Opens("referral"),
    stops=CLOSING,
    limit=months(24),
    sense="flag",
    cites=(Cite("cin_census", "duration of episodes", "counts episodes open two years or more"),),
    note="Looked-after and disabled children are counted, so a high share is not by itself drift.",
    cases="""
        referral_spell | as_at || due | reading | why
        2024-04-02..2026-04-01 | 2026-07-02 || 2026-04-01 | met | ended the day before the limit is reached
        2024-04-02..2026-04-02 | 2026-07-02 || 2026-04-01 | late | ended on the day it is reached
        2024-04-02.. | 2026-03-24 || 2026-04-01 | running | six working days left
        2024-04-02.. | 2026-03-25 || 2026-04-01 | due_soon | five working days left
        2024-04-02.. | 2026-04-02 || 2026-04-01 | overdue | the limit is reached and it is still open
        2024-04-02..2024-03-01 | 2026-07-02 || 2026-04-01 | cannot_tell | ends before it begins
        ?.. | 2026-07-02 ||  | cannot_tell | no start recorded
    """,
)
