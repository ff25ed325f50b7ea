from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="ehc_annual_review_12m",
    name="Plan reviewed every twelve months",
    area="send",
    question="Was the plan reviewed within twelve months of being made, or of the last review?",
    starts=Each("ehc_reviewed", within="ehc_plan", and_opening=True),
    stops="ehc_reviewed",
    limit=months(12),
    by_day=True,
    cites=(
        Cite("children_families_act", "section 44", "reviewed in every twelve months"),
        Cite("send_regs", "regulations 18 to 20", "completed by the decision sent"),
    ),
    note=(
        "The day the decision was sent. The dataset keeps the newest only; the authority's own form or SEN2 "
        "keeps each. Children under five are to be reviewed more often, and a plan before a move between "
        "phases of education by a day in the year (regulation 18(1)); neither is tested."
    ),
    cases="""
        ehc_plan | ehc_reviewed | as_at || due | reading | why
        2024-04-02.. | 2025-04-02 | 2025-04-03 || 2025-04-02, 2026-04-02 | met, running | on the last day in time, and the next begins
        2024-04-02.. | 2025-04-03 | 2025-04-03 || 2025-04-02, 2026-04-03 | late, running | one day over
        2024-04-02.. | 2024-04-02 | 2024-04-03 || 2025-04-02, 2025-04-02 | met, running | on the day it began, which starts the next as well
        2024-04-02.. | 2025-04-02, 2025-04-02 | 2025-04-03 || 2025-04-02, 2026-04-02 | met, running | the same day twice is once
        2024-04-02.. |  | 2025-03-25 || 2025-04-02 | running | six working days left
        2024-04-02.. |  | 2025-03-26 || 2025-04-02 | due_soon | five working days left
        2024-04-02.. |  | 2025-04-03 || 2025-04-02 | overdue | a day past the limit
        2024-04-02..2025-04-02 |  | 2025-07-02 || 2025-04-02 | not_applicable | over on the last day in time
        2024-04-02..2025-04-03 |  | 2025-07-02 || 2025-04-02 | late | over a day past the limit
        2024-04-02..2024-04-03 | 2024-04-04 | 2025-07-02 || 2025-04-02 | not_applicable | nothing after it was over counts
        2024-04-02..2024-03-01 |  | 2025-07-02 || 2025-04-02 | cannot_tell | it ends before it begins
        ?.. |  | 2025-07-02 ||  | cannot_tell | no start recorded
    """,
)
