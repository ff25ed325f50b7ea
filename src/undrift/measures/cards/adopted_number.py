from undrift.measures.definition import Blank, Is, Measure, Not, Number
from undrift.sources import Cite

measure = Measure(
    id="adopted_number",
    title="Children adopted",
    question="How many children were adopted?",
    area="adoption",
    better="neither",
    chart="xmr",
    unit="children",
    definition="Children who left care in the period because they were adopted (E11 or E12).",
    counts=Number("care_ended", among=(Not(Blank("reason")), Is("reason", ("E11", "E12")))),
    subject="children adopted",
    cites=(Cite("cla_statistics", "reason episode ceased", "E11 and E12"),),
    cases="""
        on | reason | month || in | of | value | why
        2024-05-10 | E11 | 2024-05 || 1 | 1 | 1 | adopted, unopposed
        2024-05-10 | E12 | 2024-05 || 1 | 1 | 1 | adopted, consent dispensed with
        2024-05-10 | E8 | 2024-05 || 0 | 0 | 0 | for another reason
        2024-05-10 | - | 2024-05 || 0 | 0 | 0 | no reason recorded
        2024-06-10 | E11 | 2024-05 || 0 | 0 | 0 | in another month
    """,
)
