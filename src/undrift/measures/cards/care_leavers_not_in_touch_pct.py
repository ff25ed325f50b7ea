from undrift.measures.definition import Aged, Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="care_leavers_not_in_touch_pct",
    title="Care leavers the authority is not in touch with",
    question="Of care leavers aged 19 to 21, how many are not in touch?",
    area="care_leavers",
    better="lower",
    chart="p",
    unit="percent",
    definition="Care leavers aged 19 to 21 on the last day of the month; the share not in touch.",
    counts=Share("care_leavers", where=(Is("in_touch", ("NO",)),), among=(Aged(19, 22),)),
    subject="care leavers not in touch",
    differs="Read as things stand on the day of the load; the published figure is as they stood around each birthday.",
    cites=(Cite("cla_statistics", "care leavers", "care leavers the authority is not in touch with"),),
    cases="""
        started | ended | in_touch | born | month || in | of | unknown | why
        2024-05-01 | - | NO | 2004-01-01 | 2024-05 || 1 | 1 |  | NO
        2024-05-01 | - | YES | 2004-01-01 | 2024-05 || 0 | 1 |  | another
        2024-05-01 | - | - | 2004-01-01 | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-05-01 | - | NO | - | 2024-05 || 0 | 0 | 1 | no birth recorded: cannot be told
        2024-05-01 | - | NO | 2005-05-31 | 2024-05 || 1 | 1 |  | nineteen that day
        2024-05-01 | - | NO | 2005-06-01 | 2024-05 || 0 | 0 |  | nineteen the next
        2024-05-01 | - | NO | 2002-05-31 | 2024-05 || 0 | 0 |  | twenty-two that day
        2024-05-01 | - | NO | 2002-06-01 | 2024-05 || 1 | 1 |  | twenty-two the next
        2024-06-01 | - | NO | 2004-01-01 | 2024-05 || 0 | 0 |  | not known then
    """,
)
