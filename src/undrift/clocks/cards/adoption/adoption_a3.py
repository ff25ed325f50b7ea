from undrift.clocks.definition import Clock, Opens, When
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="adoption_a3",
    name="Scorecard A3: placed within fourteen months",
    area="adoption",
    question="Did the child move in with adopters within fourteen months of entering care?",
    starts=Opens("care"),
    stops="placed_for_adoption",
    limit=months(14),
    covers=When(("adoption",), "adoption is or was the plan", of="detail"),
    by_day=True,
    cites=(Cite("adoption_scorecards", "indicator A3", "the share placed within fourteen months"),),
    note="Read second-hand.",
    cases="""
        care | placed_for_adoption | as_at || due | reading | why
        2024-04-02.. /adoption | 2025-06-02 | 2025-09-02 || 2025-06-02 | met | on the last day in time
        2024-04-02.. /adoption | 2025-06-03 | 2025-09-02 || 2025-06-02 | late | one day over
        2024-04-02.. /adoption | 2024-04-02 | 2025-09-02 || 2025-06-02 | met | the same day
        2024-04-02.. /adoption | 2025-06-02, 2025-06-03 | 2025-09-02 || 2025-06-02 | met | only the first counts
        2024-04-02.. /adoption |  | 2025-05-22 || 2025-06-02 | running | six working days left
        2024-04-02.. /adoption |  | 2025-05-23 || 2025-06-02 | due_soon | five working days left
        2024-04-02.. /adoption |  | 2025-06-03 || 2025-06-02 | overdue | a day past the limit
        2024-04-02..2025-06-02 /adoption |  | 2025-09-02 || 2025-06-02 | not_applicable | over on the last day in time, without it
        2024-04-02..2025-06-03 /adoption |  | 2025-09-02 || 2025-06-02 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 /adoption | 2024-04-04 | 2025-09-02 || 2025-06-02 | not_applicable | a day after it was over
        2024-04-02.. /adoption | 2024-03-24 | 2025-09-02 || 2025-06-02 | overdue | nothing before it began counts
        2024-04-02..2024-03-01 /adoption |  | 2025-09-02 || 2025-06-02 | cannot_tell | it ends before it begins
        ?.. /adoption |  | 2025-09-02 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ |  | 2025-09-02 ||  |  | not one it covers
    """,
)
