from undrift.measures.definition import Flagged, Measure
from undrift.sources import Cite

measure = Measure(
    id="assessment_stale",
    title="Plans resting on an assessment gone stale",
    question="Of children with an open plan, how many have had something change and no assessment begun since?",
    area="assessment",
    better="lower",
    chart="p",
    unit="percent",
    definition="Children with a child in need or child protection plan open on the last day of the month; the share with the flag up.",
    counts=Flagged("assessment_stale", of=("cin_plan", "cp_plan")),
    subject="children whose assessment has gone stale",
    cites=(Cite("working_together", "chapter 3", "assessment is brought up to date as things change"),),
    cases="""
        flag | cin_plan | cp_plan | month || in | of | why
        2024-05-10.. | 2024-01-02.. |  | 2024-05 || 1 | 1 | flag up and spell open at the month's end
        2024-05-10.. |  | 2024-01-02.. | 2024-05 || 1 | 1 | the other kind of spell counts too
         | 2024-01-02.. |  | 2024-05 || 0 | 1 | in the cohort, no flag
        2024-05-10.. | 2024-01-02..2024-05-31 |  | 2024-05 || 0 | 0 | left the cohort by the month's last day
        2024-05-10..2024-05-31 | 2024-01-02.. |  | 2024-05 || 0 | 1 | the flag is down by the month's last day
        2024-05-10.. | 2024-06-01.. |  | 2024-05 || 0 | 0 | joined the cohort only afterwards
    """,
)
