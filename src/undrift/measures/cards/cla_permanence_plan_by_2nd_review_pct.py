from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_permanence_plan_by_2nd_review_pct",
    title="A plan for permanence by the second review",
    question="Of children who reached a second review, how many had a plan for permanence by then?",
    area="permanence",
    better="higher",
    chart="p",
    unit="percent",
    definition="Children whose second review in care was held in the period; the share with a plan for permanence recorded by that day.",
    counts=Share("second_reviews", where=(Is("planned", ("Y",)),)),
    subject="children with a plan for permanence by the second review",
    cites=(
        Cite("care_planning_guidance", "permanence", "a plan for permanence is agreed by the second review"),
    ),
    cases="""
        on | planned | month || in | of | unknown | why
        2024-05-10 | Y | 2024-05 || 1 | 1 |  | counted (Y)
        2024-05-10 | N | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | Y | 2024-05 || 0 | 0 |  | in another month
    """,
)
