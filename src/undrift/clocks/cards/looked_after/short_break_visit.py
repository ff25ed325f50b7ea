from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="short_break_visit",
    name="Visits in short breaks every six months",
    area="looked_after",
    question="Was the child visited within six months?",
    starts=Each("short_break_visit", within="short_break_series", and_opening=True),
    stops="short_break_visit",
    limit=months(6),
    by_day=True,
    cites=(
        Cite(
            "short_break_regs",
            "regulation 48(3)(c)",
            "visits on days when the child is placed, at agreed intervals",
        ),
    ),
    note=(
        "Not verified: from general knowledge. The outer limits were not seen. A visit between the first day and "
        "the last of the series is one, whether or not the child was placed that day."
    ),
    cases="""
        short_break_series | short_break_visit | as_at || due | reading | why
        2024-04-02.. | 2024-10-02 | 2024-10-03 || 2024-10-02, 2025-04-02 | met, running | on the last day in time, and the next begins
        2024-04-02.. | 2024-10-03 | 2024-10-03 || 2024-10-02, 2025-04-03 | late, running | one day over
        2024-04-02.. | 2024-04-02 | 2024-04-03 || 2024-10-02, 2024-10-02 | met, running | on the day it began, which starts the next as well
        2024-04-02.. | 2024-10-02, 2024-10-02 | 2024-10-03 || 2024-10-02, 2025-04-02 | met, running | the same day twice is once
        2024-04-02.. |  | 2024-09-24 || 2024-10-02 | running | six working days left
        2024-04-02.. |  | 2024-09-25 || 2024-10-02 | due_soon | five working days left
        2024-04-02.. |  | 2024-10-03 || 2024-10-02 | overdue | a day past the limit
        2024-04-02..2024-10-02 |  | 2025-01-02 || 2024-10-02 | not_applicable | over on the last day in time
        2024-04-02..2024-10-03 |  | 2025-01-02 || 2024-10-02 | late | over a day past the limit
        2024-04-02..2024-04-03 | 2024-04-04 | 2025-01-02 || 2024-10-02 | not_applicable | nothing after it was over counts
        2024-04-02..2024-03-01 |  | 2025-01-02 || 2024-10-02 | cannot_tell | it ends before it begins
        ?.. |  | 2025-01-02 ||  | cannot_tell | no start recorded
    """,
)
