from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_residential_pct",
    title="Children in care living in secure or children's homes",
    question="Of children in care, how many are living in secure or children's homes?",
    area="looked_after",
    better="neither",
    chart="p",
    unit="percent",
    definition="Placements open on the last day of the month; the share of type K1, K2.",
    counts=Share("placements", where=(Is("type", ("K1", "K2")),)),
    subject="children living in secure or children's homes",
    cites=(Cite("cla_statistics", "type of placement", "codes K1, K2"),),
    cases="""
        started | ended | type | month || in | of | unknown | why
        2024-01-10 | - | K1 | 2024-05 || 1 | 1 |  | K1
        2024-01-10 | - | K2 | 2024-05 || 1 | 1 |  | K2
        2024-01-10 | - | U6 | 2024-05 || 0 | 1 |  | another type
        2024-01-10 | - | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-01-10 | 2024-05-31 | K1 | 2024-05 || 0 | 0 |  | moved by then
    """,
)
