from undrift.measures.definition import Average, Measure
from undrift.sources import Cite

measure = Measure(
    id="assessment_duration_median",
    title="Median length of an assessment",
    question="How many working days did the middle assessment take?",
    area="assessment",
    better="lower",
    chart="xmr",
    unit="working days",
    definition="Assessments authorised in the period; the median of the working days from their start.",
    counts=Average("assessments", "working_days", how="median"),
    subject="assessments",
    cites=(
        Cite("cin_census", "assessment duration", "median working days of assessments completed in the year"),
    ),
    cases="""
        on | working_days | month || in | of | value | unknown | why
        2024-05-10 | 10 | 2024-05 || 1 | 1 | 10 |  | one
        2024-05-10;2024-05-12;2024-05-13 | 10;20;60 | 2024-05 || 3 | 3 | 20 |  | the middle one of three
        2024-05-10;2024-05-12 | 10;20 | 2024-05 || 2 | 2 | 15 |  | between the two
        2024-05-10 | - | 2024-05 || 0 | 0 |  | 1 | not recorded: cannot be told
        2024-06-10 | 10 | 2024-05 || 0 | 0 |  |  | another month
    """,
)
