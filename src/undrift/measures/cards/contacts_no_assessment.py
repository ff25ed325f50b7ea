from undrift.measures.definition import Flagged, Measure
from undrift.sources import Cite

measure = Measure(
    id="contacts_no_assessment",
    title="Children with contacts that keep coming and no assessment",
    question="For how many children have three contacts come in twelve months with no assessment begun?",
    area="front_door",
    better="lower",
    chart="xmr",
    unit="children",
    definition="Children with the flag up on the last day of the month. A count, with no denominator.",
    counts=Flagged("contacts_no_assessment"),
    subject="children with repeated contacts and no assessment",
    cites=(Cite("local_convention", "repeat contacts", "three in twelve months is a setting"),),
    cases="""
        flag | month || in | of | why
        2024-05-10.. | 2024-05 || 1 | 1 | up at the month's end
        2024-05-10..2024-05-31 | 2024-05 || 0 | 0 | down by the month's last day
        2024-05-10..2024-06-01 | 2024-05 || 1 | 1 | still up on the month's last day
        2024-06-01.. | 2024-05 || 0 | 0 | up only afterwards
    """,
)
