from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="temp_carer_holiday_3w",
    name="Cover for a carer's holiday of no more than three weeks",
    area="looked_after",
    question="Was the child back with the usual carer within three weeks?",
    starts=Opens("placement"),
    stops=CLOSING,
    limit=weeks(3),
    covers=When(("T3",), "cover for a carer's holiday"),
    cites=(Cite("ssda903_rules", "rule 376", "a stay recorded as T3 lasts no more than 21 days"),),
    note="A limit of recording.",
    cases="""
        placement | as_at || due | reading | why
        2024-04-02..2024-04-23 T3 | 2024-07-23 || 2024-04-23 | met | ended on the last day in time
        2024-04-02..2024-04-24 T3 | 2024-07-23 || 2024-04-23 | late | one day over
        2024-04-02.. T3 | 2024-04-15 || 2024-04-23 | running | six working days left
        2024-04-02.. T3 | 2024-04-16 || 2024-04-23 | due_soon | five working days left
        2024-04-02.. T3 | 2024-04-24 || 2024-04-23 | overdue | a day past the limit
        2024-04-02..2024-03-01 T3 | 2024-07-23 || 2024-04-23 | cannot_tell | ends before it begins
        ?.. T3 | 2024-07-23 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ | 2024-07-23 ||  |  | not one it covers
    """,
)
