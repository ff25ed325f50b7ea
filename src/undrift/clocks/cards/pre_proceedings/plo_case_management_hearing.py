from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import working_days
from undrift.sources import Cite

clock = Clock(
    id="plo_case_management_hearing",
    name="Case management hearing within 18 working days",
    area="pre_proceedings",
    question="Was the case management hearing held by the eighteenth working day?",
    starts=Opens("court_proceedings"),
    stops="first_hearing",
    limit=working_days(17),
    cites=(Cite("pd12a", "stage 2", "held not before day 12 and not later than day 18"),),
    note=(
        "Not verified: from general knowledge. Issue is day 1, so the last day is seventeen working days "
        "after it. Whether it came before day 12 is not tested."
    ),
    cases="""
        court_proceedings | first_hearing | as_at || due | reading | why
        2024-04-02.. | 2024-04-25 | 2024-07-25 || 2024-04-25 | met | on the last day in time
        2024-04-02.. | 2024-04-26 | 2024-07-25 || 2024-04-25 | late | one working day over
        2024-04-02.. | 2024-04-02 | 2024-07-25 || 2024-04-25 | met | the same day
        2024-04-02.. | 2024-04-25, 2024-04-26 | 2024-07-25 || 2024-04-25 | met | only the first counts
        2024-04-02.. |  | 2024-04-17 || 2024-04-25 | running | six working days left
        2024-04-02.. |  | 2024-04-18 || 2024-04-25 | due_soon | five working days left
        2024-04-02.. |  | 2024-04-26 || 2024-04-25 | overdue | a day past the limit
        2024-03-28.. |  | 2024-04-25 || 2024-04-24 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02..2024-04-25 |  | 2024-07-25 || 2024-04-25 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-04-26 |  | 2024-07-25 || 2024-04-25 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-07-25 || 2024-04-25 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2024-07-25 || 2024-04-25 | cannot_tell | dated before it began
        2024-04-02..2024-03-01 |  | 2024-07-25 || 2024-04-25 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-25 ||  | cannot_tell | no start recorded
    """,
)
