from undrift.clocks.definition import Clock, Opens
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="cpp_18_months_legal",
    name="Legal planning by eighteen months of a plan",
    area="child_protection",
    question="Was legal planning begun before the plan had lasted eighteen months?",
    starts=Opens("cp_plan"),
    stops="preproceedings_started",
    limit=default("cpp_18_months_legal"),
    setting=True,
    sense="flag",
    by_day=True,
    cites=(
        Cite(
            "local_procedures",
            "Buckinghamshire: legal planning meetings",
            "a meeting for children on a plan for over 18 months",
        ),
    ),
    note=(
        "One authority's trigger; others use 12 or 15 months. The decision to enter pre-proceedings stands "
        "for the legal planning meeting, while the plan is open."
    ),
    cases="""
        cp_plan | preproceedings_started | as_at || due | reading | why
        2024-04-02.. | 2025-10-01 | 2026-01-02 || 2025-10-01 | met | on the last day in time
        2024-04-02.. | 2025-10-02 | 2026-01-02 || 2025-10-01 | late | one day over
        2024-04-02.. | 2024-04-02 | 2026-01-02 || 2025-10-01 | met | the same day
        2024-04-02.. | 2025-10-01, 2025-10-02 | 2026-01-02 || 2025-10-01 | met | only the first counts
        2024-04-02.. |  | 2025-09-23 || 2025-10-01 | running | six working days left
        2024-04-02.. |  | 2025-09-24 || 2025-10-01 | due_soon | five working days left
        2024-04-02.. |  | 2025-10-02 || 2025-10-01 | overdue | a day past the limit
        2024-04-02..2025-10-01 |  | 2026-01-02 || 2025-10-01 | not_applicable | over on the last day in time, without it
        2024-04-02..2025-10-02 |  | 2026-01-02 || 2025-10-01 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2026-01-02 || 2025-10-01 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2026-01-02 || 2025-10-01 | overdue | nothing before it began counts
        2024-04-02..2024-03-01 |  | 2026-01-02 || 2025-10-01 | cannot_tell | it ends before it begins
        ?.. |  | 2026-01-02 ||  | cannot_tell | no start recorded
    """,
)
