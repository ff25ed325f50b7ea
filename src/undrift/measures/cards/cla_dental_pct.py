from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_dental_pct",
    title="Teeth checked in the year",
    question="Of children in care for twelve months, how many are whose teeth were checked?",
    area="looked_after",
    better="higher",
    chart="p",
    unit="percent",
    definition="Children in care for twelve months at 31 March, in the yearly return; the share whose teeth were checked.",
    counts=Share("health_year", where=(Is("teeth", ("Y",)),)),
    subject="children whose teeth were checked",
    cites=(
        Cite(
            "cla_statistics", "health of children looked after for twelve months", "teeth checked in the year"
        ),
    ),
    cases="""
        on | teeth | month || in | of | unknown | why
        2024-03-31 | Y | 2024-03 || 1 | 1 |  | yes
        2024-03-31 | N | 2024-03 || 0 | 1 |  | no
        2024-03-31 | - | 2024-03 || 0 | 0 | 1 | not recorded: cannot be told
        2023-03-31 | Y | 2024-03 || 0 | 0 |  | another year
    """,
)
