from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="adoption_review_not_placed_first",
    name="First review of a child authorised and not placed",
    area="adoption",
    question="Was the child reviewed within three months of the authority to place?",
    starts=Opens("authorised_not_placed"),
    stops="cla_review",
    limit=months(3),
    by_day=True,
    cites=(Cite("adoption_regs", "regulation 36", "within three months of the authority to place"),),
    note="The placement order stands for the authority; placing with consent is not recorded.",
    cases="""
        authorised_not_placed | cla_review | as_at || due | reading | why
        2024-04-02.. | 2024-07-02 | 2024-10-02 || 2024-07-02 | met | on the last day in time
        2024-04-02.. | 2024-07-03 | 2024-10-02 || 2024-07-02 | late | one day over
        2024-04-02.. | 2024-04-02 | 2024-10-02 || 2024-07-02 | met | the same day
        2024-04-02.. | 2024-07-02, 2024-07-03 | 2024-10-02 || 2024-07-02 | met | only the first counts
        2024-04-02.. |  | 2024-06-24 || 2024-07-02 | running | six working days left
        2024-04-02.. |  | 2024-06-25 || 2024-07-02 | due_soon | five working days left
        2024-04-02.. |  | 2024-07-03 || 2024-07-02 | overdue | a day past the limit
        2024-04-02..2024-07-02 |  | 2024-10-02 || 2024-07-02 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-07-03 |  | 2024-10-02 || 2024-07-02 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-10-02 || 2024-07-02 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2024-10-02 || 2024-07-02 | overdue | nothing before it began counts
        2024-04-02..2024-03-01 |  | 2024-10-02 || 2024-07-02 | cannot_tell | it ends before it begins
        ?.. |  | 2024-10-02 ||  | cannot_tell | no start recorded
        2024-01-31.. |  | 2024-07-30 || 2024-04-30 | overdue | calendar months, not so many days
    """,
)
