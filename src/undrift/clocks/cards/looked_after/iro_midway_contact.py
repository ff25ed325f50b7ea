from undrift.clocks.definition import Clock, Each
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="iro_midway_contact",
    name="Reviewing officer in contact between reviews",
    area="looked_after",
    question="Was the reviewing officer in contact within three months of the review?",
    starts=Each("cla_review", within="care"),
    stops="iro_contact",
    limit=default("iro_midway_contact"),
    setting=True,
    cites=(Cite("local_convention", "midway checks", "the duty to monitor between reviews has no number"),),
    note=(
        "Not verified: from general knowledge. Records keep the newest contact only: late ones cannot be "
        "told."
    ),
    cases="""
        care | cla_review | iro_contact | as_at || due | reading | why
        2024-02-02.. | 2024-04-02 | 2024-07-02 | 2024-07-03 || 2024-07-02 | met | on the last day in time
        2024-02-02.. | 2024-04-02 | 2024-07-03 | 2024-07-03 || 2024-07-02 | late | one day over
        2024-02-02.. | 2024-04-02 | 2024-04-02 | 2024-10-02 || 2024-07-02 | met | the same day
        2024-02-02.. | 2024-04-02 |  | 2024-06-24 || 2024-07-02 | running | six working days left
        2024-02-02.. | 2024-04-02 |  | 2024-06-25 || 2024-07-02 | due_soon | five working days left
        2024-02-02.. | 2024-04-02 |  | 2024-07-03 || 2024-07-02 | overdue | a day past the limit
        2024-02-02..2024-07-02 | 2024-04-02 |  | 2024-10-02 || 2024-07-02 | not_applicable | over on the last day in time
        2024-02-02..2024-07-03 | 2024-04-02 |  | 2024-10-02 || 2024-07-02 | late | over a day past the limit
        2024-02-02.. |  |  | 2024-12-01 ||  |  | nothing has started it
        2024-02-02.. | ? |  | 2024-12-01 ||  |  | one with no date starts nothing
        2024-02-02..2024-04-01 | 2024-04-02 |  | 2024-10-02 || 2024-07-02 | cannot_tell | dated after the spell was over
        2023-12-02.. | 2024-01-31 |  | 2024-07-30 || 2024-04-30 | overdue | calendar months, not so many days
    """,
)
