from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="cin_open_6_months",
    name="Child in need plan open for six months",
    area="child_in_need",
    question="Has the plan lasted less than six months?",
    starts=Opens("cin_plan"),
    stops=CLOSING,
    limit=default("cin_open_6_months"),
    setting=True,
    sense="flag",
    leaves_out=When(("N2",), "a disabled child with long-term support", of="detail"),
    cites=(
        Cite(
            "local_procedures",
            "Derbyshire: child in need plans",
            "a team manager reviews plans beyond six months",
        ),
    ),
    note="A flag: late means six months or more. Children whose primary need is disability (N2) are left out.",
    cases="""
        cin_plan | as_at || due | reading | why
        2024-04-02..2024-10-01 | 2025-01-02 || 2024-10-01 | met | ended the day before the limit is reached
        2024-04-02..2024-10-02 | 2025-01-02 || 2024-10-01 | late | ended on the day it is reached
        2024-04-02.. | 2024-09-23 || 2024-10-01 | running | six working days left
        2024-04-02.. | 2024-09-24 || 2024-10-01 | due_soon | five working days left
        2024-04-02.. | 2024-10-02 || 2024-10-01 | overdue | the limit is reached and it is still open
        2024-04-02..2024-03-01 | 2025-01-02 || 2024-10-01 | cannot_tell | ends before it begins
        ?.. | 2025-01-02 ||  | cannot_tell | no start recorded
        2024-04-02.. /N2 | 2025-01-02 ||  |  | left out
    """,
)
