from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cpp_repeat_ever_pct",
    title="Second or later child protection plan",
    question="Of child protection plans begun, how many were not the child's first?",
    area="child_protection",
    better="lower",
    chart="p",
    unit="percent",
    definition="Child protection plans begun in the period; the share for children with any earlier one.",
    counts=Share("cp_plans_started", where=(Is("earlier", ("Y",)),)),
    subject="plans for children who had one before",
    differs="Sees only plans in the records loaded; the published figure uses the count each authority keeps of earlier plans.",
    cites=(Cite("cin_census", "second or subsequent plan", "any earlier plan, at any time"),),
    cases="""
        on | earlier | month || in | of | unknown | why
        2024-05-10 | Y | 2024-05 || 1 | 1 |  | counted (Y)
        2024-05-10 | N | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | Y | 2024-05 || 0 | 0 |  | in another month
    """,
)
