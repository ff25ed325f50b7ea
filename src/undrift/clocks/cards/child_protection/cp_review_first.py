from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="cp_review_first",
    name="First child protection review within three months",
    area="child_protection",
    question="Was the child protection plan first reviewed within three months of its start?",
    starts=Opens("cp_plan"),
    stops="cp_review",
    limit=months(3),
    cites=(
        Cite(
            "working_together",
            "chapter 3",
            "the first review conference is held within three months of the initial conference",
        ),
        Cite("lait", "measure 19", "counts from the start of the child protection plan"),
    ),
    note=(
        "Guidance counts from the initial conference and the national measure from the start of the plan, which should "
        "be the same day; the plan's start is used. Calendar months, clipped to the month's end."
    ),
    cases="""
        cp_plan | cp_review | as_at || due | reading | why
        2024-05-23.. | 2024-08-23 | 2024-12-01 || 2024-08-23 | met | reviewed on the last day in time
        2024-05-23.. | 2024-08-24 | 2024-12-01 || 2024-08-23 | late | one day over
        2023-11-30.. | 2024-02-29 | 2024-12-01 || 2024-02-29 | met | three months from 30 November ends with February
        2024-05-23.. | 2024-08-01, 2025-01-20 | 2025-02-01 || 2024-08-23 | met | only the first review is timed here
        2024-05-23.. |  | 2024-08-15 || 2024-08-23 | running | six working days left
        2024-05-23.. |  | 2024-08-16 || 2024-08-23 | due_soon | five working days left
        2024-05-23.. |  | 2024-08-24 || 2024-08-23 | overdue | a day past the limit
        2024-05-23..2024-08-23 |  | 2024-12-01 || 2024-08-23 | not_applicable | the plan ended on the last day in time
        2024-05-23..2024-08-24 |  | 2024-12-01 || 2024-08-23 | late | the plan ended a day past the limit, never reviewed
        2024-05-23..2024-08-01 | 2024-08-10 | 2024-12-01 || 2024-08-23 | not_applicable | a review dated after the plan ended does not count
        2024-05-23.. | 2024-05-01 | 2024-12-01 || 2024-08-23 | cannot_tell | a review dated before the plan began
        2024-05-23..2024-05-01 |  | 2024-12-01 || 2024-08-23 | cannot_tell | the plan ends before it begins
        ?.. | 2024-08-01 | 2024-12-01 || | cannot_tell | no start of plan recorded
    """,
)
