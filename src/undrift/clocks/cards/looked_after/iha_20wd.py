from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import working_days
from undrift.sources import Cite

clock = Clock(
    id="iha_20wd",
    name="Initial health assessment within 20 working days",
    area="looked_after",
    question="Was the first health assessment done within 20 working days of coming into care?",
    starts=Opens("care"),
    stops="health_assessment",
    limit=working_days(20),
    by_day=True,
    cites=(
        Cite("health_guidance", "initial health assessments", "the report is there for the first review"),
        Cite("care_planning_regs", "regulation 7", "health assessment of a looked-after child"),
    ),
    note=(
        "Read second-hand. The dataset does not tell first from review assessments: the first in the period "
        "of care is taken. Only checks marked completed count."
    ),
    cases="""
        care | health_assessment | as_at || due | reading | why
        2024-04-02.. | 2024-04-30 | 2024-07-30 || 2024-04-30 | met | on the last day in time
        2024-04-02.. | 2024-05-01 | 2024-07-30 || 2024-04-30 | late | one working day over
        2024-04-02.. | 2024-04-02 | 2024-07-30 || 2024-04-30 | met | the same day
        2024-04-02.. | 2024-04-30, 2024-05-01 | 2024-07-30 || 2024-04-30 | met | only the first counts
        2024-04-02.. |  | 2024-04-22 || 2024-04-30 | running | six working days left
        2024-04-02.. |  | 2024-04-23 || 2024-04-30 | due_soon | five working days left
        2024-04-02.. |  | 2024-05-01 || 2024-04-30 | overdue | a day past the limit
        2024-03-28.. |  | 2024-04-30 || 2024-04-29 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02..2024-04-30 |  | 2024-07-30 || 2024-04-30 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-05-01 |  | 2024-07-30 || 2024-04-30 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-07-30 || 2024-04-30 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2024-07-30 || 2024-04-30 | overdue | nothing before it began counts
        2024-04-02..2024-03-01 |  | 2024-07-30 || 2024-04-30 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-30 ||  | cannot_tell | no start recorded
    """,
)
