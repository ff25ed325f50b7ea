from undrift.measures.definition import AlsoIn, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_away_pct",
    title="Children in care who were away without leave",
    question="Of children in care at any time in the year, how many were away without leave?",
    area="missing",
    better="neither",
    chart="p",
    unit="percent",
    definition="Children in care at any time in the twelve months to the last day of the month; the share who were away without leave in them. Each child counts once.",
    counts=Share("care_in_year", where=(AlsoIn("away_in_year"),), each="child"),
    subject="children who were away without leave",
    cites=(
        Cite(
            "cla_statistics",
            "missing and away",
            "children with an incident in the year, of those looked after at any time in it",
        ),
    ),
    cases="""
        started | ended | away_in_year | month || in | of | why
        2024-01-10 | - | 2024-02-01..2025-02-01 | 2024-05 || 1 | 1 | in the year
        2024-01-10 | - |  | 2024-05 || 0 | 1 | never
        2024-01-10 | - | 2023-05-31..2024-05-31 | 2024-05 || 0 | 1 | a year ago to the day
        2022-01-10;2024-01-10 | 2024-06-10;- | 2024-02-01..2025-02-01 | 2024-05 || 1 | 1 | two periods of care: one child
        2022-01-10 | 2024-05-31 |  | 2024-05 || 0 | 0 | left care a year ago
    """,
)
