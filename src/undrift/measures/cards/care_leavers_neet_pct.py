from undrift.measures.definition import Aged, Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="care_leavers_neet_pct",
    title="Care leavers not in education, employment or training",
    question="Of care leavers aged 19 to 21, how many are not in education, employment or training?",
    area="care_leavers",
    better="lower",
    chart="p",
    unit="percent",
    definition="Care leavers aged 19 to 21 on the last day of the month; the share not in education, employment or training.",
    counts=Share("care_leavers", where=(Is("activity", ("G4", "G5", "G6")),), among=(Aged(19, 22),)),
    subject="care leavers not in education, employment or training",
    differs="Read as things stand on the day of the load; the published figure is as they stood around each birthday.",
    cites=(Cite("cla_statistics", "care leavers", "care leavers not in education, employment or training"),),
    cases="""
        started | ended | activity | born | month || in | of | unknown | why
        2024-05-01 | - | G4 | 2004-01-01 | 2024-05 || 1 | 1 |  | G4
        2024-05-01 | - | G5 | 2004-01-01 | 2024-05 || 1 | 1 |  | G5
        2024-05-01 | - | G6 | 2004-01-01 | 2024-05 || 1 | 1 |  | G6
        2024-05-01 | - | F2 | 2004-01-01 | 2024-05 || 0 | 1 |  | another
        2024-05-01 | - | - | 2004-01-01 | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-05-01 | - | G4 | - | 2024-05 || 0 | 0 | 1 | no birth recorded: cannot be told
        2024-05-01 | - | G4 | 2005-05-31 | 2024-05 || 1 | 1 |  | nineteen that day
        2024-05-01 | - | G4 | 2005-06-01 | 2024-05 || 0 | 0 |  | nineteen the next
        2024-05-01 | - | G4 | 2002-05-31 | 2024-05 || 0 | 0 |  | twenty-two that day
        2024-05-01 | - | G4 | 2002-06-01 | 2024-05 || 1 | 1 |  | twenty-two the next
        2024-06-01 | - | G4 | 2004-01-01 | 2024-05 || 0 | 0 |  | not known then
    """,
)
