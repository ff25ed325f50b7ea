from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="permanence_plan_second_review",
    name="Plan for permanence by the second review",
    area="permanence",
    question="Was a plan for permanence recorded within four months of coming into care?",
    starts=Opens("care"),
    stops=("permanence_planned", "permanence_agreed"),
    limit=months(4),
    by_day=True,
    cites=(Cite("care_planning_guidance", "permanence", "a plan for permanence by the second review"),),
    note=(
        "Read second-hand. Twenty working days and three months are about four months. A care plan that names "
        "a route, or a plan agreed on the authority's own form, answers it."
    ),
    cases="""
        care | permanence_planned | permanence_agreed | as_at || due | reading | why
        2024-04-02.. | 2024-08-02 |  | 2024-11-02 || 2024-08-02 | met | on the last day in time (permanence_planned)
        2024-04-02.. |  | 2024-08-02 | 2024-11-02 || 2024-08-02 | met | on the last day in time (permanence_agreed)
        2024-04-02.. | 2024-08-03 |  | 2024-11-02 || 2024-08-02 | late | one day over
        2024-04-02.. | 2024-04-02 |  | 2024-11-02 || 2024-08-02 | met | the same day
        2024-04-02.. | 2024-08-02, 2024-08-03 |  | 2024-11-02 || 2024-08-02 | met | only the first counts
        2024-04-02.. |  |  | 2024-07-25 || 2024-08-02 | running | six working days left
        2024-04-02.. |  |  | 2024-07-26 || 2024-08-02 | due_soon | five working days left
        2024-04-02.. |  |  | 2024-08-03 || 2024-08-02 | overdue | a day past the limit
        2024-04-02..2024-08-02 |  |  | 2024-11-02 || 2024-08-02 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-08-03 |  |  | 2024-11-02 || 2024-08-02 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 |  | 2024-11-02 || 2024-08-02 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 |  | 2024-11-02 || 2024-08-02 | overdue | nothing before it began counts
        2024-04-02..2024-03-01 |  |  | 2024-11-02 || 2024-08-02 | cannot_tell | it ends before it begins
        ?.. |  |  | 2024-11-02 ||  | cannot_tell | no start recorded
    """,
)
