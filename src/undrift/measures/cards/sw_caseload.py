from undrift.measures.definition import Measure, Number, Ratio
from undrift.sources import Cite

measure = Measure(
    id="sw_caseload",
    title="Children for each full-time social worker",
    question="How many children does each full-time social worker hold?",
    area="workforce_oversight",
    better="lower",
    chart="xmr",
    unit="children per social worker",
    definition="Children held on the last day of the month over the full-time equivalents of the social workers holding any. Every child counts as one: nothing is weighted.",
    counts=Ratio(Number("allocated"), (Number("holding", weigh="fte"),)),
    subject="children for each social worker",
    opens="worker_over_caseload",
    year_ends=9,
    differs="Read every month from who holds whom; the published figure is each authority's own count on 30 September, and counts every social worker with any case.",
    cites=(
        Cite(
            "workforce_census", "caseload", "cases held over full-time equivalent social workers holding any"
        ),
        Cite(
            "local_convention",
            "caseload limit",
            "the number above which a worker's children are shown behind the measure is a setting",
        ),
    ),
    cases="""
        started | ended | fte | month || in | of | value | unknown | why
        2024-01-10;2024-01-10 | - | 1;1 | 2024-05 || 2 | 4 | 1 |  | two children, two full-timers
        2024-01-10;2024-01-10 | -;2024-05-31 | 0.5;1 | 2024-05 || 1 | 2 | 2 |  | one child, one half-timer
        2024-01-10 | - | - | 2024-05 || 1 | 1 |  | 1 | the worker's hours are not recorded: cannot be told
        2024-06-01 | - | 1 | 2024-05 || 0 | 0 |  |  | held only afterwards
    """,
)
