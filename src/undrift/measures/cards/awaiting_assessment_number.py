from undrift.measures.definition import By, Measure, Not, Number
from undrift.sources import Cite

measure = Measure(
    id="awaiting_assessment_number",
    title="Children with no assessment begun",
    question="How many children with an open episode of need have had no assessment begun?",
    area="front_door",
    better="neither",
    chart="xmr",
    unit="children",
    definition="Episodes of need open on the last day of the month with no assessment begun in them by then.",
    counts=Number("need", among=(Not(By("first_assessed_on")),)),
    subject="children with no assessment begun",
    cites=(
        Cite("cin_census", "awaiting assessment", "open episodes at 31 March with no assessment recorded"),
    ),
    cases="""
        started | ended | first_assessed_on | month || in | of | value | why
        2024-01-10 | - | - | 2024-05 || 1 | 1 | 1 | none begun
        2024-01-10 | - | 2024-06-01 | 2024-05 || 1 | 1 | 1 | begun only afterwards
        2024-01-10 | - | 2024-05-31 | 2024-05 || 0 | 0 | 0 | begun on the last day
        2024-01-10 | 2024-05-31 | - | 2024-05 || 0 | 0 | 0 | closed by then
    """,
)
