from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="cla_iha_20wd_pct",
    title="Initial health assessments within twenty working days",
    question="Of initial health assessments that fell due in the month, how many were done in time?",
    area="looked_after",
    better="higher",
    chart="p",
    unit="percent",
    definition="Children whose twenty working days in care ran out in the month; the share assessed by then. Children who left care before are not in it.",
    counts=InTime(("iha_20wd",), by="due_on"),
    subject="initial health assessments in time",
    differs="Counts from the day of coming into care to the day of the assessment; some authorities count to the report.",
    cites=(
        Cite(
            "health_guidance", "initial health assessments", "within twenty working days of coming into care"
        ),
    ),
    cases="""
        started | due | stopped | ended | as_at | month || in | of | why
        2024-05-01 | 2024-05-23 | 2024-05-23 |  | 2024-08-01 | 2024-05 || 1 | 1 | due in the month, met on the limit
        2024-05-01 | 2024-05-23 | 2024-06-03 |  | 2024-08-01 | 2024-05 || 0 | 1 | due in the month, done late in the next
        2024-05-01 | 2024-05-23 | 2024-06-03 |  | 2024-08-01 | 2024-06 || 0 | 0 | counted when due, not when done
        2024-05-01 | 2024-05-23 |  |  | 2024-08-01 | 2024-05 || 0 | 1 | never done counts against
        2024-05-01 | 2024-05-23 |  |  | 2024-05-20 | 2024-05 || 0 | 0 | not due yet
    """,
)
