from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_ceased_cao_pct",
    title="Left care under a child arrangements order",
    question="Of children who left care, how many left under a child arrangements order?",
    area="permanence",
    better="neither",
    chart="p",
    unit="percent",
    definition="Children who left care in the period; the share whose reason is E41.",
    counts=Share("care_ended", where=(Is("reason", ("E41",)),)),
    subject="children who left under a child arrangements order",
    cites=(Cite("cla_statistics", "reason episode ceased", "E41"),),
    cases="""
        on | reason | month || in | of | unknown | why
        2024-05-10 | E41 | 2024-05 || 1 | 1 |  | counted (E41)
        2024-05-10 | E8 | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | E41 | 2024-05 || 0 | 0 |  | in another month
    """,
)
