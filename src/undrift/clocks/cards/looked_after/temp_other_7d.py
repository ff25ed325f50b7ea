from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="temp_other_7d",
    name="Other temporary accommodation of no more than seven days",
    area="looked_after",
    question="Was the child back within seven days?",
    starts=Opens("placement"),
    stops=CLOSING,
    limit=calendar_days(7),
    covers=When(("T4",), "other temporary accommodation"),
    cites=(Cite("ssda903_rules", "rule 379", "a stay recorded as T4 lasts no more than seven days"),),
    note="A limit of recording.",
    cases="""
        placement | as_at || due | reading | why
        2024-04-02..2024-04-09 T4 | 2024-07-09 || 2024-04-09 | met | ended on the last day in time
        2024-04-02..2024-04-10 T4 | 2024-07-09 || 2024-04-09 | late | one day over
        2024-04-02.. T4 | 2024-04-02 || 2024-04-09 | due_soon | never more than five working days
        2024-04-02.. T4 | 2024-04-10 || 2024-04-09 | overdue | a day past the limit
        2024-04-02..2024-03-01 T4 | 2024-07-09 || 2024-04-09 | cannot_tell | ends before it begins
        ?.. T4 | 2024-07-09 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ | 2024-07-09 ||  |  | not one it covers
    """,
)
