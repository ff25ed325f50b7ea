from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="lac_visit_care_order_home_first",
    name="First visit after a care order, child at home",
    area="looked_after",
    question="Was the child visited within a week of the care order, or of going home on it?",
    starts=Opens("home_on_care_order"),
    stops="cla_visit",
    limit=weeks(1),
    by_day=True,
    cites=(Cite("care_planning_regs", "regulation 28(5)(a)", "within a week of the order"),),
    note=(
        "Where a full care order (C2) and a placement with parents (P1) overlap. Going home later on an order "
        "already made starts it too."
    ),
    cases="""
        home_on_care_order | cla_visit | as_at || due | reading | why
        2024-04-02.. | 2024-04-09 | 2024-07-09 || 2024-04-09 | met | on the last day in time
        2024-04-02.. | 2024-04-10 | 2024-07-09 || 2024-04-09 | late | one day over
        2024-04-02.. | 2024-04-02 | 2024-07-09 || 2024-04-09 | met | the same day
        2024-04-02.. | 2024-04-09, 2024-04-10 | 2024-07-09 || 2024-04-09 | met | only the first counts
        2024-04-02.. |  | 2024-04-02 || 2024-04-09 | due_soon | never more than five working days
        2024-04-02.. |  | 2024-04-10 || 2024-04-09 | overdue | a day past the limit
        2024-04-02..2024-04-09 |  | 2024-07-09 || 2024-04-09 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-04-10 |  | 2024-07-09 || 2024-04-09 | late | over a day past the limit, without it
        2024-04-02.. | 2024-03-24 | 2024-07-09 || 2024-04-09 | overdue | nothing before it began counts
        2024-04-02..2024-03-01 |  | 2024-07-09 || 2024-04-09 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-09 ||  | cannot_tell | no start recorded
    """,
)
