from undrift.engines.limits import months
from undrift.measures.definition import By, Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="children_rereferred_pct",
    title="Children referred again within twelve months",
    question="Of children referred, how many had been referred in the twelve months before?",
    area="front_door",
    better="lower",
    chart="p",
    unit="percent",
    definition="Children with a referral in the period; the share of them with one within twelve months of an earlier one. Each child counts once.",
    counts=Share(
        "children_referred",
        where=(By("earlier_on"), Lasted(at_most=months(12), since="earlier_on")),
        each="child",
    ),
    subject="children referred again within twelve months",
    differs="An earlier referral before the records begin cannot be seen.",
    cites=(
        Cite("cin_census", "re-referral measure", "a child basis is published beside the referral basis"),
    ),
    cases="""
        on | earlier_on | month || in | of | why
        2024-05-10 | 2023-05-10 | 2024-05 || 1 | 1 | twelve months to the day
        2024-05-10 | 2023-05-09 | 2024-05 || 0 | 1 | a day more
        2024-05-10 | - | 2024-05 || 0 | 1 | never before
        2024-05-10;2024-05-20 | -;2024-05-10 | 2024-05 || 1 | 1 | two in the month: one child
        2024-06-10 | 2024-05-10 | 2024-05 || 0 | 0 | in another month
    """,
)
