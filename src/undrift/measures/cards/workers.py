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
)
