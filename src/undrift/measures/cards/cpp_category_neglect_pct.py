from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cpp_category_neglect_pct",
    title="Child protection plans for neglect",
    question="Of child protection plans begun, how many were for neglect?",
    area="child_protection",
    better="neither",
    chart="p",
    unit="percent",
    definition="Child protection plans begun in the period; the share whose first category is neglect.",
    counts=Share("cp_plans_started", where=(Is("category", ("NEG",)),)),
    subject="plans for neglect",
    cites=(Cite("cin_census", "category of abuse", "initial category"),),
    cases="""
        on | category | month || in | of | unknown | why
        2024-05-10 | NEG | 2024-05 || 1 | 1 |  | counted (NEG)
        2024-05-10 | EMO | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | NEG | 2024-05 || 0 | 0 |  | in another month
    """,
)
