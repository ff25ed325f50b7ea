from undrift.clocks.definition import Clock, Each, When
from undrift.engines.limits import months, weeks
from undrift.sources import Cite

clock = Clock(
    id="lac_visit_others_arrangement",
    name="Visits where another body arranges where the child lives",
    area="looked_after",
    question="Was the child visited within six weeks, in the first year in a hospital or young offender institution?",
    starts=Each("cla_visit", within="placement", and_opening=True),
    stops="cla_visit",
    limit=weeks(6),
    covers=When(("R2", "R5"), "placed by another body"),
    leaves_out=When(("R2", "R5"), "after the first year the limit is three months", after=months(12)),
    cites=(
        Cite(
            "care_planning_regs",
            "regulation 28(6)",
            "visits when another person arranges where the child lives: six weeks apart in the first year",
        ),
    ),
    note=(
        "Not verified: from general knowledge. The paragraph was seen but its intervals were not: a week after "
        "it starts or changes (lac_visit_first), six weeks in the first year, and three months from then on, when "
        "lac_visit_6wk still keeps to six weeks. Placement codes R2 (health) and R5 (young offender institution) are read "
        "as another body's arrangement."
    ),
    version=2,
    cases="""
        placement | cla_visit | as_at || due | reading | why
        2024-04-02.. R2 | 2024-05-14 | 2024-05-15 || 2024-05-14, 2024-06-25 | met, running | on the last day in time, and the next begins
        2024-04-02.. R2 | 2024-05-15 | 2024-05-15 || 2024-05-14, 2024-06-26 | late, running | one day over
        2024-04-02.. R2 | 2024-04-02 | 2024-04-03 || 2024-05-14, 2024-05-14 | met, running | on the day it began, which starts the next as well
        2024-04-02.. R2 | 2024-05-14, 2024-05-14 | 2024-05-15 || 2024-05-14, 2024-06-25 | met, running | the same day twice is once
        2024-04-02.. R2 |  | 2024-05-06 || 2024-05-14 | running | six working days left
        2024-04-02.. R2 |  | 2024-05-07 || 2024-05-14 | due_soon | five working days left
        2024-04-02.. R2 |  | 2024-05-15 || 2024-05-14 | overdue | a day past the limit
        2024-04-02..2024-05-14 R2 |  | 2024-08-14 || 2024-05-14 | not_applicable | over on the last day in time
        2024-04-02..2024-05-15 R2 |  | 2024-08-14 || 2024-05-14 | late | over a day past the limit
        2024-04-02..2024-04-03 R2 | 2024-04-04 | 2024-08-14 || 2024-05-14, 2024-05-16 | not_applicable, cannot_tell | dated after it was over
        2024-04-02..2024-03-01 R2 |  | 2024-08-14 || 2024-05-14 | cannot_tell | it ends before it begins
        ?.. R2 |  | 2024-08-14 ||  | cannot_tell | no start recorded
        2024-04-02.. R5 |  | 2024-08-14 || 2024-05-14 | overdue | R5 is covered too
        2024-04-02.. ZZ |  | 2024-08-14 ||  |  | not one it covers
        2023-04-03.. R2 | 2023-05-15, 2024-04-02 | 2024-05-15 || 2023-05-15, 2023-06-26, 2024-05-14 | met, late, overdue | the last day of the first year
        2023-04-03.. R2 | 2023-05-15, 2024-04-03 | 2024-05-15 || 2023-05-15, 2023-06-26 | met, late | a year in, six weeks no longer apply
        2023-04-03.. R5 | 2024-04-03 | 2024-05-15 || 2023-05-15 | late | nor in R5
    """,
)
