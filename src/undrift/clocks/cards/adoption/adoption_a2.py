from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="adoption_a2",
    name="Scorecard A2: placement order to match",
    area="adoption",
    question="Was a match agreed within 121 days of the placement order?",
    starts=Opens("authorised_not_placed"),
    stops="adoption_matched",
    limit=calendar_days(121),
    cites=(Cite("adoption_scorecards", "indicator A2", "121 days, the threshold of 2013 to 2016"),),
    note=(
        "A published average with a threshold, shown child by child; earlier thresholds were 213, 182 and 152 "
        "days."
    ),
    cases="""
        authorised_not_placed | adoption_matched | as_at || due | reading | why
        2024-04-02.. | 2024-08-01 | 2024-11-01 || 2024-08-01 | met | on the last day in time
        2024-04-02.. | 2024-08-02 | 2024-11-01 || 2024-08-01 | late | one day over
        2024-04-02.. | 2024-04-02 | 2024-11-01 || 2024-08-01 | met | the same day
        2024-04-02.. | 2024-08-01, 2024-08-02 | 2024-11-01 || 2024-08-01 | met | only the first counts
        2024-04-02.. |  | 2024-07-24 || 2024-08-01 | running | six working days left
        2024-04-02.. |  | 2024-07-25 || 2024-08-01 | due_soon | five working days left
        2024-04-02.. |  | 2024-08-02 || 2024-08-01 | overdue | a day past the limit
        2024-04-02..2024-08-01 |  | 2024-11-01 || 2024-08-01 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-08-02 |  | 2024-11-01 || 2024-08-01 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-11-01 || 2024-08-01 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2024-11-01 || 2024-08-01 | cannot_tell | dated before it began
        2024-04-02..2024-03-01 |  | 2024-11-01 || 2024-08-01 | cannot_tell | it ends before it begins
        ?.. |  | 2024-11-01 ||  | cannot_tell | no start recorded
    """,
)
