from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="adoption_placed_review_first",
    name="First review after placing for adoption",
    area="adoption",
    question="Was the placement reviewed within four weeks?",
    starts=Opens("placed_for_adoption"),
    stops="cla_review",
    limit=weeks(4),
    by_day=True,
    cites=(Cite("adoption_regs", "regulation 36", "within four weeks of the placement"),),
    note="From the day the child moved in, never SSDA903's date of the decision.",
    cases="""
        placed_for_adoption_spell | cla_review | as_at || due | reading | why
        2024-04-02.. | 2024-04-30 | 2024-07-30 || 2024-04-30 | met | on the last day in time
        2024-04-02.. | 2024-05-01 | 2024-07-30 || 2024-04-30 | late | one day over
        2024-04-02.. | 2024-04-02 | 2024-07-30 || 2024-04-30 | met | the same day
        2024-04-02.. | 2024-04-30, 2024-05-01 | 2024-07-30 || 2024-04-30 | met | only the first counts
        2024-04-02.. |  | 2024-04-22 || 2024-04-30 | running | six working days left
        2024-04-02.. |  | 2024-04-23 || 2024-04-30 | due_soon | five working days left
        2024-04-02.. |  | 2024-05-01 || 2024-04-30 | overdue | a day past the limit
        2024-04-02..2024-04-30 |  | 2024-07-30 || 2024-04-30 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-05-01 |  | 2024-07-30 || 2024-04-30 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-07-30 || 2024-04-30 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2024-07-30 || 2024-04-30 | overdue | nothing before it began counts
        2024-04-02..2024-03-01 |  | 2024-07-30 || 2024-04-30 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-30 ||  | cannot_tell | no start recorded
    """,
)
