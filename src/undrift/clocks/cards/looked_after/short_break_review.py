from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="short_break_review",
    name="Short breaks reviewed every six months",
    area="looked_after",
    question="Were the short breaks reviewed within six months of the first, or of the last review?",
    starts=Each("cla_review", within="short_break_series", and_opening=True),
    stops="cla_review",
    limit=months(6),
    cites=(Cite("short_break_regs", "regulation 48(3)", "reviews of children in short breaks"),),
    note=(
        "Not verified: from general knowledge. The regulation was seen and its interval was not; the first is "
        "said to be due within three months, which is not tested."
    ),
    cases="""
        short_break_series | cla_review | as_at || due | reading | why
        2024-04-02.. | 2024-10-02 | 2024-10-03 || 2024-10-02, 2025-04-02 | met, running | on the last day in time, and the next begins
        2024-04-02.. | 2024-10-03 | 2024-10-03 || 2024-10-02, 2025-04-03 | late, running | one day over
        2024-04-02.. | 2024-04-02 | 2024-04-03 || 2024-10-02, 2024-10-02 | met, running | on the day it began, which starts the next as well
        2024-04-02.. | 2024-10-02, 2024-10-02 | 2024-10-03 || 2024-10-02, 2025-04-02 | met, running | the same day twice is once
        2024-04-02.. |  | 2024-09-24 || 2024-10-02 | running | six working days left
        2024-04-02.. |  | 2024-09-25 || 2024-10-02 | due_soon | five working days left
        2024-04-02.. |  | 2024-10-03 || 2024-10-02 | overdue | a day past the limit
        2024-04-02..2024-10-02 |  | 2025-01-02 || 2024-10-02 | not_applicable | over on the last day in time
        2024-04-02..2024-10-03 |  | 2025-01-02 || 2024-10-02 | late | over a day past the limit
        2024-04-02..2024-04-03 | 2024-04-04 | 2025-01-02 || 2024-10-02, 2024-10-04 | not_applicable, cannot_tell | dated after it was over
        2024-04-02..2024-03-01 |  | 2025-01-02 || 2024-10-02 | cannot_tell | it ends before it begins
        ?.. |  | 2025-01-02 ||  | cannot_tell | no start recorded
    """,
)
