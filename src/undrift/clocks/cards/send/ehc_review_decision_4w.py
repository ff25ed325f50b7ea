from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="ehc_review_decision_4w",
    name="Decision within four weeks of the review meeting",
    area="send",
    question="Was the decision sent within four weeks of the meeting?",
    starts=Opens("ehc_review"),
    stops=CLOSING,
    limit=weeks(4),
    cites=(
        Cite("send_regs", "regulations 20(10) and 22(2)", "told within four weeks of the meeting"),
        Cite("devon_judgment", "judgment", "the limits after a review are fixed"),
    ),
    note="From SEN2 or the authority's own form; the dataset holds no meeting.",
    cases="""
        ehc_review | as_at || due | reading | why
        2024-04-02..2024-04-30 | 2024-07-30 || 2024-04-30 | met | ended on the last day in time
        2024-04-02..2024-05-01 | 2024-07-30 || 2024-04-30 | late | one day over
        2024-04-02.. | 2024-04-22 || 2024-04-30 | running | six working days left
        2024-04-02.. | 2024-04-23 || 2024-04-30 | due_soon | five working days left
        2024-04-02.. | 2024-05-01 || 2024-04-30 | overdue | a day past the limit
        2024-04-02..2024-03-01 | 2024-07-30 || 2024-04-30 | cannot_tell | ends before it begins
        ?.. | 2024-07-30 ||  | cannot_tell | no start recorded
    """,
)
