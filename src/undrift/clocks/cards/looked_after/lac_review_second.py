from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="lac_review_second",
    name="Second looked-after review within three months of the first",
    area="looked_after",
    question="Was the second review held within three months of the first?",
    starts=Each("cla_review", within="care", last=1),
    stops="cla_review",
    limit=months(3),
    cites=(
        Cite(
            "care_planning_regs",
            "regulation 33(2)",
            "the second review is held within three months of the first",
        ),
    ),
    note="Counted from the first review itself, so about four months after coming into care.",
    cases="""
        care | cla_review | as_at || due | reading | why
        2024-04-02.. | 2024-04-25, 2024-07-25 | 2024-09-01 || 2024-07-25 | met | held on the last day in time
        2024-04-02.. | 2024-04-25, 2024-07-26 | 2024-09-01 || 2024-07-25 | late | one day over
        2024-11-12.. | 2024-12-09, 2025-03-10 | 2025-04-01 || 2025-03-09 | late | three calendar months are 90 days over a winter, not 91
        2024-04-02.. | 2024-04-25, 2024-07-01, 2024-12-20 | 2025-01-01 || 2024-07-25 | met | only the second review is timed here
        2024-04-02.. | 2024-04-25 | 2024-07-17 || 2024-07-25 | running | six working days left
        2024-04-02.. | 2024-04-25 | 2024-07-18 || 2024-07-25 | due_soon | five working days left
        2024-04-02.. | 2024-04-25 | 2024-07-26 || 2024-07-25 | overdue | a day past the limit
        2024-04-02..2024-07-25 | 2024-04-25 | 2024-09-01 || 2024-07-25 | not_applicable | left care on the last day in time
        2024-04-02..2024-07-26 | 2024-04-25 | 2024-09-01 || 2024-07-25 | late | left care a day past the limit
        2024-04-02.. |  | 2024-09-01 || | | no first review yet: its own clock covers it
        2024-04-02.. | ? | 2024-09-01 || | | a review with no date starts nothing
        2024-04-02..2024-04-10 | 2024-04-25 | 2024-09-01 || 2024-07-25 | cannot_tell | a review dated after care had ended
    """,
)
