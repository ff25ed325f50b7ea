from undrift.measures.definition import Average, Measure
from undrift.sources import Cite

measure = Measure(
    id="icpc_duration_median",
    title="Median working days to the initial conference",
    question="How many working days did the middle conference take?",
    area="child_protection",
    better="lower",
    chart="xmr",
    unit="working days",
    definition="Initial conferences held in the period; the median of the working days from the start of the enquiry.",
    counts=Average("conferences", "working_days", how="median"),
    subject="initial conferences",
    cites=(Cite("cin_census", "conference duration", "median working days"),),
    cases="""
        on | working_days | month || in | of | value | unknown | why
        2024-05-10 | 10 | 2024-05 || 1 | 1 | 10 |  | one
        2024-05-10;2024-05-12;2024-05-13 | 10;20;60 | 2024-05 || 3 | 3 | 20 |  | the middle one of three
        2024-05-10 | - | 2024-05 || 0 | 0 |  | 1 | no enquiry: cannot be told
        2024-06-10 | 10 | 2024-05 || 0 | 0 |  |  | another month
    """,
)
