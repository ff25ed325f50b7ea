from undrift.measures.definition import Average, Measure
from undrift.sources import Cite

measure = Measure(
    id="adoption_a10_days",
    title="Days from coming into care to moving in, foster carers' own adoptions stopped early",
    question="How many days from coming into care to moving in; where the foster carer adopted, to the day that foster placement began, on average?",
    area="adoption",
    better="lower",
    chart="xmr",
    unit="days",
    definition="Children adopted in the period; the mean days from coming into care to moving in; where the foster carer adopted, to the day that foster placement began.",
    counts=Average("adoptions", "entry_to_home"),
    subject="children adopted",
    years=3,
    cites=(Cite("adoption_scorecards", "A10", "as A1, stopping early for adoption by the foster carer"),),
    cases="""
        on | entry_to_home | month || in | of | value | unknown | why
        2024-05-10 | 10 | 2024-05 || 1 | 1 | 10 |  | one
        2024-05-10;2024-05-12;2024-05-13 | 10;20;60 | 2024-05 || 3 | 3 | 30 |  | the mean of three
        2024-05-10 | - | 2024-05 || 0 | 0 |  | 1 | not recorded: cannot be told
        2024-06-10 | 10 | 2024-05 || 0 | 0 |  |  | another month
    """,
)
