from undrift.engines.limits import weeks
from undrift.measures.definition import Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="ehcp_review_decision_4w_pct",
    title="Review decisions told within four weeks",
    question="Of decisions after an annual review, how many came within four weeks of the meeting?",
    area="send",
    better="neither",
    chart="p",
    unit="percent",
    definition="Decisions sent in the period after an annual review; the share within four weeks of the meeting.",
    counts=Share("ehc_review_decisions", where=(Lasted(at_most=weeks(4)),)),
    subject="decisions told within four weeks",
    year_ends=12,
    cites=(Cite("sen2", "annual reviews", "review decisions told within four weeks"),),
    cases="""
        on | started | month || in | of | unknown | why
        2024-05-10 | 2024-04-12 | 2024-05 || 1 | 1 |  | on the last day in time
        2024-05-10 | 2024-04-11 | 2024-05 || 0 | 1 |  | a day later
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | no start recorded: cannot be told
        2024-06-10 | 2024-04-12 | 2024-05 || 0 | 0 |  | in another month
    """,
)
