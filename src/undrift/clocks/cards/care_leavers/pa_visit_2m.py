from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="pa_visit_2m",
    name="Personal adviser in touch every two months",
    area="care_leavers",
    question="Was the young person seen within two months?",
    starts=Each("care_leaver_contact", within="care_leaver"),
    stops="care_leaver_contact",
    limit=months(2),
    by_day=True,
    cites=(
        Cite(
            "leaving_care_regs",
            "regulation 8(2)(c)",
            "visits no more than two months apart, in accommodation the authority provides",
        ),
    ),
    note="Records keep the newest contact only, and it may be a call and not a visit.",
    cases="""
        care_leaver | care_leaver_contact | as_at || due | reading | why
        2024-02-02.. | 2024-04-02, 2024-06-02 | 2024-06-03 || 2024-06-02, 2024-08-02 | met, running | on the last day in time, and the next begins
        2024-02-02.. | 2024-04-02, 2024-06-03 | 2024-06-03 || 2024-06-02, 2024-08-03 | late, running | one day over
        2024-02-02.. | 2024-04-02, 2024-04-02 | 2024-04-03 || 2024-06-02 | running | the same day twice is once
        2024-02-02.. | 2024-04-02 | 2024-05-22 || 2024-06-02 | running | six working days left
        2024-02-02.. | 2024-04-02 | 2024-05-23 || 2024-06-02 | due_soon | five working days left
        2024-02-02.. | 2024-04-02 | 2024-06-03 || 2024-06-02 | overdue | a day past the limit
        2024-02-02..2024-06-02 | 2024-04-02 | 2024-09-02 || 2024-06-02 | not_applicable | over on the last day in time
        2024-02-02..2024-06-03 | 2024-04-02 | 2024-09-02 || 2024-06-02 | late | over a day past the limit
        2024-02-02.. |  | 2024-12-01 ||  |  | nothing has started it
        2024-02-02.. | ? | 2024-12-01 ||  |  | one with no date starts nothing
        2024-02-02..2024-04-01 | 2024-04-02 | 2024-09-02 ||  |  | after twenty-one, which is not looked at
        2023-12-02.. | 2024-01-31 | 2024-06-30 || 2024-03-31 | overdue | calendar months, not so many days
    """,
)
