from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="in_touch_birthday",
    name="In touch about the birthday",
    area="care_leavers",
    question="Was there contact between three months before the birthday and one month after it?",
    starts=Each("in_touch_window", within="care_leaver"),
    stops="care_leaver_contact",
    limit=months(4),
    by_day=True,
    cites=(
        Cite(
            "cla_statistics",
            "care leavers",
            "in touch from three months before the birthday to one month after",
        ),
    ),
    note=(
        "Not verified: from general knowledge. The seventeenth to the twenty-first birthday. Records keep the "
        "newest contact only: older birthdays cannot be told."
    ),
    cases="""
        care_leaver | in_touch_window | care_leaver_contact | as_at || due | reading | why
        2024-02-02.. | 2024-04-02 | 2024-08-02 | 2024-08-03 || 2024-08-02 | met | on the last day in time
        2024-02-02.. | 2024-04-02 | 2024-08-03 | 2024-08-03 || 2024-08-02 | late | one day over
        2024-02-02.. | 2024-04-02 | 2024-04-02 | 2024-11-02 || 2024-08-02 | met | the same day
        2024-02-02.. | 2024-04-02 |  | 2024-07-25 || 2024-08-02 | running | six working days left
        2024-02-02.. | 2024-04-02 |  | 2024-07-26 || 2024-08-02 | due_soon | five working days left
        2024-02-02.. | 2024-04-02 |  | 2024-08-03 || 2024-08-02 | overdue | a day past the limit
        2024-02-02..2024-08-02 | 2024-04-02 |  | 2024-11-02 || 2024-08-02 | not_applicable | over on the last day in time
        2024-02-02..2024-08-03 | 2024-04-02 |  | 2024-11-02 || 2024-08-02 | late | over a day past the limit
        2024-02-02.. |  |  | 2024-12-01 ||  |  | nothing has started it
        2024-02-02.. | ? |  | 2024-12-01 ||  |  | one with no date starts nothing
        2024-02-02..2024-04-01 | 2024-04-02 |  | 2024-11-02 ||  |  | after twenty-one, which is not looked at
    """,
)
