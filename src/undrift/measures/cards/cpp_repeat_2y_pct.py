from undrift.engines.limits import months
from undrift.measures.definition import By, Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cpp_repeat_2y_pct",
    title="Second child protection plan within two years",
    question="Of child protection plans begun, how many followed another within two years?",
    area="child_protection",
    better="lower",
    chart="p",
    unit="percent",
    definition="Child protection plans begun in the period; the share where an earlier one had ended within the two years before.",
    counts=Share(
        "cp_plans_started",
        where=(By("earlier_ended_on"), Lasted(at_most=months(24), since="earlier_ended_on")),
    ),
    subject="plans within two years of an earlier one's end",
    cites=(Cite("cin_census", "second or subsequent plan", "within two years, a regional variant"),),
    cases="""
        on | earlier_ended_on | month || in | of | why
        2024-05-10 | 2022-05-10 | 2024-05 || 1 | 1 | two years to the day
        2024-05-10 | 2022-05-09 | 2024-05 || 0 | 1 | a day more
        2024-05-10 | - | 2024-05 || 0 | 1 | no earlier plan
        2024-05-10 | 2024-05-11 | 2024-05 || 0 | 1 | the earlier one had not ended
        2024-06-10 | 2024-01-10 | 2024-05 || 0 | 0 | in another month
    """,
)
