from undrift.clocks.definition import Clock, Each, When
from undrift.clocks.settings import default
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="supervision_monthly",
    name="Supervision every month",
    area="workforce_oversight",
    question="Was the worker supervised within a month of the last time, or of starting?",
    starts=Each("supervision", within="worker_post", and_opening=True),
    stops="supervision",
    limit=default("supervision_monthly"),
    setting=True,
    leaves_out=When(("newly_qualified",), "a newly qualified worker's first six months", before=months(6)),
    cites=(Cite("employer_standards", "standard 5", "monthly, after the first six months"),),
    note=(
        "Read second-hand; a standard and not law. A worker's clock: its rows carry the worker and no child. "
        "The days come from the authority's own form."
    ),
    cases="""
        worker_post | supervision | as_at || due | reading | why
        2024-04-02.. | 2024-05-02 | 2024-05-03 || 2024-05-02, 2024-06-02 | met, running | on the last day in time, and the next begins
        2024-04-02.. | 2024-05-03 | 2024-05-03 || 2024-05-02, 2024-06-03 | late, running | one day over
        2024-04-02.. | 2024-04-02 | 2024-04-03 || 2024-05-02, 2024-05-02 | met, running | on the day it began, which starts the next as well
        2024-04-02.. | 2024-05-02, 2024-05-02 | 2024-05-03 || 2024-05-02, 2024-06-02 | met, running | the same day twice is once
        2024-04-02.. |  | 2024-04-24 || 2024-05-02 | running | six working days left
        2024-04-02.. |  | 2024-04-25 || 2024-05-02 | due_soon | five working days left
        2024-04-02.. |  | 2024-05-03 || 2024-05-02 | overdue | a day past the limit
        2024-04-02..2024-05-02 |  | 2024-08-02 || 2024-05-02 | not_applicable | over on the last day in time
        2024-04-02..2024-05-03 |  | 2024-08-02 || 2024-05-02 | late | over a day past the limit
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-08-02 || 2024-05-02, 2024-05-04 | not_applicable, cannot_tell | dated after it was over
        2024-04-02..2024-03-01 |  | 2024-08-02 || 2024-05-02 | cannot_tell | it ends before it begins
        ?.. |  | 2024-08-02 ||  | cannot_tell | no start recorded
        2024-04-02.. newly_qualified |  | 2024-08-02 ||  |  | left out
        2023-10-01.. newly_qualified | 2024-03-31 | 2024-04-15 || | | newly qualified, a day short of six months
        2023-10-02.. newly_qualified | 2024-04-02 | 2024-06-01 || 2024-05-02 | overdue | newly qualified, from six months on
    """,
)
