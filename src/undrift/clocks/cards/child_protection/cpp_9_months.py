from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="cpp_9_months",
    name="Child protection plan open for nine months",
    area="child_protection",
    question="Has the plan lasted less than nine months?",
    starts=Opens("cp_plan"),
    stops=CLOSING,
    limit=default("cpp_9_months"),
    setting=True,
    sense="flag",
    cites=(
        Cite(
            "local_convention",
            "long child protection plans",
            "a trigger for a manager's or legal review: 9, 12 and 15 months are all in use",
        ),
    ),
    note=(
        "Not verified: from general knowledge. A flag, not a deadline: late means it lasted nine months or "
        "more."
    ),
    cases="""
        cp_plan | as_at || due | reading | why
        2024-04-02..2025-01-01 | 2025-04-02 || 2025-01-01 | met | ended the day before the limit is reached
        2024-04-02..2025-01-02 | 2025-04-02 || 2025-01-01 | late | ended on the day it is reached
        2024-04-02.. | 2024-12-19 || 2025-01-01 | running | six working days left
        2024-04-02.. | 2024-12-20 || 2025-01-01 | due_soon | five working days left
        2024-04-02.. | 2025-01-02 || 2025-01-01 | overdue | the limit is reached and it is still open
        2024-04-02..2024-03-01 | 2025-04-02 || 2025-01-01 | cannot_tell | ends before it begins
        ?.. | 2025-04-02 ||  | cannot_tell | no start recorded
    """,
)
