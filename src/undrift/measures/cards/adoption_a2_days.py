from undrift.measures.definition import Average, Blank, Measure, Not
from undrift.sources import Cite

measure = Measure(
    id="adoption_a2_days",
    title="Days from placement order to match",
    question="How many days passed between the placement order and the match, on average?",
    area="adoption",
    better="lower",
    chart="xmr",
    unit="days",
    definition="Children adopted in the period under a placement order; the mean days from the order to the match, none where they were matched first.",
    counts=Average("adoptions", "order_to_match", among=(Not(Blank("order_to_match")),)),
    subject="children adopted under a placement order",
    years=3,
    cites=(Cite("adoption_scorecards", "A2", "the threshold is 121 days"),),
    cases="""
        on | order_to_match | month || in | of | value | why
        2024-05-10 | 100 | 2024-05 || 1 | 1 | 100 | one
        2024-05-10;2024-05-11 | 0;100 | 2024-05 || 2 | 2 | 50 | one matched first
        2024-05-10 | - | 2024-05 || 0 | 0 |  | no placement order: not in it
        2024-06-10 | 100 | 2024-05 || 0 | 0 |  | another month
    """,
)
