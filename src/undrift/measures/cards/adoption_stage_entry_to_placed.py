from undrift.measures.definition import Average, Measure
from undrift.sources import Cite

measure = Measure(
    id="adoption_stage_entry_to_placed",
    title="Months from coming into care to moving in",
    question="How many months passed from coming into care to moving in, on average?",
    area="adoption",
    better="lower",
    chart="xmr",
    unit="months",
    definition="Children adopted in the period; the mean months from coming into care to moving in.",
    counts=Average("adoptions", "months_entry_to_placed"),
    subject="children adopted",
    cites=(Cite("cla_statistics", "adoption stages", "mean time from coming into care to moving in"),),
    cases="""
        on | months_entry_to_placed | month || in | of | value | unknown | why
        2024-05-10 | 10 | 2024-05 || 1 | 1 | 10 |  | one
        2024-05-10;2024-05-12;2024-05-13 | 10;20;60 | 2024-05 || 3 | 3 | 30 |  | the mean of three
        2024-05-10 | - | 2024-05 || 0 | 0 |  | 1 | not recorded: cannot be told
        2024-06-10 | 10 | 2024-05 || 0 | 0 |  |  | another month
    """,
)
