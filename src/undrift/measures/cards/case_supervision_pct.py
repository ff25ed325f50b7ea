from undrift.measures.definition import AlsoIn, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="case_supervision_pct",
    title="Children discussed in supervision in the last month",
    question="Of allocated children, how many were discussed in supervision in the last month?",
    area="workforce_oversight",
    better="higher",
    chart="p",
    unit="percent",
    definition="Children held by a social worker on the last day of the month; the share discussed in supervision in the month to that day.",
    counts=Share("allocated", where=(AlsoIn("discussed"),)),
    subject="children discussed in supervision",
    cites=(
        Cite("local_convention", "supervision", "monthly is the common setting"),
        Cite("bury_2021", "paragraph 52", "inspectors found that supervision did not always challenge drift"),
    ),
    cases="""
        started | ended | discussed | month || in | of | why
        2024-01-10 | - | 2024-05-10..2024-06-10 | 2024-05 || 1 | 1 | yes
        2024-01-10 | - |  | 2024-05 || 0 | 1 | no
        2024-01-10 | - | 2024-06-01.. | 2024-05 || 0 | 1 | only afterwards
        2024-01-10 | 2024-05-31 | 2024-05-10..2024-06-10 | 2024-05 || 0 | 0 | left by then
        2024-06-01 | - | 2024-05-10..2024-06-10 | 2024-05 || 0 | 0 | came only afterwards
    """,
)
