from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_substance_pct",
    title="Children in care found to misuse substances",
    question="Of children in care for twelve months, how many are found to misuse substances?",
    area="looked_after",
    better="lower",
    chart="p",
    unit="percent",
    definition="Children in care for twelve months at 31 March, in the yearly return; the share found to misuse substances.",
    counts=Share("health_year", where=(Is("substances", ("Y",)),)),
    subject="children found to misuse substances",
    cites=(
        Cite(
            "cla_statistics",
            "health of children looked after for twelve months",
            "children in care found to misuse substances",
        ),
    ),
    cases="""
        on | substances | month || in | of | unknown | why
        2024-03-31 | Y | 2024-03 || 1 | 1 |  | yes
        2024-03-31 | N | 2024-03 || 0 | 1 |  | no
        2024-03-31 | - | 2024-03 || 0 | 0 | 1 | not recorded: cannot be told
        2023-03-31 | Y | 2024-03 || 0 | 0 |  | another year
    """,
)
