from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="pathway_plan_review",
    name="Pathway plan reviewed every six months",
    area="care_leavers",
    question="Was the pathway plan reviewed within six months?",
    starts=Each("pathway_plan", within="care_leaver"),
    stops="pathway_plan",
    limit=months(6),
    by_day=True,
    cites=(Cite("leaving_care_regs", "regulation 7", "reviewed at least every six months"),),
    note=(
        "Read second-hand. Records keep the newest review only, so lateness now is shown and past lateness is "
        "not. To twenty-one; support that goes on to 25 is not recorded apart."
    ),
    cases="""
        care_leaver | pathway_plan | as_at || due | reading | why
        2024-02-02.. | 2024-04-02, 2024-10-02 | 2024-10-03 || 2024-10-02, 2025-04-02 | met, running | on the last day in time, and the next begins
        2024-02-02.. | 2024-04-02, 2024-10-03 | 2024-10-03 || 2024-10-02, 2025-04-03 | late, running | one day over
        2024-02-02.. | 2024-04-02, 2024-04-02 | 2024-04-03 || 2024-10-02 | running | the same day twice is once
        2024-02-02.. | 2024-04-02 | 2024-09-24 || 2024-10-02 | running | six working days left
        2024-02-02.. | 2024-04-02 | 2024-09-25 || 2024-10-02 | due_soon | five working days left
        2024-02-02.. | 2024-04-02 | 2024-10-03 || 2024-10-02 | overdue | a day past the limit
        2024-02-02..2024-10-02 | 2024-04-02 | 2025-01-02 || 2024-10-02 | not_applicable | over on the last day in time
        2024-02-02..2024-10-03 | 2024-04-02 | 2025-01-02 || 2024-10-02 | late | over a day past the limit
        2024-02-02.. |  | 2024-12-01 ||  |  | nothing has started it
        2024-02-02.. | ? | 2024-12-01 ||  |  | one with no date starts nothing
        2024-02-02..2024-04-01 | 2024-04-02 | 2025-01-02 ||  |  | after twenty-one, which is not looked at
    """,
)
