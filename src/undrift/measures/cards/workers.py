from undrift.measures.definition import Measure, Workers
from undrift.sources import Cite

measure = Measure(
    id="cla_3plus_social_workers_pct",
    title="Children in care with three or more social workers in a year",
    question="Of children in care, how many had three or more social workers in the last twelve months?",
    area="workforce",
    better="lower",
    chart="p",
    unit="percent",
    definition="Children in care on the last day of the month; the share who had three or more different social workers in the twelve months to that day.",
    counts=Workers(n=3, of=("care",)),
    subject="children in care with three or more social workers in a year",
    cites=(
        Cite(
            "cla_statistics", "social worker stability", "three or more different social workers in the year"
        ),
    ),
    cases="""
        care | allocation | month || in | of | why
        2024-01-02.. | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2024-05 || 1 | 1 | three workers in the year
        2024-01-02.. | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. A | 2024-05 || 0 | 1 | the first came back: two workers
        2024-01-02.. | 2023-01-02..2023-05-31 A, 2023-05-31..2024-03-01 B, 2024-03-01.. C | 2024-05 || 0 | 1 | the first had left a year before
        2024-01-02.. | 2023-01-02..2023-06-01 A, 2023-06-01..2024-03-01 B, 2024-03-01.. C | 2024-05 || 1 | 1 | the first was still there within the year
        2024-01-02.. |  | 2024-05 || 0 | 1 | in care with nobody recorded
        2024-01-02..2024-05-31 | 2024-01-02.. A | 2024-05 || 0 | 0 | left care by the month's last day
    """,
)
