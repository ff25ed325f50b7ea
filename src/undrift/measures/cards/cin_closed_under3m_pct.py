from undrift.engines.limits import months
from undrift.measures.definition import Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cin_closed_under3m_pct",
    title="Children in need for three months or less when it ended",
    question="Of episodes of need that ended, how many had lasted three months or less?",
    area="child_in_need",
    better="neither",
    chart="p",
    unit="percent",
    definition="Episodes of need ended in the period; the share that had lasted three months or less.",
    counts=Share("need_ended", where=(Lasted(at_most=months(3)),)),
    subject="episodes of need that lasted three months or less",
    cites=(Cite("cin_census", "duration of ended episodes", "three months or less"),),
    cases="""
        on | started | month || in | of | why
        2024-05-10 | 2024-02-10 | 2024-05 || 1 | 1 | three months to the day
        2024-05-10 | 2024-02-09 | 2024-05 || 0 | 1 | a day more
        2024-06-10 | 2024-02-10 | 2024-05 || 0 | 0 | ended in another month
    """,
)
