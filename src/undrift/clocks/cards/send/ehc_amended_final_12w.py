from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="ehc_amended_final_12w",
    name="Amended plan within twelve weeks of the review meeting",
    area="send",
    question="Was the amended plan sent within twelve weeks of the review meeting?",
    starts=Opens("ehc_amendment"),
    stops=CLOSING,
    limit=weeks(12),
    cites=(
        Cite(
            "devon_judgment", "judgment", "four weeks to decide and eight to amend are fixed: twelve in all"
        ),
    ),
    note=(
        "Of plans the authority's own form (plan amendments) says are to be amended. Word that the plan stays as "
        "it is after all stops it too. The two parts: ehc_review_decision_4w and ehc_amended_final_8w."
    ),
    cases="""
        ehc_amendment | as_at || due | reading | why
        2024-04-02..2024-06-25 | 2024-09-25 || 2024-06-25 | met | sent on the last day in time
        2024-04-02..2024-06-26 | 2024-09-25 || 2024-06-25 | late | one day over
        2024-04-02.. | 2024-06-17 || 2024-06-25 | running | six working days left
        2024-04-02.. | 2024-06-18 || 2024-06-25 | due_soon | five working days left
        2024-04-02.. | 2024-06-26 || 2024-06-25 | overdue | a day past the limit
        2024-04-02..2024-03-01 | 2024-09-25 || 2024-06-25 | cannot_tell | sent before the meeting
        ?.. | 2024-09-25 ||  | cannot_tell | no meeting recorded
    """,
)
