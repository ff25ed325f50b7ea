from undrift.drift.definition import Distinct, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="three_carers",
    name="Three or more carers in a year",
    area="looked_after",
    question="Has the child had three or more different carers in twelve months?",
    whom="Children in care with carers",
    state=Distinct("carers", 3, months(12), within=("care",)),
    since_when="the day the third began",
    words="{n} different carers in twelve months; the latest since {last}.",
    why_it_matters="What hurts is losing the people, not the address: a move that keeps the carer is not counted here.",
    blind_to="Children's homes, where carers are not recorded one by one.",
    cites=(
        Cite(
            "cla_statistics",
            "placement stability",
            "moves are published by placement; this counts the carers",
        ),
        Cite("bury_2021", "paragraph 25", "inspectors found many changes in the adults around a child"),
    ),
    cases="""
        care | carer | as_at || since | why
        2024-01-02.. | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2024-03-01 || 2024-03-01 | the third begins
        2024-01-02.. | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2024-02-29 || - | only two so far
        2024-01-02.. | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. B | 2024-03-10 || - | the move kept the carer
        2024-01-02.. | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2025-01-31 || 2024-03-01 | the first is still within twelve months
        2024-01-02.. | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2025-02-01 || - | the first ended twelve months ago
        2024-01-02..2024-03-10 | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2024-03-10 || - | left care
    """,
)
