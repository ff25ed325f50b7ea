from undrift.measures.definition import Measure, Number, Ratio
from undrift.sources import Cite

measure = Measure(
    id="worker_changes_rate",
    title="Changes of social worker for every hundred children a month",
    question="How often do children change social worker?",
    area="workforce_oversight",
    better="lower",
    chart="xmr",
    unit="for every 100 children",
    definition="Changes of social worker in the month for every hundred children held at its end.",
    counts=Ratio(Number("worker_changes"), (Number("allocated"),), scale=100),
    subject="changes of social worker",
    year_ends=3,
    cites=(
        Cite(
            "bury_2021", "paragraph 7", "inspectors found many children had multiple changes of social worker"
        ),
        Cite(
            "cla_statistics",
            "social worker stability",
            "changes of worker are collected for children in care",
        ),
    ),
    cases="""
        worker_changes | allocated | month || in | of | value | why
        2024-05-10 | 2024-01-10..;2024-01-10.. | 2024-05 || 1 | 3 | 50 | one for two children
         | 2024-01-10.. | 2024-05 || 0 | 1 | 0 | none
        2024-05-10 | 2024-01-10..2024-05-31 | 2024-05 || 1 | 1 |  | nobody held at the end
        2024-06-10 |  | 2024-05 || 0 | 0 |  | another month
    """,
)
