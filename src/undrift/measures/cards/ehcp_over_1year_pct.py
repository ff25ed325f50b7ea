from undrift.engines.limits import weeks
from undrift.measures.definition import Lasted, Measure, Not, Share
from undrift.sources import Cite

measure = Measure(
    id="ehcp_over_1year_pct",
    title="Plans issued after more than a year",
    question="Of plans issued, how many took more than a year?",
    area="send",
    better="lower",
    chart="p",
    unit="percent",
    definition="Education, health and care plans issued in the period; the share more than 52 weeks after the request.",
    counts=Share("ehc_issued", where=(Not(Lasted(at_most=weeks(52))),)),
    subject="plans issued after more than a year",
    year_ends=12,
    cites=(Cite("sen2", "timeliness", "plans issued after more than a year"),),
    cases="""
        on | started | month || in | of | unknown | why
        2024-05-10 | 2023-05-12 | 2024-05 || 0 | 1 |  | on the last day in time
        2024-05-10 | 2023-05-11 | 2024-05 || 1 | 1 |  | a day later
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | no start recorded: cannot be told
        2024-06-10 | 2023-05-12 | 2024-05 || 0 | 0 |  | in another month
    """,
)
