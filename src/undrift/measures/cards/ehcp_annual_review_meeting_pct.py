from undrift.engines.limits import months
from undrift.measures.definition import AlsoIn, Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="ehcp_annual_review_meeting_pct",
    title="Annual review meetings held",
    question="Of plans a year old or more, how many had a review meeting in the last year?",
    area="send",
    better="neither",
    chart="p",
    unit="percent",
    definition="Education, health and care plans open on the last day of the month for twelve months or more; the share with a review meeting in the twelve months to that day.",
    counts=Share("ehc_plans", where=(AlsoIn("ehc_met_in_year"),), among=(Lasted(at_least=months(12)),)),
    subject="plans with a review meeting in the year",
    year_ends=12,
    cites=(Cite("sen2", "annual reviews", "meetings recorded, of those expected"),),
    cases="""
        started | ended | ehc_met_in_year | month || in | of | why
        2023-05-31 | - | 2024-05-10..2025-05-10 | 2024-05 || 1 | 1 | met in the year
        2023-05-31 | - |  | 2024-05 || 0 | 1 | not met
        2023-06-01 | - | 2024-05-10..2025-05-10 | 2024-05 || 0 | 0 | not yet a year old
        2023-05-31 | 2024-05-31 | 2024-05-10..2025-05-10 | 2024-05 || 0 | 0 | ended by then
        2023-05-31 | - | 2023-05-31..2024-05-31 | 2024-05 || 0 | 1 | met a year ago to the day
    """,
)
