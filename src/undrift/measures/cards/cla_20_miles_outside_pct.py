from undrift.measures.definition import Between, Is, Measure, Not, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_20_miles_outside_pct",
    title="Children in care placed more than twenty miles from home and outside the authority",
    question="Of children in care, how many are placed more than twenty miles from home and outside the authority?",
    area="looked_after",
    better="lower",
    chart="p",
    unit="percent",
    definition="Placements open on the last day of the month; the share both more than twenty miles from home and outside the "
    "authority's own area. One within twenty miles, or in the area, is not counted whatever else is unknown; otherwise both "
    "must be recorded.",
    counts=Share("located_placements", where=(Not(Between("distance", most=20)), Is("location", ("Out",)))),
    subject="children placed more than twenty miles from home and outside the authority",
    differs="The published figure is a share of all children looked after; ours, of those of whom the records can tell.",
    cites=(
        Cite("cla_statistics", "distance of placement", "over twenty miles"),
        Cite("lait", "placements over 20 miles outside the boundary", "needs both"),
    ),
    cases="""
        started | ended | distance | location | month || in | of | unknown | why
        2024-01-10 | - | 21 | Out | 2024-05 || 1 | 1 |  | twenty-one miles, and outside
        2024-01-10 | - | 20.5 | Out | 2024-05 || 1 | 1 |  | just over twenty
        2024-01-10 | - | 20 | Out | 2024-05 || 0 | 1 |  | twenty, though outside
        2024-01-10 | - | 21 | In | 2024-05 || 0 | 1 |  | far, but still in the area
        2024-01-10 | - | 21 | - | 2024-05 || 0 | 0 | 1 | far, and whether outside is not recorded: cannot be told
        2024-01-10 | - | - | Out | 2024-05 || 0 | 0 | 1 | outside, and how far is not recorded: cannot be told
        2024-01-10 | - | - | In | 2024-05 || 0 | 1 |  | in the area, however far
        2024-01-10 | - | 3 | - | 2024-05 || 0 | 1 |  | near, wherever it is
        2024-01-10 | 2024-05-31 | 21 | Out | 2024-05 || 0 | 0 |  | moved by then
    """,
)
