from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_foster_pct",
    title="Children in care living with foster carers",
    question="Of children in care, how many are living with foster carers?",
    area="looked_after",
    better="higher",
    chart="p",
    unit="percent",
    definition="Placements open on the last day of the month; the share of type U1, U2, U3, U4, U5, U6.",
    counts=Share("placements", where=(Is("type", ("U1", "U2", "U3", "U4", "U5", "U6")),)),
    subject="children living with foster carers",
    cites=(Cite("cla_statistics", "type of placement", "codes U1, U2, U3, U4, U5, U6"),),
    cases="""
        started | ended | type | month || in | of | unknown | why
        2024-01-10 | - | U1 | 2024-05 || 1 | 1 |  | U1
        2024-01-10 | - | U2 | 2024-05 || 1 | 1 |  | U2
        2024-01-10 | - | U3 | 2024-05 || 1 | 1 |  | U3
        2024-01-10 | - | U4 | 2024-05 || 1 | 1 |  | U4
        2024-01-10 | - | U5 | 2024-05 || 1 | 1 |  | U5
        2024-01-10 | - | U6 | 2024-05 || 1 | 1 |  | U6
        2024-01-10 | - | K2 | 2024-05 || 0 | 1 |  | another type
        2024-01-10 | - | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-01-10 | 2024-05-31 | U1 | 2024-05 || 0 | 0 |  | moved by then
    """,
)
