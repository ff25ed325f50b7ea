from undrift.engines.limits import months
from undrift.measures.definition import AlsoIn, Lasted, Measure, Not, Share
from undrift.sources import Cite

measure = Measure(
    id="cpp_reviews_in_time_pct",
    title="Child protection plans reviewed in time",
    question="Of children on a child protection plan for three months or more, for how many was every review of it in time?",
    area="child_protection",
    better="higher",
    chart="p",
    unit="percent",
    definition="Children on a child protection plan on the last day of the month who had been on it for at least three months; the share for whom the first review was within three months and every later one within six. One late review, or one overdue, fails the child until the plan ends.",
    counts=Share("cp_plans", where=(Not(AlsoIn("cp_reviews_late")),), among=(Lasted(at_least=months(3)),)),
    opens_clocks=("cp_review_first", "cp_review_next"),
    subject="children whose child protection plan was reviewed in time",
    cites=(Cite("lait", "measure 19", "first review within three months, later ones within six"),),
    cases="""
        started | ended | cp_reviews_late | month || in | of | why
        2024-02-29 | - |  | 2024-05 || 1 | 1 | three months to the day, never a late review
        2024-03-01 | - |  | 2024-05 || 0 | 0 | on the plan a day too few
        2024-01-02 | - | 2024-05-31.. | 2024-05 || 0 | 1 | a review is late from the month's last day
        2024-01-02 | - | 2024-06-01.. | 2024-05 || 1 | 1 | late only afterwards
        2024-01-02 | - | 2024-04-03.. | 2024-05 || 0 | 1 | late once: the child fails until the plan ends
        2024-01-02 | - | 2023-04-03..2023-12-01 | 2024-05 || 1 | 1 | late on an earlier plan, which ended
        2024-01-02 | 2024-05-31 | 2024-04-03.. | 2024-05 || 0 | 0 | the plan had ended
    """,
)
