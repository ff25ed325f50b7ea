from undrift.drift.definition import Lasting, Open, Pattern
from undrift.engines.limits import working_days
from undrift.sources import Cite

pattern = Pattern(
    id="unallocated",
    name="No social worker",
    area="workforce_oversight",
    question="Has an open case been without a social worker for five working days?",
    whom="Children with an open referral",
    state=Lasting(Open(("unallocated",)), working_days(5)),
    since_when="the fifth working day without one",
    words="Nobody has been allocated since {first}.",
    why_it_matters="A child nobody holds is a child nobody sees.",
    blind_to="A manager or duty worker keeping watch; the time between two workers on one day.",
    cites=(
        Cite(
            "bury_2021",
            "paragraph 40",
            "inspectors found high caseloads and workforce churn with drift and delay",
        ),
        Cite("local_convention", "allocation", "five working days is a setting"),
    ),
    cases="""
        unallocated | as_at || since | why
        2024-01-10.. | 2024-01-17 || 2024-01-17 | up
        2024-01-10.. | 2024-01-16 || - | not yet
        2024-01-10..2024-12-01 | 2024-12-01 || - | over
    """,
)
