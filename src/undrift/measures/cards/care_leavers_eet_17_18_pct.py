from undrift.measures.definition import Aged, Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="care_leavers_eet_17_18_pct",
    title="Care leavers in education, employment or training (17 and 18)",
    question="Of care leavers aged 17 or 18, how many are in education, employment or training?",
    area="care_leavers",
    better="higher",
    chart="p",
    unit="percent",
    definition="Care leavers aged 17 or 18 on the last day of the month; the share in education, employment or training.",
    counts=Share(
        "care_leavers",
        where=(Is("activity", ("F1", "P1", "F2", "P2", "F4", "P4", "F5", "P5")),),
        among=(Aged(17, 19),),
    ),
    subject="care leavers in education, employment or training",
    differs="Read as things stand on the day of the load; the published figure is as they stood around each birthday.",
    cites=(
        Cite(
            "cla_statistics", "care leavers", "care leavers in education, employment or training (17 and 18)"
        ),
    ),
    cases="""
        started | ended | activity | born | month || in | of | unknown | why
        2024-05-01 | - | F1 | 2006-01-01 | 2024-05 || 1 | 1 |  | F1
        2024-05-01 | - | P1 | 2006-01-01 | 2024-05 || 1 | 1 |  | P1
        2024-05-01 | - | F2 | 2006-01-01 | 2024-05 || 1 | 1 |  | F2
        2024-05-01 | - | P2 | 2006-01-01 | 2024-05 || 1 | 1 |  | P2
        2024-05-01 | - | F4 | 2006-01-01 | 2024-05 || 1 | 1 |  | F4
        2024-05-01 | - | P4 | 2006-01-01 | 2024-05 || 1 | 1 |  | P4
        2024-05-01 | - | F5 | 2006-01-01 | 2024-05 || 1 | 1 |  | F5
        2024-05-01 | - | P5 | 2006-01-01 | 2024-05 || 1 | 1 |  | P5
        2024-05-01 | - | G5 | 2006-01-01 | 2024-05 || 0 | 1 |  | another
        2024-05-01 | - | - | 2006-01-01 | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-05-01 | - | F1 | - | 2024-05 || 0 | 0 | 1 | no birth recorded: cannot be told
        2024-05-01 | - | F1 | 2007-05-31 | 2024-05 || 1 | 1 |  | seventeen that day
        2024-05-01 | - | F1 | 2007-06-01 | 2024-05 || 0 | 0 |  | seventeen the next
        2024-05-01 | - | F1 | 2005-05-31 | 2024-05 || 0 | 0 |  | nineteen that day
        2024-05-01 | - | F1 | 2005-06-01 | 2024-05 || 1 | 1 |  | nineteen the next
        2024-06-01 | - | F1 | 2006-01-01 | 2024-05 || 0 | 0 |  | not known then
    """,
)
