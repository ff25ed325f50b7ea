from undrift.measures.definition import Between, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="assessments_61plus_pct",
    title="Assessments taking 61 working days or more",
    question="Of assessments finished, how many took 61 working days or more?",
    area="assessment",
    better="lower",
    chart="p",
    unit="percent",
    definition="Assessments authorised in the period; the share that took 61 working days or more from their start.",
    counts=Share("assessments", where=(Between("working_days", least=61),)),
    subject="assessments that took 61 working days or more",
    cites=(Cite("cin_census", "assessment duration", "the longest published band"),),
    cases="""
        on | working_days | month || in | of | unknown | why
        2024-05-10 | 61 | 2024-05 || 1 | 1 |  | sixty-one
        2024-05-10 | 60 | 2024-05 || 0 | 1 |  | sixty
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | no start recorded: cannot be told
        2024-06-10 | 61 | 2024-05 || 0 | 0 |  | in another month
    """,
)
