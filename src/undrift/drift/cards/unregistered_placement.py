from undrift.drift.definition import Open, Pattern
from undrift.sources import Cite

pattern = Pattern(
    id="unregistered_placement",
    name="Placed in a setting that is not registered",
    area="looked_after",
    question="Is the child placed in a setting that is not registered and should be?",
    whom="Children in care",
    state=Open(("unregistered",)),
    since_when="the day the placement began",
    words="In a setting that is not registered since {first}.",
    why_it_matters="Nobody inspects a setting that is not registered, and running one is an offence.",
    blind_to="Whether an application to register has been made.",
    cites=(
        Cite("ilacs", "children in care", "inspectors look at children in unregistered provision"),
        Cite("ssd", "placements", "a setting with no registration number is written as such"),
    ),
    cases="""
        unregistered | as_at || since | why
        2024-01-10.. | 2024-01-10 || 2024-01-10 | up
        2024-01-10.. | 2024-01-09 || - | not yet
        2024-01-10..2024-02-01 | 2024-02-01 || - | over
    """,
)
