from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="adoption_placed_visit",
    name="Weekly visits after placing for adoption",
    area="adoption",
    question="Was the child visited within a week, until the first review?",
    starts=Each("cla_visit", within="placed_before_review", and_opening=True),
    stops="cla_visit",
    limit=weeks(1),
    by_day=True,
    cites=(Cite("adoption_regs", "regulation 36", "within a week, then weekly until the first review"),),
    note="From the first review on the review decides, which no record holds.",
    cases="""
        placed_before_review | cla_visit | as_at || due | reading | why
        2024-04-02.. | 2024-04-09 | 2024-04-10 || 2024-04-09, 2024-04-16 | met, due_soon | on the last day in time, and the next begins
        2024-04-02.. | 2024-04-10 | 2024-04-10 || 2024-04-09, 2024-04-17 | late, due_soon | one day over
        2024-04-02.. | 2024-04-02 | 2024-04-03 || 2024-04-09, 2024-04-09 | met, due_soon | on the day it began, which starts the next as well
        2024-04-02.. | 2024-04-09, 2024-04-09 | 2024-04-10 || 2024-04-09, 2024-04-16 | met, due_soon | the same day twice is once
        2024-04-02.. |  | 2024-04-02 || 2024-04-09 | due_soon | never more than five working days
        2024-04-02.. |  | 2024-04-10 || 2024-04-09 | overdue | a day past the limit
        2024-04-02..2024-04-09 |  | 2024-07-09 || 2024-04-09 | not_applicable | over on the last day in time
        2024-04-02..2024-04-10 |  | 2024-07-09 || 2024-04-09 | late | over a day past the limit
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-07-09 || 2024-04-09 | not_applicable | nothing after it was over counts
        2024-04-02..2024-03-01 |  | 2024-07-09 || 2024-04-09 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-09 ||  | cannot_tell | no start recorded
    """,
)
