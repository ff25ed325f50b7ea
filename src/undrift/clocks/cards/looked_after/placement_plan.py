from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import working_days
from undrift.sources import Cite

clock = Clock(
    id="placement_plan",
    name="Placement plan made within five working days",
    area="looked_after",
    question="Was the placement plan made before the placement, or within five working days of its start?",
    starts=Opens("placement"),
    stops="placement_planned",
    limit=working_days(5),
    may_precede=True,
    cites=(
        Cite("care_planning_regs", "regulation 9(2)", "before the placement or within five working days"),
    ),
    note=(
        "Read as first made: five working days where it was not practicable before. The day comes from the "
        "authority's own form."
    ),
    cases="""
        placement | placement_planned | as_at || due | reading | why
        2024-04-02.. | 2024-04-09 | 2024-07-09 || 2024-04-09 | met | on the last day in time
        2024-04-02.. | 2024-04-10 | 2024-07-09 || 2024-04-09 | late | one working day over
        2024-04-02.. | 2024-04-02 | 2024-07-09 || 2024-04-09 | met | the same day
        2024-04-02.. | 2024-04-09, 2024-04-10 | 2024-07-09 || 2024-04-09 | met | only the first counts
        2024-04-02.. |  | 2024-04-02 || 2024-04-09 | due_soon | never more than five working days
        2024-04-02.. |  | 2024-04-10 || 2024-04-09 | overdue | a day past the limit
        2024-03-28.. |  | 2024-04-09 || 2024-04-08 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02..2024-04-09 |  | 2024-07-09 || 2024-04-09 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-04-10 |  | 2024-07-09 || 2024-04-09 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-07-09 || 2024-04-09 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2024-07-09 || 2024-04-09 | met | done before it began
        2024-04-02..2024-03-01 |  | 2024-07-09 || 2024-04-09 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-09 ||  | cannot_tell | no start recorded
    """,
)
