from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="immunisations_12m",
    name="Immunisations up to date every year",
    area="looked_after",
    question="Were immunisations recorded as up to date within twelve months?",
    starts=Each("immunised", within="care", and_opening=True),
    stops="immunised",
    limit=months(12),
    by_day=True,
    cites=(
        Cite(
            "cla_statistics",
            "immunisations",
            "up to date with the national schedule, for children looked after for twelve months",
        ),
    ),
    note=(
        "A status and not an event: records keep the newest day it was said to be up to date, so late ones "
        "cannot be told."
    ),
    cases="""
        care | immunised | as_at || due | reading | why
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
