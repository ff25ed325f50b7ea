from undrift.measures.definition import Flagged, Measure
from undrift.sources import Cite

measure = Measure(
    id="cla_no_permanence_plan",
    title="Children in care past the second review with no plan for permanence",
    question="Of children in care, how many are past their second review with no plan for permanence?",
    area="permanence",
    better="lower",
    chart="p",
    unit="percent",
    definition="Children in care on the last day of the month; the share past their second review with no plan for permanence recorded.",
    counts=Flagged("no_permanence_plan", of=("care",)),
    subject="children past the second review with no plan for permanence",
    cites=(Cite("care_planning_guidance", "permanence", "a plan for permanence by the second review"),),
    cases="""
        flag | care | month || in | of | why
        2024-05-10.. | 2024-01-02.. | 2024-05 || 1 | 1 | flag up and spell open at the month's end
         | 2024-01-02.. | 2024-05 || 0 | 1 | in the cohort, no flag
        2024-05-10.. | 2024-01-02..2024-05-31 | 2024-05 || 0 | 0 | left the cohort by the month's last day
        2024-05-10..2024-05-31 | 2024-01-02.. | 2024-05 || 0 | 1 | the flag is down by the month's last day
        2024-05-10.. | 2024-06-01.. | 2024-05 || 0 | 0 | joined the cohort only afterwards
    """,
)
