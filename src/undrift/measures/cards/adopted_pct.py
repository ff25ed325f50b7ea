from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="adopted_pct",
    title="Left care adopted",
    question="Of children who left care, how many were adopted?",
    area="adoption",
    better="higher",
    chart="p",
    unit="percent",
    definition="Children who left care in the period; the share whose reason is E11, E12.",
    counts=Share("care_ended", where=(Is("reason", ("E11", "E12")),)),
    subject="children who were adopted",
    cites=(Cite("cla_statistics", "reason episode ceased", "E11, E12"),),
    cases="""
        on | reason | month || in | of | unknown | why
        2024-05-10 | E11 | 2024-05 || 1 | 1 |  | counted (E11)
        2024-05-10 | E12 | 2024-05 || 1 | 1 |  | counted (E12)
        2024-05-10 | E8 | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | E11 | 2024-05 || 0 | 0 |  | in another month
    """,
)
