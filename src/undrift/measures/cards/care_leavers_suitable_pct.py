from undrift.measures.definition import Aged, Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="care_leavers_suitable_pct",
    title="Care leavers in suitable accommodation (19 to 21)",
    question="Of care leavers aged 19 to 21, how many are in suitable accommodation?",
    area="care_leavers",
    better="higher",
    chart="p",
    unit="percent",
    definition="Care leavers aged 19 to 21 on the last day of the month; the share in suitable accommodation.",
    counts=Share("care_leavers", where=(Is("suitable", ("1",)),), among=(Aged(19, 22),)),
    subject="care leavers in suitable accommodation",
    differs="Read as things stand on the day of the load; the published figure is as they stood around each birthday.",
    cites=(Cite("cla_statistics", "care leavers", "care leavers in suitable accommodation (19 to 21)"),),
    cases="""
        started | ended | suitable | born | month || in | of | unknown | why
        2024-05-01 | - | 1 | 2004-01-01 | 2024-05 || 1 | 1 |  | 1
        2024-05-01 | - | 2 | 2004-01-01 | 2024-05 || 0 | 1 |  | another
        2024-05-01 | - | - | 2004-01-01 | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-05-01 | - | 1 | - | 2024-05 || 0 | 0 | 1 | no birth recorded: cannot be told
        2024-05-01 | - | 1 | 2005-05-31 | 2024-05 || 1 | 1 |  | nineteen that day
        2024-05-01 | - | 1 | 2005-06-01 | 2024-05 || 0 | 0 |  | nineteen the next
        2024-05-01 | - | 1 | 2002-05-31 | 2024-05 || 0 | 0 |  | twenty-two that day
        2024-05-01 | - | 1 | 2002-06-01 | 2024-05 || 1 | 1 |  | twenty-two the next
        2024-06-01 | - | 1 | 2004-01-01 | 2024-05 || 0 | 0 |  | not known then
    """,
)
