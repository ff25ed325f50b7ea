from undrift.engines.limits import months
from undrift.measures.definition import HasFlag, Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_3plus_placements_2y_pct",
    title="Children in care two years with three or more placements in them",
    question="Of children in care for two years, how many had three or more placements in that time?",
    area="looked_after",
    better="lower",
    chart="p",
    unit="percent",
    definition="Children in care for two years or more on the last day of the month; the share with three or more placements in the last two years.",
    counts=Share(
        "care", where=(HasFlag("three_placements_in_two_years"),), among=(Lasted(at_least=months(24)),)
    ),
    subject="children with three or more placements in two years",
    cites=(Cite("cla_statistics", "placement stability", "three or more placements in two years"),),
    cases="""
        started | ended | flag | month || in | of | why
        2022-05-31 | - | 2024-05-10.. | 2024-05 || 1 | 1 | two years in care, flag up
        2022-05-31 | - |  | 2024-05 || 0 | 1 | two years in care, no flag
        2022-06-01 | - | 2024-05-10.. | 2024-05 || 0 | 0 | a day short of two years
        2022-05-31 | - | 2024-05-10..2024-05-31 | 2024-05 || 0 | 1 | the flag is down by the last day
        2022-05-31 | 2024-05-31 | 2024-05-10.. | 2024-05 || 0 | 0 | left care
    """,
)
