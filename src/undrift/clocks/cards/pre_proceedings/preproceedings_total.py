from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="preproceedings_total",
    name="Pre-proceedings finished within 16 weeks",
    area="pre_proceedings",
    question="Did pre-proceedings end, in agreement, a step down or an application, within 16 weeks?",
    starts=Opens("preproceedings"),
    stops=CLOSING,
    limit=default("preproceedings_total"),
    setting=True,
    cites=(
        Cite(
            "plo_guidance",
            "pre-proceedings",
            "the work is finished within 16 weeks unless a manager extends it",
        ),
        Cite(
            "ssd",
            "ssd_pre_proceedings",
            "holds the day of the decision and the day of agreement, step down or issue",
        ),
    ),
    note="Not verified against the published guidance: a setting. The dataset's table is a placeholder many systems leave empty.",
    cases="""
        preproceedings | as_at || due | reading | why
        2024-04-02..2024-07-23 | 2024-09-01 || 2024-07-23 | met | ended on the last day of 16 weeks
        2024-04-02..2024-07-24 | 2024-09-01 || 2024-07-23 | late | one day over
        2024-04-02.. | 2024-07-15 || 2024-07-23 | running | six working days left
        2024-04-02.. | 2024-07-16 || 2024-07-23 | due_soon | five working days left
        2024-04-02.. | 2024-07-24 || 2024-07-23 | overdue | a day past the limit
        2024-04-02..2024-03-01 | 2024-09-01 || 2024-07-23 | cannot_tell | ends before it begins
        ?.. | 2024-09-01 || | cannot_tell | no decision date recorded
    """,
)
