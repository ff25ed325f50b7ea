from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_ceased_sgo_pct",
    title="Left care under a special guardianship order",
    question="Of children who left care, how many left under a special guardianship order?",
    area="permanence",
    better="neither",
    chart="p",
    unit="percent",
    definition="Children who left care in the period; the share whose reason is E45, E46, E47, E48.",
    counts=Share("care_ended", where=(Is("reason", ("E45", "E46", "E47", "E48")),)),
    subject="children who left under a special guardianship order",
    cites=(Cite("cla_statistics", "reason episode ceased", "E45, E46, E47, E48"),),
    cases="""
        on | reason | month || in | of | unknown | why
        2024-05-10 | E45 | 2024-05 || 1 | 1 |  | counted (E45)
        2024-05-10 | E46 | 2024-05 || 1 | 1 |  | counted (E46)
        2024-05-10 | E47 | 2024-05 || 1 | 1 |  | counted (E47)
        2024-05-10 | E48 | 2024-05 || 1 | 1 |  | counted (E48)
        2024-05-10 | E8 | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | E45 | 2024-05 || 0 | 0 |  | in another month
    """,
)
