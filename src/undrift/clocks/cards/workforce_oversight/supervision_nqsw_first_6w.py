from undrift.clocks.definition import Clock, Each, When
from undrift.clocks.settings import default
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="supervision_nqsw_first_6w",
    name="Newly qualified: supervision every week for six weeks",
    area="workforce_oversight",
    question="Was the newly qualified worker supervised within a week?",
    starts=Each("supervision", within="worker_post", and_opening=True),
    stops="supervision",
    limit=default("supervision_nqsw_first_6w"),
    setting=True,
    covers=When(("newly_qualified",), "the first six weeks of a newly qualified worker", before=weeks(6)),
    cites=(Cite("employer_standards", "standard 5", "weekly for the first six weeks"),),
    note="Read second-hand. Newly qualified is the first-year status of the workforce census.",
    cases="""
        worker_post | supervision | as_at || due | reading | why
        2024-04-02.. newly_qualified | 2024-04-09 | 2024-04-10 || 2024-04-09, 2024-04-16 | met, due_soon | on the last day in time, and the next begins
        2024-04-02.. newly_qualified | 2024-04-10 | 2024-04-10 || 2024-04-09, 2024-04-17 | late, due_soon | one day over
        2024-04-02.. newly_qualified | 2024-04-02 | 2024-04-03 || 2024-04-09, 2024-04-09 | met, due_soon | on the day it began, which starts the next as well
        2024-04-02.. newly_qualified | 2024-04-09, 2024-04-09 | 2024-04-10 || 2024-04-09, 2024-04-16 | met, due_soon | the same day twice is once
        2024-04-02.. newly_qualified |  | 2024-04-02 || 2024-04-09 | due_soon | never more than five working days
        2024-04-02.. newly_qualified |  | 2024-04-10 || 2024-04-09 | overdue | a day past the limit
        2024-04-02..2024-04-09 newly_qualified |  | 2024-07-09 || 2024-04-09 | not_applicable | over on the last day in time
        2024-04-02..2024-04-10 newly_qualified |  | 2024-07-09 || 2024-04-09 | late | over a day past the limit
        2024-04-02..2024-04-03 newly_qualified | 2024-04-04 | 2024-07-09 || 2024-04-09, 2024-04-11 | not_applicable, cannot_tell | dated after it was over
        2024-04-02..2024-03-01 newly_qualified |  | 2024-07-09 || 2024-04-09 | cannot_tell | it ends before it begins
         | 2024-04-02:zz | 2024-07-09 ||  |  | not one it covers
        ?.. newly_qualified |  | 2024-07-01 || | | no start recorded: nobody can say which weeks
        2024-02-20.. newly_qualified | 2024-04-01 | 2024-02-25 || 2024-02-27 | due_soon | the first week is running
        2024-02-21.. newly_qualified | 2024-04-02 | 2024-06-01 || 2024-02-28, 2024-04-09 | late, overdue | a day short of six weeks: still weekly
        2024-02-20.. newly_qualified | 2024-04-02 | 2024-06-01 || 2024-02-27 | late | six weeks in service: fortnightly from then on
        2024-04-02.. |  | 2024-06-01 || | | not newly qualified
    """,
)
