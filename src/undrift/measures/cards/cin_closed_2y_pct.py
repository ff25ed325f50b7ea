from undrift.engines.limits import months
from undrift.measures.definition import Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cin_closed_2y_pct",
    title="Children in need for two years or more when it ended",
    question="Of episodes of need that ended, how many had lasted two years or more?",
    area="child_in_need",
    better="neither",
    chart="p",
    unit="percent",
    definition="Episodes of need ended in the period; the share that had lasted two years or more.",
    counts=Share("need_ended", where=(Lasted(at_least=months(24)),)),
    subject="episodes of need that lasted two years or more",
    cites=(Cite("cin_census", "duration of ended episodes", "two years or more"),),
    cases="""
        on | started | month || in | of | why
        2024-05-10 | 2022-05-10 | 2024-05 || 1 | 1 | two years to the day
        2024-05-10 | 2022-05-11 | 2024-05 || 0 | 1 | a day less
        2024-06-10 | 2022-05-10 | 2024-05 || 0 | 0 | ended in another month
    """,
)
