from undrift.clocks.definition import Clock, Each
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="in_touch_8w",
    name="Keeping in touch every eight weeks",
    area="care_leavers",
    question="Was there contact within eight weeks?",
    starts=Each("care_leaver_contact", within="care_leaver"),
    stops="care_leaver_contact",
    limit=default("in_touch_8w"),
    setting=True,
    by_day=True,
    cites=(
        Cite("leaving_care_guidance", "keeping in touch", "no number of days"),
        Cite(
            "local_convention",
            "keeping in touch",
            "inspectors look for eight weeks; 28 days and six weeks are in use",
        ),
    ),
    note="Read second-hand. Records keep the newest contact only.",
    cases="""
        care_leaver | care_leaver_contact | as_at || due | reading | why
        2024-02-02.. | 2024-04-02, 2024-05-28 | 2024-05-29 || 2024-05-28, 2024-07-23 | met, running | on the last day in time, and the next begins
        2024-02-02.. | 2024-04-02, 2024-05-29 | 2024-05-29 || 2024-05-28, 2024-07-24 | late, running | one day over
        2024-02-02.. | 2024-04-02, 2024-04-02 | 2024-04-03 || 2024-05-28 | running | the same day twice is once
        2024-02-02.. | 2024-04-02 | 2024-05-19 || 2024-05-28 | running | six working days left
        2024-02-02.. | 2024-04-02 | 2024-05-20 || 2024-05-28 | due_soon | five working days left
        2024-02-02.. | 2024-04-02 | 2024-05-29 || 2024-05-28 | overdue | a day past the limit
        2024-02-02..2024-05-28 | 2024-04-02 | 2024-08-28 || 2024-05-28 | not_applicable | over on the last day in time
        2024-02-02..2024-05-29 | 2024-04-02 | 2024-08-28 || 2024-05-28 | late | over a day past the limit
        2024-02-02.. |  | 2024-12-01 ||  |  | nothing has started it
        2024-02-02.. | ? | 2024-12-01 ||  |  | one with no date starts nothing
        2024-02-02..2024-04-01 | 2024-04-02 | 2024-08-28 ||  |  | after twenty-one, which is not looked at
    """,
)
