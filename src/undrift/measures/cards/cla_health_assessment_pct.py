from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_health_assessment_pct",
    title="Annual health assessment up to date",
    question="Of children in care for twelve months, how many are with their annual health assessment?",
    area="looked_after",
    better="higher",
    chart="p",
    unit="percent",
    definition="Children in care for twelve months at 31 March, in the yearly return; the share with their annual health assessment.",
    counts=Share("health_year", where=(Is("health", ("Y",)),)),
    subject="children with their annual health assessment",
    cites=(
        Cite(
            "cla_statistics",
            "health of children looked after for twelve months",
            "annual health assessment up to date",
        ),
    ),
    cases="""
        on | health | month || in | of | unknown | why
        2024-03-31 | Y | 2024-03 || 1 | 1 |  | yes
        2024-03-31 | N | 2024-03 || 0 | 1 |  | no
        2024-03-31 | - | 2024-03 || 0 | 0 | 1 | not recorded: cannot be told
        2023-03-31 | Y | 2024-03 || 0 | 0 |  | another year
    """,
)
