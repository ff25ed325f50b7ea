from undrift.drift.definition import Given, Open, Pattern
from undrift.sources import Cite

pattern = Pattern(
    id="placed_far",
    name="Placed more than twenty miles from home",
    area="looked_after",
    question="Is the child placed more than twenty miles from home?",
    whom="Children in care",
    state=Open(("placed_far",)),
    given=Given("miles", 20),
    since_when="the day the placement began",
    words="Placed more than twenty miles from home since {first}.",
    why_it_matters="Distance costs a child their school, their friends and their family's visits.",
    blind_to="A placement far away that is right for this child; whether it is outside the authority's boundary.",
    cites=(Cite("cla_statistics", "distance of placement", "over twenty miles is the published measure"),),
    cases="""
        placed_far | as_at || since | why
        2024-01-10.. | 2024-01-10 || 2024-01-10 | up
        2024-01-10.. | 2024-01-09 || - | not yet
        2024-01-10..2024-02-01 | 2024-02-01 || - | over
    """,
)
