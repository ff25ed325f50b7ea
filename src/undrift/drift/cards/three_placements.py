from undrift.drift.definition import Distinct, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="three_placements",
    name="Three or more placements in a year",
    area="looked_after",
    question="Has the child had three or more placements in twelve months?",
    whom="Children in care",
    state=Distinct("placements", 3, months(12), within=("care",)),
    since_when="the day the third began",
    words="{n} placements in twelve months; the latest of them since {last}.",
    why_it_matters="Each move costs a child a home, often a school, and the people in both.",
    blind_to="Whether the move was to somewhere better, such as to a carer found for good; moves that kept the carer count here where the record makes them a new placement.",
    cites=(
        Cite(
            "cla_statistics",
            "placement stability",
            "three or more placements in twelve months is the published measure",
        ),
    ),
    cases="""
        care | placement | as_at || since | why
        2022-01-02.. | 2022-01-02..2022-02-01, 2022-02-01..2022-03-01, 2022-03-01.. | 2022-03-01 || 2022-03-01 | the third begins
        2022-01-02.. | 2022-01-02..2022-02-01, 2022-02-01..2022-03-01, 2022-03-01.. | 2022-02-28 || - | only two so far
        2022-01-02.. | 2022-01-02..2022-02-01, 2022-02-01..2022-03-01, 2022-03-01.. | 2023-01-31 || 2022-03-01 | the first is still within twelve months
        2022-01-02.. | 2022-01-02..2022-02-01, 2022-02-01..2022-03-01, 2022-03-01.. | 2023-02-01 || - | the first ended twelve months ago
        2022-01-02.. | 2022-01-02..2022-02-01, 2022-02-01.. | 2022-03-10 || - | two placements
        2022-01-02..2022-03-10 | 2022-01-02..2022-02-01, 2022-02-01..2022-03-01, 2022-03-01.. | 2022-03-10 || - | care has ended
    """,
)
