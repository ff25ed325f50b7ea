from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cpp_seen_alone_pct",
    title="Children on a plan seen alone at the last visit",
    question="Of children on a child protection plan with a visit, how many were seen alone at the last one?",
    area="child_protection",
    better="higher",
    chart="p",
    unit="percent",
    definition="Children on a child protection plan with a visit by the last day of the month; the share whose latest visit says they were seen alone.",
    counts=Share("last_cp_visit", where=(Is("seen_alone", ("Y",)),)),
    subject="children seen alone at the last visit",
    note="Babies are seen alone in no useful sense; authorities count them differently.",
    cites=(Cite("chat", "child protection visits", "seen alone, from Annex A list 7"),),
    cases="""
        started | ended | seen_alone | month || in | of | unknown | why
        2024-05-10 | - | Y | 2024-05 || 1 | 1 |  | seen alone
        2024-05-10 | - | N | 2024-05 || 0 | 1 |  | not alone
        2024-05-10 | - | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-05-10 | 2024-05-31 | Y | 2024-05 || 0 | 0 |  | another visit came, or the plan ended
    """,
)
