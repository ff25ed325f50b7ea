from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="lac_review_next",
    name="Later looked-after reviews within six months",
    area="looked_after",
    question="Was the next review held within six months of the last?",
    starts=Each("cla_review", within="care", first=2),
    stops="cla_review",
    limit=months(6),
    cites=(
        Cite(
            "care_planning_regs",
            "regulation 33(2)",
            "after the second, reviews are held no more than six months apart",
        ),
    ),
    note="The second and every later review start the clock for the next.",
    cases="""
        care | cla_review | as_at || due | reading | why
        2024-01-08.. | 2024-02-05, 2024-05-03, 2024-11-03 | 2024-11-04 || 2024-11-03, 2025-05-03 | met, running | held on the last day in time
        2024-01-08.. | 2024-02-05, 2024-05-03, 2024-11-04 | 2024-11-04 || 2024-11-03, 2025-05-04 | late, running | one day over
        2024-01-08.. | 2024-02-05, 2024-05-03 | 2024-10-24 || 2024-11-03 | running | six working days left before a Sunday
        2024-01-08.. | 2024-02-05, 2024-05-03 | 2024-10-25 || 2024-11-03 | due_soon | five working days left before a Sunday
        2024-01-08.. | 2024-02-05, 2024-05-03 | 2024-11-04 || 2024-11-03 | overdue | a day past the limit
        2024-01-08..2024-11-03 | 2024-02-05, 2024-05-03 | 2024-12-01 || 2024-11-03 | not_applicable | left care on the last day in time
        2024-01-08..2024-11-04 | 2024-02-05, 2024-05-03 | 2024-12-01 || 2024-11-03 | late | left care a day past the limit
        2024-01-08.. | 2024-02-05 | 2024-12-01 || | | one review so far: the second review's clock covers it
        2024-01-08.. | ?, 2024-02-05 | 2024-12-01 || | | a review with no date counts for nothing
        2024-01-08..2024-04-01 | 2024-02-05, 2024-05-03 | 2024-12-01 || 2024-11-03 | cannot_tell | a review dated after care had ended
    """,
)
