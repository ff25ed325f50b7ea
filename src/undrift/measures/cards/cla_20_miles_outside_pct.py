from undrift.measures.definition import Between, Measure, Not, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_20_miles_outside_pct",
    title="Children in care placed more than twenty miles from home",
    question="Of children in care, how many are placed more than twenty miles from home?",
    area="looked_after",
    better="lower",
    chart="p",
    unit="percent",
    definition="Placements open on the last day of the month; the share recorded as more than twenty miles from home.",
    counts=Share("placements", where=(Not(Between("distance", most=20)),)),
    subject="children placed more than twenty miles from home",
    differs="The published figure counts only those who are also outside the authority, which the dataset does not hold.",
    cites=(
        Cite("cla_statistics", "distance of placement", "over twenty miles"),
        Cite("lait", "placements over 20 miles outside the boundary", "needs both"),
    ),
    cases="""
        started | ended | distance | month || in | of | unknown | why
        2024-01-10 | - | 21 | 2024-05 || 1 | 1 |  | twenty-one miles
        2024-01-10 | - | 20.5 | 2024-05 || 1 | 1 |  | just over twenty
        2024-01-10 | - | 20 | 2024-05 || 0 | 1 |  | twenty
        2024-01-10 | - | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-01-10 | 2024-05-31 | 21 | 2024-05 || 0 | 0 |  | moved by then
    """,
)
