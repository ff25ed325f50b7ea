from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_returned_home_unplanned_pct",
    title="Returned home unplanned",
    question="Of children who left care, how many returned home unplanned?",
    area="permanence",
    better="neither",
    chart="p",
    unit="percent",
    definition="Children who left care in the period; the share whose reason is E4B.",
    counts=Share("care_ended", where=(Is("reason", ("E4B",)),)),
    subject="children who returned home unplanned",
    cites=(Cite("cla_statistics", "reason episode ceased", "E4B"),),
    cases="""
        on | reason | month || in | of | unknown | why
        2024-05-10 | E4B | 2024-05 || 1 | 1 |  | counted (E4B)
        2024-05-10 | E8 | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | E4B | 2024-05 || 0 | 0 |  | in another month
    """,
)
