from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="cpp_short_under_3m",
    name="Child protection plan ended within three months",
    area="child_protection",
    question="Did the plan last more than three months?",
    starts=Opens("cp_plan"),
    stops=CLOSING,
    limit=months(3),
    sense="short",
    cites=(Cite("cin_census", "duration of plans", "counts plans that ended within three months"),),
    note=(
        "Late means it ended at or before the first review was due, which can be over-use of plans. Not a "
        "deadline."
    ),
    cases="""
        cp_plan | as_at || due | reading | why
        2024-04-02..2024-07-02 | 2024-10-02 || 2024-07-02 | late | ended on the last day of the limit
        2024-04-02..2024-07-03 | 2024-10-02 || 2024-07-02 | met | ended a day after
        2024-04-02.. | 2024-07-02 || 2024-07-02 | running | not over on that day
        2024-04-02.. | 2024-07-03 || 2024-07-02 | met | open, and the period is up
        2024-04-02..2024-03-01 | 2024-10-02 || 2024-07-02 | cannot_tell | ends before it begins
        ?.. | 2024-10-02 ||  | cannot_tell | no start recorded
        2024-01-31.. | 2024-07-30 || 2024-04-30 | met | calendar months, not so many days
    """,
)
