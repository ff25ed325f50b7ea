from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="lac_definition_24h",
    name="Accommodation that counts as being looked after",
    area="looked_after",
    question="Did the period of care last a day at least?",
    starts=Opens("care"),
    stops=CLOSING,
    limit=calendar_days(1),
    sense="minimum",
    cites=(
        Cite(
            "children_act_1989",
            "section 22(2)",
            "accommodation counts when it is for a continuous period of more than 24 hours",
        ),
    ),
    note=(
        "A definition, not a deadline: late means it was over the same day, and does not count as being "
        "looked after. Dates only, so a night away is a day."
    ),
    cases="""
        care | as_at || due | reading | why
        2024-04-02..2024-04-03 | 2024-07-03 || 2024-04-02 | met | lasted until the day the period is up
        2024-04-02..2024-04-02 | 2024-07-03 || 2024-04-02 | late | ended the day before
        2024-04-02.. | 2024-04-02 || 2024-04-02 | running | not over on that day
        2024-04-02.. | 2024-04-03 || 2024-04-02 | met | open, and the period is up
        2024-04-02..2024-03-01 | 2024-07-03 || 2024-04-02 | cannot_tell | ends before it begins
        ?.. | 2024-07-03 ||  | cannot_tell | no start recorded
    """,
)
