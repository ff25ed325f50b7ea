from undrift.drift.definition import Distinct, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="three_social_workers",
    name="Three or more social workers in a year",
    area="workforce_oversight",
    question="Has the child had three or more different social workers in twelve months?",
    whom="Children with an open plan, or in care",
    state=Distinct("social workers", 3, months(12), within=("cin_plan", "cp_plan", "care")),
    since_when="the day the third began, or the plan or care began if later",
    words="{n} different social workers in twelve months; the latest of them since {last}.",
    why_it_matters="A child tells their story to each new worker, and each time the work starts again.",
    blind_to="Workers who stood in and were never recorded; whether the child minded.",
    cites=(
        Cite(
            "bury_2021",
            "paragraph 7",
            "inspectors found that many children had multiple changes of social worker",
        ),
        Cite(
            "cla_statistics", "social worker stability", "three or more in the year is the published measure"
        ),
    ),
    cases="""
        care | cp_plan | cin_plan | allocation | as_at || since | why
        2024-01-02.. |  |  | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2024-03-01 || 2024-03-01 | the third begins
        2024-01-02.. |  |  | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2024-02-29 || - | only two so far
         | 2024-01-02.. |  | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2024-03-10 || 2024-03-01 | on a protection plan
         |  | 2024-01-02.. | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2024-03-10 || 2024-03-01 | on a child in need plan
         |  |  | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2024-03-10 || - | neither on a plan nor in care
        2024-01-02.. |  |  | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. A | 2024-03-10 || - | the first came back
        2024-01-02.. |  |  | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2025-01-31 || 2024-03-01 | the first is still within twelve months
        2024-01-02.. |  |  | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2025-02-01 || - | the first left twelve months ago
        2024-01-02..2024-03-10 |  |  | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2024-03-10 || - | care has ended
        2024-03-05.. |  |  | 2024-01-02..2024-02-01 A, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2024-03-10 || 2024-03-05 | three before care began
        2024-01-02.. |  |  | 2024-01-02..2024-02-01, 2024-02-01..2024-03-01 B, 2024-03-01.. C | 2024-03-10 || - | one whose name is not recorded
    """,
)
