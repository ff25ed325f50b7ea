from undrift.measures.definition import AlsoIn, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="training_motivational_interviewing_pct",
    title="Social workers trained in motivational interviewing",
    question="Of social workers in post, how many are trained in motivational interviewing?",
    area="workforce_oversight",
    better="higher",
    chart="p",
    unit="percent",
    definition="Social workers in post on the last day of the month; the share who have completed training in motivational interviewing.",
    counts=Share("posts", where=(AlsoIn("trained_motivational"),)),
    subject="social workers trained in motivational interviewing",
    cites=(
        Cite("local_convention", "training", "which courses matter is the authority's own choice"),
        Cite("bury_2021", "paragraph 46", "inspectors found training that staff could not make time for"),
    ),
    cases="""
        started | ended | agency | trained_motivational | month || in | of | why
        2024-01-10 | - | N | 2024-05-10.. | 2024-05 || 1 | 1 | yes
        2024-01-10 | - | N |  | 2024-05 || 0 | 1 | no
        2024-01-10 | - | N | 2024-06-01.. | 2024-05 || 0 | 1 | only afterwards
        2024-01-10 | 2024-05-31 | N | 2024-05-10.. | 2024-05 || 0 | 0 | left by then
        2024-06-01 | - | N | 2024-05-10.. | 2024-05 || 0 | 0 | came only afterwards
    """,
)
