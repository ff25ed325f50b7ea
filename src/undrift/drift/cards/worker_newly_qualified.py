from undrift.drift.definition import Given, Open, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="worker_newly_qualified",
    name="Held by a newly qualified social worker",
    area="workforce_oversight",
    question="Is the child's social worker in their first year since qualifying?",
    whom="Children held by a social worker",
    state=Open(("new_worker",), ("newly_qualified",)),
    given=Given("first_year_for", months(12)),
    since_when="the day the worker took the child on",
    words="Held since {first} by a social worker in the first year since qualifying.",
    why_it_matters="A first-year worker needs a lighter and simpler load and close supervision.",
    blind_to="How the child's needs were weighed when they were allocated; co-working.",
    cites=(
        Cite("bury_2021", "paragraph 47", "inspectors looked at the support for newly qualified workers"),
        Cite("local_convention", "new workers", "the first twelve months is a setting"),
    ),
    cases="""
        new_worker | as_at || since | why
        2024-01-10.. newly_qualified | 2024-01-10 || 2024-01-10 | up
        2024-01-10.. newly_qualified | 2024-01-09 || - | not yet
        2024-01-10..2024-02-01 newly_qualified | 2024-02-01 || - | over
        2024-01-10.. other | 2024-02-01 || - | otherwise
    """,
)
