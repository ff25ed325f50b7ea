from undrift.engines.limits import months
from undrift.measures.definition import By, Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="pathway_plan_up_to_date_pct",
    title="Pathway plans reviewed in the last six months",
    question="Of care leavers, how many have a pathway plan made or reviewed in the last six months?",
    area="care_leavers",
    better="higher",
    chart="p",
    unit="percent",
    definition="Care leavers on the last day of the month; the share with a pathway plan made or reviewed in the six months before.",
    counts=Share("care_leavers", where=(By("planned_on"), Lasted(at_most=months(6), since="planned_on"))),
    subject="care leavers with an up-to-date pathway plan",
    cites=(
        Cite("chat", "care leavers", "pathway plan reviewed in the last six months, from Annex A list 9"),
    ),
    cases="""
        started | ended | planned_on | month || in | of | why
        2024-05-01 | - | 2023-11-30 | 2024-05 || 0 | 1 | a day too old
        2024-05-01 | - | 2023-12-01 | 2024-05 || 1 | 1 | within six months
        2024-05-01 | - | - | 2024-05 || 0 | 1 | none recorded
        2024-05-01 | - | 2024-06-10 | 2024-05 || 0 | 1 | only afterwards
        2024-06-01 | - | 2024-05-10 | 2024-05 || 0 | 0 | not known then
    """,
)
