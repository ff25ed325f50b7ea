from undrift.clocks.definition import Clock, Each, When
from undrift.clocks.settings import default
from undrift.engines.limits import months, weeks
from undrift.sources import Cite

clock = Clock(
    id="supervision_nqsw_6m",
    name="Newly qualified: supervision every fortnight to six months",
    area="workforce_oversight",
    question="Was the newly qualified worker supervised within two weeks?",
    starts=Each("supervision", within="worker_post"),
    stops="supervision",
    limit=default("supervision_nqsw_6m"),
    setting=True,
    covers=When(
        ("newly_qualified",),
        "a newly qualified worker, from six weeks to six months",
        after=weeks(6),
        before=months(6),
    ),
    cites=(Cite("employer_standards", "standard 5", "fortnightly to six months"),),
    note="Read second-hand.",
    cases="""
        worker_post | supervision | as_at || due | reading | why
        2024-02-01.. newly_qualified | 2024-04-02, 2024-04-16 | 2024-04-17 || 2024-04-16, 2024-04-30 | met, running | on the last day in time, and the next begins
        2024-02-01.. newly_qualified | 2024-04-02, 2024-04-17 | 2024-04-17 || 2024-04-16, 2024-05-01 | late, running | one day over
        2024-02-01.. newly_qualified | 2024-04-02, 2024-04-02 | 2024-04-03 || 2024-04-16 | running | the same day twice is once
        2024-02-01.. newly_qualified | 2024-04-02 | 2024-04-08 || 2024-04-16 | running | six working days left
        2024-02-01.. newly_qualified | 2024-04-02 | 2024-04-09 || 2024-04-16 | due_soon | five working days left
        2024-02-01.. newly_qualified | 2024-04-02 | 2024-04-17 || 2024-04-16 | overdue | a day past the limit
        2024-02-01..2024-04-16 newly_qualified | 2024-04-02 | 2024-07-16 || 2024-04-16 | not_applicable | over on the last day in time
        2024-02-01..2024-04-17 newly_qualified | 2024-04-02 | 2024-07-16 || 2024-04-16 | late | over a day past the limit
        2024-02-01.. newly_qualified |  | 2024-12-01 ||  |  | nothing has started it
        2024-02-01.. newly_qualified | ? | 2024-12-01 ||  |  | one with no date starts nothing
        2024-02-01..2024-04-01 newly_qualified | 2024-04-02 | 2024-07-16 || 2024-04-16 | cannot_tell | dated after the spell was over
         | 2024-04-02:zz | 2024-07-16 ||  |  | not one it covers
        2024-02-21.. newly_qualified | 2024-04-02 | 2024-06-01 || | | a day short of six weeks: weekly
        2024-02-20.. newly_qualified | 2024-04-02 | 2024-06-01 || 2024-04-16 | overdue | six weeks to the day
        2023-10-03.. newly_qualified | 2024-04-02 | 2024-06-01 || 2024-04-16 | overdue | a day short of six months
        2023-10-02.. newly_qualified | 2024-04-02 | 2024-06-01 || | | six months to the day: monthly
        2024-01-02.. | 2024-04-02 | 2024-06-01 || | | not newly qualified
    """,
)
