from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_with_parents_pct",
    title="Children in care placed with parents",
    question="Of children in care, how many are placed with their parents?",
    area="looked_after",
    better="higher",
    chart="p",
    unit="percent",
    definition="Placements open on the last day of the month; the share of type P1.",
    counts=Share("placements", where=(Is("type", ("P1",)),)),
    subject="children placed with their parents",
    cites=(Cite("cla_statistics", "type of placement", "codes P1"),),
    cases="""
        started | ended | type | month || in | of | unknown | why
        2024-01-10 | - | P1 | 2024-05 || 1 | 1 |  | P1
        2024-01-10 | - | U6 | 2024-05 || 0 | 1 |  | another type
        2024-01-10 | - | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-01-10 | 2024-05-31 | P1 | 2024-05 || 0 | 0 |  | moved by then
    """,
)
