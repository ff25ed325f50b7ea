from undrift.measures.definition import Aged, Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="care_leavers_eet_pct",
    title="Care leavers in education, employment or training (19 to 21)",
    question="Of care leavers aged 19 to 21, how many are in education, employment or training?",
    area="care_leavers",
    better="higher",
    chart="p",
    unit="percent",
    definition="Care leavers aged 19 to 21 on the last day of the month; the share in education, employment or training.",
    counts=Share(
        "care_leavers",
        where=(Is("activity", ("F1", "P1", "F2", "P2", "F4", "P4", "F5", "P5")),),
        among=(Aged(19, 22),),
    ),
    subject="care leavers in education, employment or training",
    differs="Read as things stand on the day of the load; the published figure is as they stood around each birthday.",
    cites=(
        Cite(
            "cla_statistics", "care leavers", "care leavers in education, employment or training (19 to 21)"
        ),
    ),
    cases="""
        started | ended | activity | born | month || in | of | unknown | why
        2024-05-01 | - | F1 | 2004-01-01 | 2024-05 || 1 | 1 |  | F1
        2024-05-01 | - | P1 | 2004-01-01 | 2024-05 || 1 | 1 |  | P1
        2024-05-01 | - | F2 | 2004-01-01 | 2024-05 || 1 | 1 |  | F2
        2024-05-01 | - | P2 | 2004-01-01 | 2024-05 || 1 | 1 |  | P2
        2024-05-01 | - | F4 | 2004-01-01 | 2024-05 || 1 | 1 |  | F4
        2024-05-01 | - | P4 | 2004-01-01 | 2024-05 || 1 | 1 |  | P4
        2024-05-01 | - | F5 | 2004-01-01 | 2024-05 || 1 | 1 |  | F5
        2024-05-01 | - | P5 | 2004-01-01 | 2024-05 || 1 | 1 |  | P5
        2024-05-01 | - | G5 | 2004-01-01 | 2024-05 || 0 | 1 |  | another
        2024-05-01 | - | - | 2004-01-01 | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-05-01 | - | F1 | - | 2024-05 || 0 | 0 | 1 | no birth recorded: cannot be told
        2024-05-01 | - | F1 | 2005-05-31 | 2024-05 || 1 | 1 |  | nineteen that day
        2024-05-01 | - | F1 | 2005-06-01 | 2024-05 || 0 | 0 |  | nineteen the next
        2024-05-01 | - | F1 | 2002-05-31 | 2024-05 || 0 | 0 |  | twenty-two that day
        2024-05-01 | - | F1 | 2002-06-01 | 2024-05 || 1 | 1 |  | twenty-two the next
        2024-06-01 | - | F1 | 2004-01-01 | 2024-05 || 0 | 0 |  | not known then
    """,
)
