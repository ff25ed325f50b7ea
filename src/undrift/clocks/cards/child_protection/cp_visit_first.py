from undrift.clocks.definition import Clock, Opens, When
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="cp_visit_first",
    name="First visit after the plan begins",
    area="child_protection",
    question="Was the child first seen within ten working days of the start of the plan?",
    starts=Opens("cp_plan"),
    stops="cp_visit",
    limit=default("cp_visit_first"),
    setting=True,
    not_applicable=When(("unborn",), "the child is not yet born", of="detail"),
    cites=(Cite("local_convention", "first child protection visit", "local"),),
    note="Not verified: from general knowledge. A visit at which the child was not seen does not count.",
    cases="""
        cp_plan | cp_visit | as_at || due | reading | why
        2024-04-02.. | 2024-04-16 | 2024-07-16 || 2024-04-16 | met | on the last day in time
        2024-04-02.. | 2024-04-17 | 2024-07-16 || 2024-04-16 | late | one working day over
        2024-04-02.. | 2024-04-02 | 2024-07-16 || 2024-04-16 | met | the same day
        2024-04-02.. | 2024-04-16, 2024-04-17 | 2024-07-16 || 2024-04-16 | met | only the first counts
        2024-04-02.. |  | 2024-04-08 || 2024-04-16 | running | six working days left
        2024-04-02.. |  | 2024-04-09 || 2024-04-16 | due_soon | five working days left
        2024-04-02.. |  | 2024-04-17 || 2024-04-16 | overdue | a day past the limit
        2024-04-02..2024-06-03 /unborn |  | 2024-04-17 || 2024-04-16 | not_applicable | nobody to see until the birth
        2024-03-28.. |  | 2024-04-16 || 2024-04-15 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02..2024-04-16 |  | 2024-07-16 || 2024-04-16 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-04-17 |  | 2024-07-16 || 2024-04-16 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-07-16 || 2024-04-16 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2024-07-16 || 2024-04-16 | cannot_tell | dated before it began
        2024-04-02..2024-03-01 |  | 2024-07-16 || 2024-04-16 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-16 ||  | cannot_tell | no start recorded
    """,
)
