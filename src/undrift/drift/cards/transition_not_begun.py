from undrift.drift.definition import Happened, On, Pattern, Start
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="transition_not_begun",
    name="Planning for adulthood not begun at fourteen",
    area="send",
    question="In the twelve months since turning fourteen, has there been no review at which adulthood is planned for?",
    whom="Children with an education, health and care plan, from fourteen to eighteen",
    state=Happened(
        (Start("adulthood"),),
        within=("adulthood",),
        cleared_by=(On("ehc_reviewed"),),
        for_good=True,
        grace=months(12),
    ),
    since_when="twelve months after the fourteenth birthday, or after the plan was issued if later",
    words="Fourteen, or first with a plan, on {last}; no annual review since, so planning for adulthood has not begun.",
    why_it_matters="Adult services, housing and college take years to arrange; at seventeen it is too late to begin.",
    blind_to="Whether a review that was held looked to adulthood, which no record says; disabled children with no such plan, of whom another pattern asks.",
    cites=(
        Cite("sen2", "annual reviews", "reviews are recorded with their day"),
        Cite("send_regs", "annual reviews", "from about fourteen a review considers preparing for adulthood"),
        Cite("local_convention", "transition", "twelve months is a setting"),
    ),
    cases="""
        adulthood | ehc_reviewed | as_at || since | why
        2024-01-10.. |  | 2025-01-10 || 2025-01-10 | twelve months and no review
        2024-01-10.. |  | 2025-01-09 || - | a day short
        2024-01-10.. | 2024-03-10 | 2025-02-10 || - | reviewed in March
        2024-01-10.. | 2025-02-10 | 2025-02-10 || - | reviewed late: answered now
        2024-01-10.. | 2025-02-10 | 2025-02-09 || 2025-01-10 | up until it is
        2024-01-10..2025-02-01 |  | 2025-02-01 || - | eighteen
        2024-01-10.. | 2024-01-09 | 2025-02-10 || 2025-01-10 | a review before fourteen looked to other things
        2024-01-10..2026-01-01, 2024-05-10.. |  | 2025-01-10 || 2025-01-10 | a second plan
    """,
)
