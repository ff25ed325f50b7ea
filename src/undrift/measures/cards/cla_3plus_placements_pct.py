from undrift.measures.definition import Flagged, Measure
from undrift.sources import Cite

measure = Measure(
    id="cla_3plus_placements_pct",
    title="Children in care with three or more placements in the year",
    question="Of children in care, how many had three or more placements in the last twelve months?",
    area="looked_after",
    better="lower",
    chart="p",
    unit="percent",
    definition="Children in care on the last day of the month; the share with three or more placements in the twelve months to that day.",
    counts=Flagged("three_placements", of=("care",)),
    subject="children with three or more placements in the year",
    differs="Temporary placements count here where the authority records them; the published figure leaves some out.",
    cites=(
        Cite("cla_statistics", "placement stability", "three or more placements in the year"),
        Cite("lait", "placement stability", "the same"),
    ),
    cases="""
        flag | care | month || in | of | why
        2024-05-10.. | 2024-01-02.. | 2024-05 || 1 | 1 | flag up and in care at the month's end
         | 2024-01-02.. | 2024-05 || 0 | 1 | in care, no flag
        2024-05-10.. | 2024-01-02..2024-05-31 | 2024-05 || 0 | 0 | left care by the month's last day
        2024-05-10..2024-05-31 | 2024-01-02.. | 2024-05 || 0 | 1 | the flag is down by the month's last day
        2024-05-10.. | 2024-06-01.. | 2024-05 || 0 | 0 | came into care only afterwards
    """,
)
