from undrift.measures.definition import AlsoIn, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="supervision_monthly_pct",
    title="Social workers supervised in the last month",
    question="Of social workers in post, how many were supervised in the last month?",
    area="workforce_oversight",
    better="higher",
    chart="p",
    unit="percent",
    definition="Social workers in post on the last day of the month; the share with a supervision in the month to that day.",
    counts=Share("posts", where=(AlsoIn("supervised"),)),
    subject="social workers supervised in the last month",
    cites=(
        Cite("local_convention", "supervision", "monthly is the common setting"),
        Cite("bury_2021", "paragraph 52", "inspectors found gaps in how often supervision was held"),
    ),
    cases="""
        started | ended | agency | supervised | month || in | of | why
        2024-01-10 | - | N | 2024-05-10..2024-06-10 | 2024-05 || 1 | 1 | yes
        2024-01-10 | - | N |  | 2024-05 || 0 | 1 | no
        2024-01-10 | - | N | 2024-06-01.. | 2024-05 || 0 | 1 | only afterwards
        2024-01-10 | 2024-05-31 | N | 2024-05-10..2024-06-10 | 2024-05 || 0 | 0 | left by then
        2024-06-01 | - | N | 2024-05-10..2024-06-10 | 2024-05 || 0 | 0 | came only afterwards
    """,
)
