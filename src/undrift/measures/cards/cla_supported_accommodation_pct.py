from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_supported_accommodation_pct",
    title="Children in care living in supported accommodation",
    question="Of children in care, how many are living in supported or independent accommodation?",
    area="looked_after",
    better="neither",
    chart="p",
    unit="percent",
    definition="Placements open on the last day of the month; the share of type K3, H5, P2.",
    counts=Share("placements", where=(Is("type", ("K3", "H5", "P2")),)),
    subject="children living in supported or independent accommodation",
    cites=(Cite("cla_statistics", "type of placement", "codes K3, H5, P2"),),
    cases="""
        started | ended | type | month || in | of | unknown | why
        2024-01-10 | - | K3 | 2024-05 || 1 | 1 |  | K3
        2024-01-10 | - | H5 | 2024-05 || 1 | 1 |  | H5
        2024-01-10 | - | P2 | 2024-05 || 1 | 1 |  | P2
        2024-01-10 | - | U6 | 2024-05 || 0 | 1 |  | another type
        2024-01-10 | - | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-01-10 | 2024-05-31 | K3 | 2024-05 || 0 | 0 |  | moved by then
    """,
)
