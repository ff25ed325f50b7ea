from undrift.measures.definition import Aged, Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_dev_assessment_pct",
    title="Development checks up to date, under five",
    question="Of children in care for twelve months, how many are under five with development checks up to date?",
    area="looked_after",
    better="higher",
    chart="p",
    unit="percent",
    definition="Children in care for twelve months at 31 March, in the yearly return; the share under five with development checks up to date.",
    counts=Share("health_year", where=(Is("development", ("Y",)),), among=(Aged(under=5),)),
    subject="children under five with development checks up to date",
    cites=(
        Cite(
            "cla_statistics",
            "health of children looked after for twelve months",
            "development checks up to date, under five",
        ),
    ),
    cases="""
        on | development | born | month || in | of | unknown | why
        2024-03-31 | Y | 2021-01-01 | 2024-03 || 1 | 1 |  | yes
        2024-03-31 | N | 2021-01-01 | 2024-03 || 0 | 1 |  | no
        2024-03-31 | - | 2021-01-01 | 2024-03 || 0 | 0 | 1 | not recorded: cannot be told
        2023-03-31 | Y | 2021-01-01 | 2024-03 || 0 | 0 |  | another year
        2024-03-31 | Y | 2019-03-31 | 2024-03 || 0 | 0 |  | five that day
        2024-03-31 | Y | 2019-04-01 | 2024-03 || 1 | 1 |  | five the next
        2024-03-31 | Y | - | 2024-03 || 0 | 0 | 1 | no birth recorded: cannot be told
    """,
)
