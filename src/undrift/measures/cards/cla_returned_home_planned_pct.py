from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_returned_home_planned_pct",
    title="Returned home as planned",
    question="Of children who left care, how many returned home as planned?",
    area="permanence",
    better="neither",
    chart="p",
    unit="percent",
    definition="Children who left care in the period; the share whose reason is E4A.",
    counts=Share("care_ended", where=(Is("reason", ("E4A",)),)),
    subject="children who returned home as planned",
    cites=(Cite("cla_statistics", "reason episode ceased", "E4A"),),
    cases="""
        on | reason | month || in | of | unknown | why
        2024-05-10 | E4A | 2024-05 || 1 | 1 |  | counted (E4A)
        2024-05-10 | E8 | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | E4A | 2024-05 || 0 | 0 |  | in another month
    """,
)
