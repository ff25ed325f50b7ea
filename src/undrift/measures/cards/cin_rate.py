from undrift.measures.definition import Measure, Number, Rate
from undrift.sources import Cite

measure = Measure(
    id="cin_rate",
    title="Children in need for every 10,000 children",
    question="How many children are in need, for every 10,000?",
    area="child_in_need",
    better="neither",
    chart="xmr",
    unit="per 10,000",
    definition="Episodes of need open on the last day of the month, for every 10,000 children aged 0 to 17.",
    counts=Rate(Number("need")),
    subject="children in need",
    cites=(
        Cite(
            "cin_census", "children in need", "open episodes of need at 31 March over children aged 0 to 17"
        ),
    ),
    cases="""
        started | ended | month || in | of | value | why
        2024-01-10 | - | 2024-05 || 1 | 1 | 1 | open on the last day
        2024-01-10 | 2024-05-31 | 2024-05 || 0 | 0 | 0 | ended by the last day
        2024-06-01 | - | 2024-05 || 0 | 0 | 0 | begun only afterwards
    """,
)
