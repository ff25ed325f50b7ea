from undrift.drift.definition import Lasting, On, Pattern, Quiet
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="annual_review_overdue",
    name="Annual review of an education, health and care plan overdue",
    area="send",
    question="Has an education, health and care plan gone twelve months without a review?",
    whom="Children and young people with an education, health and care plan",
    state=Lasting(Quiet(("ehc_plan",), (On("ehc_reviewed"),)), months(12)),
    since_when="twelve months after the last review, or after the plan was issued",
    words="The plan was last reviewed on {last}, or issued then; not since.",
    why_it_matters="Needs and schools change; a plan that is not reviewed pays for last year's child.",
    blind_to="A review meeting held whose decision has not been recorded.",
    cites=(Cite("sen2", "annual reviews", "reviewed within twelve months of being made or last reviewed"),),
    cases="""
        ehc_plan | ehc_reviewed | as_at || since | why
        2024-01-10.. |  | 2025-01-10 || 2025-01-10 | twelve months and none
        2024-01-10.. |  | 2025-01-09 || - | a day short
        2024-01-10.. | 2024-06-10 | 2025-06-09 || - | reviewed in June
        2024-01-10.. | 2024-06-10 | 2025-06-10 || 2025-06-10 | and not since
        2024-01-10..2025-02-01 |  | 2025-02-01 || - | the plan has ended
    """,
)
