from undrift.measures.definition import Between, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="adoption_a3_pct",
    title="Children who moved in with adopters within fourteen months",
    question="Of children with a decision for adoption, how many moved in within fourteen months of coming into care, or have waited less?",
    area="adoption",
    better="higher",
    chart="p",
    unit="percent",
    definition="Decisions for adoption in the period, not reversed; the share who moved in, or have waited, less than 426 days since coming into care.",
    counts=Share("adoption_decisions", where=(Between("waited", most=425),)),
    subject="children who waited less than fourteen months",
    years=3,
    differs="Placed in the period of the decision; the published figure also counts children adopted in the period whose decision came before.",
    cites=(
        Cite("adoption_scorecards", "A3", "children who moved in or have waited less than fourteen months"),
    ),
    cases="""
        on | waited | month || in | of | unknown | why
        2024-05-10 | 425 | 2024-05 || 1 | 1 |  | a day under
        2024-05-10 | 426 | 2024-05 || 0 | 1 |  | fourteen months
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | no day of coming into care: cannot be told
        2024-06-10 | 425 | 2024-05 || 0 | 0 |  | in another month
    """,
)
