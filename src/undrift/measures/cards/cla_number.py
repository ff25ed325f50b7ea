from undrift.measures.definition import Measure, Number
from undrift.sources import Cite

measure = Measure(
    id="cla_number",
    title="Children in care",
    question="How many children are in care?",
    area="looked_after",
    better="neither",
    chart="xmr",
    unit="children",
    definition="Children in care on the last day of the month, short breaks apart.",
    counts=Number("care"),
    subject="children in care",
    cites=(Cite("cla_statistics", "children looked after", "at 31 March, excluding series of short breaks"),),
    cases="""
        started | ended | month || in | of | value | why
        2024-01-10 | - | 2024-05 || 1 | 1 | 1 | open on the last day
        2024-01-10 | 2024-05-31 | 2024-05 || 0 | 0 | 0 | ended by the last day
        2024-06-01 | - | 2024-05 || 0 | 0 | 0 | begun only afterwards
    """,
)
