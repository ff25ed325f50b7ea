from undrift.clocks.definition import Aged, Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="rha_5plus",
    name="Review health assessment every year, five and over",
    area="looked_after",
    question="Was the next health assessment within twelve months?",
    starts=Each("health_assessment", within="care"),
    stops="health_assessment",
    limit=months(12),
    aged=Aged(at_least=5),
    by_day=True,
    cites=(
        Cite("care_planning_regs", "regulation 7", "every twelve months from the fifth birthday"),
        Cite(
            "cla_statistics",
            "annual health assessments",
            "counts children looked after for a year at 31 March",
        ),
    ),
    note="Read second-hand. The age is that on the day of the last assessment.",
    cases="""
        care | health_assessment | born | as_at || due | reading | why
        2024-02-02.. | 2024-04-02, 2025-04-02 | 2018-10-02 | 2025-04-03 || 2025-04-02, 2026-04-02 | met, running | on the last day in time, and the next begins
        2024-02-02.. | 2024-04-02, 2025-04-03 | 2018-10-02 | 2025-04-03 || 2025-04-02, 2026-04-03 | late, running | one day over
        2024-02-02.. | 2024-04-02, 2024-04-02 | 2018-10-02 | 2024-04-03 || 2025-04-02 | running | the same day twice is once
        2024-02-02.. | 2024-04-02 | 2018-10-02 | 2025-03-25 || 2025-04-02 | running | six working days left
        2024-02-02.. | 2024-04-02 | 2018-10-02 | 2025-03-26 || 2025-04-02 | due_soon | five working days left
        2024-02-02.. | 2024-04-02 | 2018-10-02 | 2025-04-03 || 2025-04-02 | overdue | a day past the limit
        2024-02-02..2025-04-02 | 2024-04-02 | 2018-10-02 | 2025-07-02 || 2025-04-02 | not_applicable | over on the last day in time
        2024-02-02..2025-04-03 | 2024-04-02 | 2018-10-02 | 2025-07-02 || 2025-04-02 | late | over a day past the limit
        2024-02-02.. |  | 2018-10-02 | 2024-12-01 ||  |  | nothing has started it
        2024-02-02.. | ? | 2018-10-02 | 2024-12-01 ||  |  | one with no date starts nothing
        2024-02-02..2024-04-01 | 2024-04-02 | 2018-10-02 | 2024-12-01 ||  |  | one after the spell is over starts nothing
        2024-02-02.. | 2024-04-02 | 2019-04-02 | 2025-07-02 || 2025-04-02 | overdue | that age on the very day
        2024-02-02.. | 2024-04-02 | 2019-04-03 | 2025-07-02 ||  |  | a day too young: another clock, or none
        2024-02-02.. | 2024-04-02 |  | 2025-07-02 || 2025-04-02 | cannot_tell | no date of birth recorded
    """,
)
