from undrift.clocks.definition import Clock, Opens, When
from undrift.engines.limits import working_days
from undrift.sources import Cite

clock = Clock(
    id="care_plan_10wd",
    name="Care plan made within ten working days",
    area="looked_after",
    question="Was the care plan made before the first placement, or within ten working days of it?",
    starts=Opens("care"),
    stops="care_planned",
    limit=working_days(10),
    not_applicable=When(("C1",), "in care proceedings, where the court sets the time"),
    may_precede=True,
    cites=(
        Cite(
            "care_planning_regs", "regulation 4(2)", "before the first placement or within ten working days"
        ),
    ),
    note=(
        "Read as first made. The regulation leaves out children whose care plan is made in care proceedings (section 31A): an "
        "interim order on the day care began. The start of the plan is held, not its completion. A plan up to "
        "four weeks before care began is that period's. A child remanded to the authority is owed one sooner, "
        "within five working days (part 8A, from general knowledge), which is not told apart."
    ),
    cases="""
        care | care_planned | as_at || due | reading | why
        2024-04-02.. | 2024-04-16 | 2024-07-16 || 2024-04-16 | met | on the last day in time
        2024-04-02.. | 2024-04-17 | 2024-07-16 || 2024-04-16 | late | one working day over
        2024-04-02.. | 2024-04-02 | 2024-07-16 || 2024-04-16 | met | the same day
        2024-04-02.. | 2024-04-16, 2024-04-17 | 2024-07-16 || 2024-04-16 | met | only the first counts
        2024-04-02.. |  | 2024-04-08 || 2024-04-16 | running | six working days left
        2024-04-02.. |  | 2024-04-09 || 2024-04-16 | due_soon | five working days left
        2024-04-02.. |  | 2024-04-17 || 2024-04-16 | overdue | a day past the limit
        2024-03-28.. |  | 2024-04-16 || 2024-04-15 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02..2024-04-16 |  | 2024-07-16 || 2024-04-16 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-04-17 |  | 2024-07-16 || 2024-04-16 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-07-16 || 2024-04-16 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2024-07-16 || 2024-04-16 | met | done before it began
        2024-04-02..2024-03-01 |  | 2024-07-16 || 2024-04-16 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-16 ||  | cannot_tell | no start recorded
        2024-04-02..2024-04-05 C1 |  | 2024-04-02 || 2024-04-16 | not_applicable | in care proceedings, where the court sets the time
    """,
)
