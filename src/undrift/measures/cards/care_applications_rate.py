from undrift.measures.definition import Measure, Number, Rate
from undrift.sources import Cite

measure = Measure(
    id="care_applications_rate",
    title="Care applications for every 10,000 children",
    question="How many applications went to the court, for every 10,000 children?",
    area="pre_proceedings",
    better="neither",
    chart="xmr",
    unit="per 10,000",
    definition="Applications to the court in the period, for every 10,000 children aged 0 to 17.",
    counts=Rate(Number("applications")),
    subject="care applications",
    differs="Counts children in our own record of applications; the published figure counts applications Cafcass received, one of which may name several children.",
    cites=(Cite("lait", "care applications", "applications received by Cafcass over children aged 0 to 17"),),
    cases="""
        on | month || in | of | value | why
        2024-05-10 | 2024-05 || 1 | 1 | 1 | in the month
        2024-06-10 | 2024-05 || 0 | 0 | 0 | in another
         - | 2024-05 || 0 | 0 | 0 | no day recorded
    """,
)
