from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="dental_12m",
    name="Teeth checked every year",
    area="looked_after",
    question="Were the child's teeth checked within twelve months of coming into care, or of the last check?",
    starts=Each("dental_check", within="care", and_opening=True),
    stops="dental_check",
    limit=months(12),
    by_day=True,
    cites=(
        Cite("cla_statistics", "teeth checked", "in the year, for children looked after for twelve months"),
    ),
    note="Babies without teeth are counted: authorities treat them differently.",
    cases="""
        care | dental_check | as_at || due | reading | why
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
