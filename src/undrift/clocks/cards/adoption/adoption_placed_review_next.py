from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="adoption_placed_review_next",
    name="Later reviews after placing for adoption",
    area="adoption",
    question="Was the next review within six months?",
    starts=Each("cla_review", within="placed_for_adoption", first=2),
    stops="cla_review",
    limit=months(6),
    by_day=True,
    cites=(Cite("adoption_regs", "regulation 36", "then every six months until the order"),),
    note="The second and every later review start the clock for the next.",
    cases="""
        placed_for_adoption_spell | cla_review | as_at || due | reading | why
        2024-02-02.. | 2024-02-22, 2024-04-02, 2024-10-02 | 2024-10-03 || 2024-10-02, 2025-04-02 | met, running | on the last day in time, and the next begins
        2024-02-02.. | 2024-02-22, 2024-04-02, 2024-10-03 | 2024-10-03 || 2024-10-02, 2025-04-03 | late, running | one day over
        2024-02-02.. | 2024-02-22, 2024-04-02, 2024-04-02 | 2024-04-03 || 2024-10-02 | running | the same day twice is once
        2024-02-02.. | 2024-02-22, 2024-04-02 | 2024-09-24 || 2024-10-02 | running | six working days left
        2024-02-02.. | 2024-02-22, 2024-04-02 | 2024-09-25 || 2024-10-02 | due_soon | five working days left
        2024-02-02.. | 2024-02-22, 2024-04-02 | 2024-10-03 || 2024-10-02 | overdue | a day past the limit
        2024-02-02..2024-10-02 | 2024-02-22, 2024-04-02 | 2025-01-02 || 2024-10-02 | not_applicable | over on the last day in time
        2024-02-02..2024-10-03 | 2024-02-22, 2024-04-02 | 2025-01-02 || 2024-10-02 | late | over a day past the limit
        2024-02-02.. | 2024-02-22 | 2024-12-01 ||  |  | nothing has started it
        2024-02-02.. | ?, 2024-02-22 | 2024-12-01 ||  |  | one with no date starts nothing
        2024-02-02..2024-04-01 | 2024-02-22, 2024-04-02 | 2024-12-01 ||  |  | one after the spell is over starts nothing
    """,
)
