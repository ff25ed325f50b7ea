from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="cp_review_next",
    name="Later child protection reviews within six months",
    area="child_protection",
    question="Was the next review conference held within six months of the last?",
    starts=Each("cp_review", within="cp_plan"),
    stops="cp_review",
    limit=months(6),
    cites=(
        Cite(
            "working_together",
            "chapter 3",
            "after the first, review conferences are never more than six months apart",
        ),
        Cite("lait", "measure 19", "a child counts as reviewed in time only when every review was"),
    ),
    note="Each review starts the clock for the next. Two reviews recorded on one day count once.",
    cases="""
        cp_plan | cp_review | as_at || due | reading | why
        2024-01-10.. | 2024-04-09, 2024-10-09 | 2024-10-10 || 2024-10-09, 2025-04-09 | met, running | held on the last day in time, and the next begins
        2024-01-10.. | 2024-04-09, 2024-10-10 | 2024-10-10 || 2024-10-09, 2025-04-10 | late, running | one day over
        2024-01-10.. | 2024-04-09, 2024-04-09 | 2024-05-01 || 2024-10-09 | running | the same day twice is one review
        2024-01-10.. | 2024-04-09 | 2024-10-01 || 2024-10-09 | running | six working days left
        2024-01-10.. | 2024-04-09 | 2024-10-02 || 2024-10-09 | due_soon | five working days left
        2024-01-10.. | 2024-04-09 | 2024-10-10 || 2024-10-09 | overdue | a day past the limit
        2024-01-10..2024-10-09 | 2024-04-09 | 2024-12-01 || 2024-10-09 | not_applicable | the plan ended on the last day in time
        2024-01-10..2024-10-10 | 2024-04-09 | 2024-12-01 || 2024-10-09 | late | the plan ended a day past the limit
        2024-01-10.. |  | 2024-12-01 || | | no review yet: the first review's clock covers it
        2024-01-10.. | ? | 2024-12-01 || | | a review with no date starts nothing
        2024-01-10..2024-03-01 | 2024-04-09 | 2024-12-01 || 2024-10-09 | cannot_tell | a review dated after the plan had ended
    """,
)
