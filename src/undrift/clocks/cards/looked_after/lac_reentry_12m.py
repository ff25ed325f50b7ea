from undrift.clocks.definition import Again, Clock
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="lac_reentry_12m",
    name="Back in care within a year",
    area="looked_after",
    question="Had the child left care in the twelve months before coming in?",
    starts=Again("care_started", since="care_ended"),
    stops="care_started",
    limit=default("lac_reentry_12m"),
    setting=True,
    cites=(Cite("annex_a", "list 8", "asks whether it is a second period of care in twelve months"),),
    note="A window: late means a return inside twelve months. Short breaks are not care.",
    cases="""
        care_started | care_ended | records_from | as_at || due | reading | why
        2025-04-02 | 2024-04-02 | 2015-01-01 | 2025-04-03 || 2025-04-02 | late | inside, on the last day of the window
        2025-04-03 | 2024-04-02 | 2015-01-01 | 2025-04-04 || 2025-04-02 | met | a day after the window closed
        2024-04-02 |  | 2015-01-01 | 2025-07-02 || - | met | the first there ever was
        2024-04-02 |  | 2023-04-02 | 2025-07-02 || - | cannot_tell | records reach back exactly as long: not far enough
        2024-04-02 |  | 2023-04-01 | 2025-07-02 || - | met | records reach back further
        ? |  | 2015-01-01 | 2025-07-02 || - | cannot_tell | no date recorded
        2025-04-02 | 2024-04-02 | 2015-01-01 | 2025-04-01 ||  |  | it has not happened yet on that day
        2024-04-02 | 2024-04-02 | 2015-01-01 | 2024-05-01 || 2025-04-02 | late | back the day they left
    """,
)
