from undrift.clocks.definition import Clock, Each, When
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="lac_visit_reg24_4wk",
    name="Four-weekly visits after the first review: temporary carer, or interim order at home",
    area="looked_after",
    question="Was the child visited within four weeks of the last visit, after the first review?",
    starts=Each("cla_visit", within="closely_visited", and_opening=True),
    stops="cla_visit",
    limit=weeks(4),
    covers=When(("after_review",), "after the first review"),
    by_day=True,
    cites=(Cite("care_planning_regs", "regulation 28(4)(b)", "every four weeks afterwards"),),
    note="From the first review on: see lac_visit_reg24_weekly.",
    cases="""
        closely_visited | cla_visit | as_at || due | reading | why
        2024-04-02.. after_review | 2024-04-30 | 2024-05-01 || 2024-04-30, 2024-05-28 | met, running | on the last day in time, and the next begins
        2024-04-02.. after_review | 2024-05-01 | 2024-05-01 || 2024-04-30, 2024-05-29 | late, running | one day over
        2024-04-02.. after_review | 2024-04-02 | 2024-04-03 || 2024-04-30, 2024-04-30 | met, running | on the day it began, which starts the next as well
        2024-04-02.. after_review | 2024-04-30, 2024-04-30 | 2024-05-01 || 2024-04-30, 2024-05-28 | met, running | the same day twice is once
        2024-04-02.. after_review |  | 2024-04-22 || 2024-04-30 | running | six working days left
        2024-04-02.. after_review |  | 2024-04-23 || 2024-04-30 | due_soon | five working days left
        2024-04-02.. after_review |  | 2024-05-01 || 2024-04-30 | overdue | a day past the limit
        2024-04-02..2024-04-30 after_review |  | 2024-07-30 || 2024-04-30 | not_applicable | over on the last day in time
        2024-04-02..2024-05-01 after_review |  | 2024-07-30 || 2024-04-30 | late | over a day past the limit
        2024-04-02..2024-04-03 after_review | 2024-04-04 | 2024-07-30 || 2024-04-30 | not_applicable | nothing after it was over counts
        2024-04-02..2024-03-01 after_review |  | 2024-07-30 || 2024-04-30 | cannot_tell | it ends before it begins
        ?.. after_review |  | 2024-07-30 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ |  | 2024-07-30 ||  |  | not one it covers
    """,
)
