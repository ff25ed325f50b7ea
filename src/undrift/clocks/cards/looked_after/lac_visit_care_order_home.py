from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="lac_visit_care_order_home",
    name="Visits every six weeks, child at home on a care order",
    area="looked_after",
    question="Was the child visited again within six weeks?",
    starts=Each("cla_visit", within="home_on_care_order"),
    stops="cla_visit",
    limit=weeks(6),
    by_day=True,
    cites=(
        Cite(
            "care_planning_regs",
            "regulation 28(5)(b)",
            "no more than six weeks apart, with no drop to three months",
        ),
    ),
    note="After the first visit: see lac_visit_care_order_home_first.",
    cases="""
        home_on_care_order | cla_visit | as_at || due | reading | why
        2024-02-02.. | 2024-04-02, 2024-05-14 | 2024-05-15 || 2024-05-14, 2024-06-25 | met, running | on the last day in time, and the next begins
        2024-02-02.. | 2024-04-02, 2024-05-15 | 2024-05-15 || 2024-05-14, 2024-06-26 | late, running | one day over
        2024-02-02.. | 2024-04-02, 2024-04-02 | 2024-04-03 || 2024-05-14 | running | the same day twice is once
        2024-02-02.. | 2024-04-02 | 2024-05-06 || 2024-05-14 | running | six working days left
        2024-02-02.. | 2024-04-02 | 2024-05-07 || 2024-05-14 | due_soon | five working days left
        2024-02-02.. | 2024-04-02 | 2024-05-15 || 2024-05-14 | overdue | a day past the limit
        2024-02-02..2024-05-14 | 2024-04-02 | 2024-08-14 || 2024-05-14 | not_applicable | over on the last day in time
        2024-02-02..2024-05-15 | 2024-04-02 | 2024-08-14 || 2024-05-14 | late | over a day past the limit
        2024-02-02.. |  | 2024-12-01 ||  |  | nothing has started it
        2024-02-02.. | ? | 2024-12-01 ||  |  | one with no date starts nothing
        2024-02-02..2024-04-01 | 2024-04-02 | 2024-12-01 ||  |  | one after the spell is over starts nothing
    """,
)
