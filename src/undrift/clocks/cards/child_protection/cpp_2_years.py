from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="cpp_2_years",
    name="Child protection plan of two years or more",
    area="child_protection",
    question="Has the plan lasted less than two years?",
    starts=Opens("cp_plan"),
    stops=CLOSING,
    limit=calendar_days(730),
    sense="flag",
    cites=(Cite("lait", "plans of two years or more", "counts plans that lasted more than 729 days"),),
    note=(
        "Two published measures: plans open at 31 March, and plans ended in the year. Days, not calendar "
        "months."
    ),
    cases="""
        cp_plan | as_at || due | reading | why
        2024-04-02..2026-04-01 | 2026-07-02 || 2026-04-01 | met | ended the day before the limit is reached
        2024-04-02..2026-04-02 | 2026-07-02 || 2026-04-01 | late | ended on the day it is reached
        2024-04-02.. | 2026-03-24 || 2026-04-01 | running | six working days left
        2024-04-02.. | 2026-03-25 || 2026-04-01 | due_soon | five working days left
        2024-04-02.. | 2026-04-02 || 2026-04-01 | overdue | the limit is reached and it is still open
        2024-04-02..2024-03-01 | 2026-07-02 || 2026-04-01 | cannot_tell | ends before it begins
        ?.. | 2026-07-02 ||  | cannot_tell | no start recorded
    """,
)
