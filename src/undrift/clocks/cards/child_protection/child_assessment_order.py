from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="child_assessment_order",
    name="Child assessment order ended within seven days",
    area="child_protection",
    question="Did the order end within seven days?",
    starts=Opens("legal_status"),
    stops=CLOSING,
    limit=calendar_days(7),
    covers=When(("L3",), "a child assessment order"),
    cites=(Cite("children_act_1989", "section 43(5)", "seven days at most from the day it is to begin"),),
    note=(
        "Read in the Act as first made. The seven days begin with the day the assessment is to begin, which records "
        "do not hold: the first day of the order stands for it. The day an order ends is not one of its days."
    ),
    cases="""
        legal_status | as_at || due | reading | why
        2024-04-02..2024-04-09 L3 | 2024-07-09 || 2024-04-09 | met | ended on the last day in time
        2024-04-02..2024-04-10 L3 | 2024-07-09 || 2024-04-09 | late | one day over
        2024-04-02.. L3 | 2024-04-02 || 2024-04-09 | due_soon | never more than five working days
        2024-04-02.. L3 | 2024-04-10 || 2024-04-09 | overdue | a day past the limit
        2024-04-02..2024-03-01 L3 | 2024-07-09 || 2024-04-09 | cannot_tell | ends before it begins
        ?.. L3 | 2024-07-09 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ | 2024-07-09 ||  |  | not one it covers
    """,
)
