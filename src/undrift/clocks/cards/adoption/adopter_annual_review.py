from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="adopter_annual_review",
    name="Approved adopters without a child reviewed every year",
    area="adoption",
    question="Was the approval reviewed within a year of being given, or of the last review?",
    starts=Each("adopter_reviewed", within="adopter_waiting", and_opening=True),
    stops="adopter_reviewed",
    limit=months(12),
    cites=(
        Cite("adoption_regs", "regulation 30D", "reviewed no more than a year apart until a child is placed"),
        Cite("annex_a", "list 11", "holds the approval and the placement"),
    ),
    note=(
        "Read second-hand. Reviews come from the authority's own form (adopter reviews). It ends when a child is "
        "placed, or the adopter leaves. Not a child's clock: its rows carry the adopter and no child."
    ),
    cases="""
        adopter_waiting | adopter_reviewed | as_at || due | reading | why
        2024-04-02.. | 2025-04-02 | 2025-04-03 || 2025-04-02, 2026-04-02 | met, running | on the last day in time, and the next begins
        2024-04-02.. | 2025-04-03 | 2025-04-03 || 2025-04-02, 2026-04-03 | late, running | one day over
        2024-04-02.. | 2024-04-02 | 2024-04-03 || 2025-04-02, 2025-04-02 | met, running | on the day of approval, which starts the next as well
        2024-04-02.. | 2025-04-02, 2025-04-02 | 2025-04-03 || 2025-04-02, 2026-04-02 | met, running | the same day twice is once
        2024-04-02.. |  | 2025-03-25 || 2025-04-02 | running | six working days left
        2024-04-02.. |  | 2025-03-26 || 2025-04-02 | due_soon | five working days left
        2024-04-02.. |  | 2025-04-03 || 2025-04-02 | overdue | a day past the limit
        2024-04-02..2025-04-02 |  | 2025-07-02 || 2025-04-02 | not_applicable | a child placed on the last day in time
        2024-04-02..2025-04-03 |  | 2025-07-02 || 2025-04-02 | late | a child placed a day past the limit, with no review
        2024-04-02..2024-04-03 | 2024-04-04 | 2025-07-02 || 2025-04-02, 2025-04-04 | not_applicable, cannot_tell | dated after a child was placed
        2024-04-02..2024-03-01 |  | 2025-07-02 || 2025-04-02 | cannot_tell | it ends before it begins
        ?.. |  | 2025-07-02 ||  | cannot_tell | no start recorded
    """,
)
