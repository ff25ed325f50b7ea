from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="temp_hospital_6w",
    name="Temporary hospital stay of no more than six weeks",
    area="looked_after",
    question="Was the child back from hospital within six weeks?",
    starts=Opens("placement"),
    stops=CLOSING,
    limit=weeks(6),
    covers=When(("T1",), "a temporary hospital stay"),
    cites=(Cite("ssda903_rules", "rule 375", "a stay recorded as T1 lasts no more than 42 days"),),
    note="A limit of recording: a longer stay is a placement of its own.",
    cases="""
        placement | as_at || due | reading | why
        2024-04-02..2024-05-14 T1 | 2024-08-14 || 2024-05-14 | met | ended on the last day in time
        2024-04-02..2024-05-15 T1 | 2024-08-14 || 2024-05-14 | late | one day over
        2024-04-02.. T1 | 2024-05-06 || 2024-05-14 | running | six working days left
        2024-04-02.. T1 | 2024-05-07 || 2024-05-14 | due_soon | five working days left
        2024-04-02.. T1 | 2024-05-15 || 2024-05-14 | overdue | a day past the limit
        2024-04-02..2024-03-01 T1 | 2024-08-14 || 2024-05-14 | cannot_tell | ends before it begins
        ?.. T1 | 2024-08-14 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ | 2024-08-14 ||  |  | not one it covers
    """,
)
