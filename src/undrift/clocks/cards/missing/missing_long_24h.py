from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="missing_long_24h",
    name="Missing for more than a day",
    area="missing",
    question="Was the child found within a day?",
    starts=Opens("missing"),
    stops=CLOSING,
    limit=default("missing_long_24h"),
    setting=True,
    cites=(Cite("local_convention", "long missing episodes", "24, 48 or 72 hours are in use as triggers"),),
    note=(
        "Not verified: from general knowledge. Dates only: back the next day is read as within 24 hours, "
        "though it may not have been."
    ),
    cases="""
        missing_spell | as_at || due | reading | why
        2024-04-02..2024-04-03 | 2024-07-03 || 2024-04-03 | met | ended on the last day in time
        2024-04-02..2024-04-04 | 2024-07-03 || 2024-04-03 | late | one day over
        2024-04-02.. | 2024-04-02 || 2024-04-03 | due_soon | never more than five working days
        2024-04-02.. | 2024-04-04 || 2024-04-03 | overdue | a day past the limit
        2024-04-02..2024-03-01 | 2024-07-03 || 2024-04-03 | cannot_tell | ends before it begins
        ?.. | 2024-07-03 ||  | cannot_tell | no start recorded
    """,
)
