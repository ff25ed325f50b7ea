from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="epo_extension",
    name="Emergency protection order, with one extension",
    area="child_protection",
    question="Did the order end within fifteen days, extended once?",
    starts=Opens("legal_status"),
    stops=CLOSING,
    limit=calendar_days(15),
    covers=When(("L2",), "an emergency protection order"),
    cites=(Cite("children_act_1989", "section 45(4) to (6)", "one extension of no more than seven days"),),
    note=(
        "Not verified: from general knowledge. Counted from the start of the order, eight days and seven: "
        "records hold one order and no day of extension."
    ),
    cases="""
        legal_status | as_at || due | reading | why
        2024-04-02..2024-04-17 L2 | 2024-07-17 || 2024-04-17 | met | ended on the last day in time
        2024-04-02..2024-04-18 L2 | 2024-07-17 || 2024-04-17 | late | one day over
        2024-04-02.. L2 | 2024-04-09 || 2024-04-17 | running | six working days left
        2024-04-02.. L2 | 2024-04-10 || 2024-04-17 | due_soon | five working days left
        2024-04-02.. L2 | 2024-04-18 || 2024-04-17 | overdue | a day past the limit
        2024-04-02..2024-03-01 L2 | 2024-07-17 || 2024-04-17 | cannot_tell | ends before it begins
        ?.. L2 | 2024-07-17 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ | 2024-07-17 ||  |  | not one it covers
    """,
)
