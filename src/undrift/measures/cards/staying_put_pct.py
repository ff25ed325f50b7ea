from undrift.measures.definition import Aged, Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="staying_put_pct",
    title="Care leavers staying with their former foster carers",
    question="Of care leavers aged 18 to 20, how many are living with their former foster carers?",
    area="care_leavers",
    better="higher",
    chart="p",
    unit="percent",
    definition="Care leavers aged 18 to 20 on the last day of the month; the share living with their former foster carers.",
    counts=Share("care_leavers", where=(Is("accommodation", ("Z",)),), among=(Aged(18, 21),)),
    subject="care leavers living with their former foster carers",
    differs="Read as things stand on the day of the load; the published figure is as they stood around each birthday.",
    cites=(Cite("cla_statistics", "care leavers", "care leavers staying with their former foster carers"),),
    cases="""
        started | ended | accommodation | born | month || in | of | unknown | why
        2024-05-01 | - | Z | 2005-01-01 | 2024-05 || 1 | 1 |  | Z
        2024-05-01 | - | B | 2005-01-01 | 2024-05 || 0 | 1 |  | another
        2024-05-01 | - | - | 2005-01-01 | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-05-01 | - | Z | - | 2024-05 || 0 | 0 | 1 | no birth recorded: cannot be told
        2024-05-01 | - | Z | 2006-05-31 | 2024-05 || 1 | 1 |  | eighteen that day
        2024-05-01 | - | Z | 2006-06-01 | 2024-05 || 0 | 0 |  | eighteen the next
        2024-05-01 | - | Z | 2003-05-31 | 2024-05 || 0 | 0 |  | twenty-one that day
        2024-05-01 | - | Z | 2003-06-01 | 2024-05 || 1 | 1 |  | twenty-one the next
        2024-06-01 | - | Z | 2005-01-01 | 2024-05 || 0 | 0 |  | not known then
    """,
)
