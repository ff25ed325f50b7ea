from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import working_days
from undrift.sources import Cite

clock = Clock(
    id="reg19_assessment",
    name="Parent assessed within ten working days of an immediate placement",
    area="looked_after",
    question="Was the parent's assessment finished within ten working days of the placement?",
    starts=Opens("placed_unassessed"),
    stops="parent_assessed",
    limit=working_days(10),
    cites=(
        Cite(
            "care_planning_regs", "regulation 19", "the assessment within ten working days of the placement"
        ),
    ),
    note=(
        "Not verified: from general knowledge. Wales's regulation in the same words (SI 2015/1818, regulation 20) "
        "was read. Both days come from the authority's own form (placement moves). The decision, due within ten "
        "working days more, is not recorded."
    ),
    cases="""
        placed_unassessed | parent_assessed | as_at || due | reading | why
        2024-04-02.. | 2024-04-16 | 2024-07-16 || 2024-04-16 | met | on the last day in time
        2024-04-02.. | 2024-04-17 | 2024-07-16 || 2024-04-16 | late | one working day over
        2024-04-02.. | 2024-04-02 | 2024-07-16 || 2024-04-16 | met | the same day
        2024-04-02.. | 2024-04-16, 2024-04-17 | 2024-07-16 || 2024-04-16 | met | only the first counts
        2024-04-02.. |  | 2024-04-08 || 2024-04-16 | running | six working days left
        2024-04-02.. |  | 2024-04-09 || 2024-04-16 | due_soon | five working days left
        2024-04-02.. |  | 2024-04-17 || 2024-04-16 | overdue | a day past the limit
        2024-03-28.. |  | 2024-04-16 || 2024-04-15 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02..2024-04-16 |  | 2024-07-16 || 2024-04-16 | not_applicable | moved on the last day in time
        2024-04-02..2024-04-17 |  | 2024-07-16 || 2024-04-16 | late | moved a day past the limit, never assessed
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-07-16 || 2024-04-16 | not_applicable | a day after the child had moved
        2024-04-02.. | 2024-03-24 | 2024-07-16 || 2024-04-16 | cannot_tell | assessed before the placement, so not placed before it
        2024-04-02..2024-03-01 |  | 2024-07-16 || 2024-04-16 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-16 ||  | cannot_tell | no start recorded
    """,
)
