from undrift.clocks.definition import Clock, Each, When
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="lac_visit_reg24_weekly",
    name="Weekly visits before the first review: temporary carer, or interim order at home",
    area="looked_after",
    question="Was the child visited within a week of the last visit, until the first review?",
    starts=Each("cla_visit", within="closely_visited", and_opening=True),
    stops="cla_visit",
    limit=weeks(1),
    covers=When(("before_review",), "before the first review"),
    by_day=True,
    cites=(Cite("care_planning_regs", "regulation 28(4)(a)", "every week until the first review"),),
    note=(
        "Temporary approvals come from the authority's own form; code U3 alone covers approved carers too and "
        "is not used. An interim care order with a placement with parents (P1) is read from the dataset."
    ),
    cases="""
        closely_visited | cla_visit | as_at || due | reading | why
        2024-04-02.. before_review | 2024-04-09 | 2024-04-10 || 2024-04-09, 2024-04-16 | met, due_soon | on the last day in time, and the next begins
        2024-04-02.. before_review | 2024-04-10 | 2024-04-10 || 2024-04-09, 2024-04-17 | late, due_soon | one day over
        2024-04-02.. before_review | 2024-04-02 | 2024-04-03 || 2024-04-09, 2024-04-09 | met, due_soon | on the day it began, which starts the next as well
        2024-04-02.. before_review | 2024-04-09, 2024-04-09 | 2024-04-10 || 2024-04-09, 2024-04-16 | met, due_soon | the same day twice is once
        2024-04-02.. before_review |  | 2024-04-02 || 2024-04-09 | due_soon | never more than five working days
        2024-04-02.. before_review |  | 2024-04-10 || 2024-04-09 | overdue | a day past the limit
        2024-04-02..2024-04-09 before_review |  | 2024-07-09 || 2024-04-09 | not_applicable | over on the last day in time
        2024-04-02..2024-04-10 before_review |  | 2024-07-09 || 2024-04-09 | late | over a day past the limit
        2024-04-02..2024-04-03 before_review | 2024-04-04 | 2024-07-09 || 2024-04-09 | not_applicable | nothing after it was over counts
        2024-04-02..2024-03-01 before_review |  | 2024-07-09 || 2024-04-09 | cannot_tell | it ends before it begins
        ?.. before_review |  | 2024-07-09 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ |  | 2024-07-09 ||  |  | not one it covers
    """,
)
