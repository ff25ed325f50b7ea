from undrift.measures.definition import Aged, Measure, Number
from undrift.sources import Cite

measure = Measure(
    id="care_leavers_number",
    title="Care leavers",
    question="How many care leavers are aged 19 to 21?",
    area="care_leavers",
    better="neither",
    chart="xmr",
    unit="young people",
    definition="Care leavers aged 19 to 21 on the last day of the month.",
    counts=Number("care_leavers", among=(Aged(19, 22),)),
    subject="care leavers aged 19 to 21",
    differs="Read as things stand on the day of the load; the published figure is as they stood around each birthday.",
    cites=(
        Cite("cla_statistics", "care leavers", "young people with a 19th, 20th or 21st birthday in the year"),
    ),
    cases="""
        started | ended | born | month || in | of | value | unknown | why
        2024-05-01 | - | 2005-05-31 | 2024-05 || 1 | 1 | 1 |  | nineteen that day
        2024-05-01 | - | 2005-06-01 | 2024-05 || 0 | 0 | 0 |  | nineteen the next
        2024-05-01 | - | 2002-05-31 | 2024-05 || 0 | 0 | 0 |  | twenty-two that day
        2024-05-01 | - | 2002-06-01 | 2024-05 || 1 | 1 | 1 |  | twenty-two the next
        2024-05-01 | - | - | 2024-05 || 0 | 0 | 0 | 1 | no birth recorded: cannot be told
        2024-06-01 | - | 2004-01-01 | 2024-05 || 0 | 0 | 0 |  | not known then
    """,
)
