from undrift.measures.definition import Aged, Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_convicted_pct",
    title="Children in care convicted or cautioned",
    question="Of children in care for twelve months, how many are aged 10 to 17 convicted or cautioned?",
    area="looked_after",
    better="lower",
    chart="p",
    unit="percent",
    definition="Children in care for twelve months at 31 March, in the yearly return; the share aged 10 to 17 convicted or cautioned.",
    counts=Share("health_year", where=(Is("convicted", ("Y",)),), among=(Aged(10, 18),)),
    subject="children aged 10 to 17 convicted or cautioned",
    cites=(
        Cite(
            "cla_statistics",
            "health of children looked after for twelve months",
            "children in care convicted or cautioned",
        ),
    ),
    cases="""
        on | convicted | born | month || in | of | unknown | why
        2024-03-31 | Y | 2010-01-01 | 2024-03 || 1 | 1 |  | yes
        2024-03-31 | N | 2010-01-01 | 2024-03 || 0 | 1 |  | no
        2024-03-31 | - | 2010-01-01 | 2024-03 || 0 | 0 | 1 | not recorded: cannot be told
        2023-03-31 | Y | 2010-01-01 | 2024-03 || 0 | 0 |  | another year
        2024-03-31 | Y | 2014-03-31 | 2024-03 || 1 | 1 |  | ten that day
        2024-03-31 | Y | 2014-04-01 | 2024-03 || 0 | 0 |  | ten the next
        2024-03-31 | Y | 2006-03-31 | 2024-03 || 0 | 0 |  | eighteen that day
        2024-03-31 | Y | 2006-04-01 | 2024-03 || 1 | 1 |  | eighteen the next
        2024-03-31 | Y | - | 2024-03 || 0 | 0 | 1 | no birth recorded: cannot be told
    """,
)
