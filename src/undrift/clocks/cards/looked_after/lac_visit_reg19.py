from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="lac_visit_reg19",
    name="Weekly visits before the first review, placed with a parent not yet assessed",
    area="looked_after",
    question="Was the child visited within a week of being placed, or of the last visit, until the first review?",
    starts=Each("cla_visit", within="unassessed_to_review", and_opening=True),
    stops="cla_visit",
    limit=weeks(1),
    by_day=True,
    cites=(Cite("care_planning_regs", "regulation 28(3)(a)", "at least once a week until the first review"),),
    note=(
        "Only placements the authority's own form (placement moves) marks as made before the parent was assessed: "
        "code P1 does not say. The weeks run to the first review of the period of care, whether or not the "
        "assessment is finished sooner; from then on six weeks stand (regulation 28(3)(b), lac_visit_6wk)."
    ),
    cases="""
        unassessed_to_review | cla_visit | as_at || due | reading | why
        2024-04-02.. | 2024-04-09 | 2024-04-10 || 2024-04-09, 2024-04-16 | met, due_soon | on the last day in time, and the next begins
        2024-04-02.. | 2024-04-10 | 2024-04-10 || 2024-04-09, 2024-04-17 | late, due_soon | one day over
        2024-04-02.. | 2024-04-02 | 2024-04-03 || 2024-04-09, 2024-04-09 | met, due_soon | on the day of the placement, which starts the next as well
        2024-04-02.. | 2024-04-09, 2024-04-09 | 2024-04-10 || 2024-04-09, 2024-04-16 | met, due_soon | the same day twice is once
        2024-04-02.. |  | 2024-04-02 || 2024-04-09 | due_soon | never more than five working days
        2024-04-02.. |  | 2024-04-10 || 2024-04-09 | overdue | a day past the limit
        2024-04-02..2024-04-09 |  | 2024-07-09 || 2024-04-09 | not_applicable | reviewed on the last day in time
        2024-04-02..2024-04-10 |  | 2024-07-09 || 2024-04-09 | late | reviewed a day past the limit, with no visit
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-07-09 || 2024-04-09 | not_applicable | nothing after the first review counts
        2024-04-02..2024-03-01 |  | 2024-07-09 || 2024-04-09 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-09 ||  | cannot_tell | no start recorded
    """,
)
