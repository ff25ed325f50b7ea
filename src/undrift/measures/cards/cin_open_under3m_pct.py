from undrift.engines.limits import months
from undrift.measures.definition import Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cin_open_under3m_pct",
    title="Children in need lasting three months or less",
    question="Of children in need, how many have been so for three months or less?",
    area="child_in_need",
    better="neither",
    chart="p",
    unit="percent",
    definition="Episodes of need open on the last day of the month; the share lasting three months or less.",
    counts=Share("need", where=(Lasted(at_most=months(3)),)),
    subject="children in need lasting three months or less",
    cites=(
        Cite(
            "cin_census",
            "duration of open episodes",
            "open episodes at 31 March lasting three months or less",
        ),
    ),
    cases="""
        started | ended | month || in | of | why
        2023-12-31 | - | 2024-03 || 1 | 1 | three months to the day
        2023-12-30 | - | 2024-03 || 0 | 1 | a day more
        2023-12-31 | 2024-03-31 | 2024-03 || 0 | 0 | ended by the last day
    """,
)
