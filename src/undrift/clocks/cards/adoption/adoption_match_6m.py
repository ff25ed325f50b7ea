from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="adoption_match_6m",
    name="Match within six months of the decision",
    area="adoption",
    question="Was a match agreed within six months of the decision?",
    starts=Opens("adoption_plan"),
    stops="adoption_matched",
    limit=months(6),
    cites=(Cite("adoption_guidance", "matching", "a match within six months of the decision"),),
    note="Not verified: from general knowledge. A decision reversed ends it.",
    cases="""
        adoption_plan | adoption_matched | as_at || due | reading | why
        2024-04-02.. | 2024-10-02 | 2025-01-02 || 2024-10-02 | met | on the last day in time
        2024-04-02.. | 2024-10-03 | 2025-01-02 || 2024-10-02 | late | one day over
        2024-04-02.. | 2024-04-02 | 2025-01-02 || 2024-10-02 | met | the same day
        2024-04-02.. | 2024-10-02, 2024-10-03 | 2025-01-02 || 2024-10-02 | met | only the first counts
        2024-04-02.. |  | 2024-09-24 || 2024-10-02 | running | six working days left
        2024-04-02.. |  | 2024-09-25 || 2024-10-02 | due_soon | five working days left
        2024-04-02.. |  | 2024-10-03 || 2024-10-02 | overdue | a day past the limit
        2024-04-02..2024-10-02 |  | 2025-01-02 || 2024-10-02 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-10-03 |  | 2025-01-02 || 2024-10-02 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2025-01-02 || 2024-10-02 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2025-01-02 || 2024-10-02 | cannot_tell | dated before it began
        2024-04-02..2024-03-01 |  | 2025-01-02 || 2024-10-02 | cannot_tell | it ends before it begins
        ?.. |  | 2025-01-02 ||  | cannot_tell | no start recorded
    """,
)
