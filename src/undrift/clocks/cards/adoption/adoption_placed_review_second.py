from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="adoption_placed_review_second",
    name="Second review after placing for adoption",
    area="adoption",
    question="Was the second review within three months of the first?",
    starts=Each("cla_review", within="placed_for_adoption", last=1),
    stops="cla_review",
    limit=months(3),
    by_day=True,
    cites=(Cite("adoption_regs", "regulation 36", "within three months of the first"),),
    note="Reviews since the child moved in.",
    cases="""
        placed_for_adoption_spell | cla_review | as_at || due | reading | why
        2024-02-02.. | 2024-04-02, 2024-07-02 | 2024-07-03 || 2024-07-02 | met | on the last day in time
        2024-02-02.. | 2024-04-02, 2024-07-03 | 2024-07-03 || 2024-07-02 | late | one day over
        2024-02-02.. | 2024-04-02, 2024-04-02 | 2024-04-03 || 2024-07-02 | running | the same day twice is once
        2024-02-02.. | 2024-04-02, 2024-07-02, 2024-08-11 | 2024-10-02 || 2024-07-02 | met | only the first is timed here
        2024-02-02.. | 2024-04-02 | 2024-06-24 || 2024-07-02 | running | six working days left
        2024-02-02.. | 2024-04-02 | 2024-06-25 || 2024-07-02 | due_soon | five working days left
        2024-02-02.. | 2024-04-02 | 2024-07-03 || 2024-07-02 | overdue | a day past the limit
        2024-02-02..2024-07-02 | 2024-04-02 | 2024-10-02 || 2024-07-02 | not_applicable | over on the last day in time
        2024-02-02..2024-07-03 | 2024-04-02 | 2024-10-02 || 2024-07-02 | late | over a day past the limit
        2024-02-02.. |  | 2024-12-01 ||  |  | nothing has started it
        2024-02-02.. | ? | 2024-12-01 ||  |  | one with no date starts nothing
        2024-02-02..2024-04-01 | 2024-04-02 | 2024-12-01 ||  |  | one after the spell is over starts nothing
        2023-12-02.. | 2024-01-31 | 2024-07-30 || 2024-04-30 | overdue | calendar months, not so many days
    """,
)
