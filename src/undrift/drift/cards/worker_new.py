from undrift.drift.definition import Given, Open, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="worker_new",
    name="Held by a social worker newly arrived",
    area="workforce_oversight",
    question="Has the child's social worker been in the authority for less than six months?",
    whom="Children held by a social worker",
    state=Open(("new_worker",), ("arrived",)),
    given=Given("new_for", months(6)),
    since_when="the day the worker took the child on",
    words="Held since {first} by a social worker less than six months in post.",
    why_it_matters="Somebody new knows neither the child nor who to ring.",
    blind_to="Experience gained elsewhere; census dates, which give posts only once a year.",
    cites=(
        Cite("bury_2021", "paragraph 25", "inspectors found a high turnover of agency staff"),
        Cite("local_convention", "new workers", "six months is a setting"),
    ),
    cases="""
        new_worker | as_at || since | why
        2024-01-10.. arrived | 2024-01-10 || 2024-01-10 | up
        2024-01-10.. arrived | 2024-01-09 || - | not yet
        2024-01-10..2024-02-01 arrived | 2024-02-01 || - | over
        2024-01-10.. other | 2024-02-01 || - | otherwise
    """,
)
