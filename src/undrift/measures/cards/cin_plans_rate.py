from undrift.measures.definition import Measure, Number, Rate
from undrift.sources import Cite

measure = Measure(
    id="cin_plans_rate",
    title="Child in need plans for every 10,000 children",
    question="How many child in need plans are open, for every 10,000 children?",
    area="child_in_need",
    better="neither",
    chart="xmr",
    unit="per 10,000",
    definition="Child in need plans open on the last day of the month, for every 10,000 children aged 0 to 17.",
    counts=Rate(Number("cin_plans")),
    subject="child in need plans",
    cites=(Cite("cin_census", "child in need plans", "open at 31 March, published since 2022"),),
    cases="""
        started | ended | month || in | of | value | why
        2024-01-10 | - | 2024-05 || 1 | 1 | 1 | open on the last day
        2024-01-10 | 2024-05-31 | 2024-05 || 0 | 0 | 0 | ended by the last day
        2024-06-01 | - | 2024-05 || 0 | 0 | 0 | begun only afterwards
    """,
)
