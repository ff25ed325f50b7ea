from undrift.measures.definition import Average, Measure
from undrift.sources import Cite

measure = Measure(
    id="adoption_a1_days",
    title="Days from coming into care to moving in with adopters",
    question="How many days from coming into care to moving in with the adopters, on average?",
    area="adoption",
    better="lower",
    chart="xmr",
    unit="days",
    definition="Children adopted in the period; the mean days from coming into care to moving in with the adopters.",
    counts=Average("adoptions", "entry_to_placed"),
    subject="children adopted",
    years=3,
    cites=(Cite("adoption_scorecards", "A1", "the threshold is 426 days"),),
    cases="""
        on | entry_to_placed | month || in | of | value | unknown | why
        2024-05-10 | 10 | 2024-05 || 1 | 1 | 10 |  | one
        2024-05-10;2024-05-12;2024-05-13 | 10;20;60 | 2024-05 || 3 | 3 | 30 |  | the mean of three
        2024-05-10 | - | 2024-05 || 0 | 0 |  | 1 | not recorded: cannot be told
        2024-06-10 | 10 | 2024-05 || 0 | 0 |  |  | another month
    """,
)
