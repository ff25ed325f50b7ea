from undrift.measures.definition import Measure, Number, Rate
from undrift.sources import Cite

measure = Measure(
    id="cla_ceased_rate",
    title="Children leaving care for every 10,000 children",
    question="How many children left care, for every 10,000?",
    area="looked_after",
    better="neither",
    chart="xmr",
    unit="per 10,000",
    definition="Children who left care in the period, for every 10,000 children aged 0 to 17.",
    counts=Rate(Number("care_ended")),
    subject="children leaving care",
    differs="A child who left twice in the year counts twice; the published figure counts the last time.",
    cites=(
        Cite(
            "cla_statistics",
            "ceasing to be looked after",
            "in the year, last ceasing, over children aged 0 to 17",
        ),
    ),
    cases="""
        on | month || in | of | value | why
        2024-05-10 | 2024-05 || 1 | 1 | 1 | in the month
        2024-06-10 | 2024-05 || 0 | 0 | 0 | in another
         - | 2024-05 || 0 | 0 | 0 | no day recorded
    """,
)
