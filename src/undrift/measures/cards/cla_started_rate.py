from undrift.measures.definition import Measure, Number, Rate
from undrift.sources import Cite

measure = Measure(
    id="cla_started_rate",
    title="Children coming into care for every 10,000 children",
    question="How many children came into care, for every 10,000?",
    area="looked_after",
    better="neither",
    chart="xmr",
    unit="per 10,000",
    definition="Children who came into care in the period, for every 10,000 children aged 0 to 17.",
    counts=Rate(Number("care_started")),
    subject="children coming into care",
    cites=(Cite("cla_statistics", "starting to be looked after", "in the year over children aged 0 to 17"),),
    cases="""
        on | month || in | of | value | why
        2024-05-10 | 2024-05 || 1 | 1 | 1 | in the month
        2024-06-10 | 2024-05 || 0 | 0 | 0 | in another
         - | 2024-05 || 0 | 0 | 0 | no day recorded
    """,
)
