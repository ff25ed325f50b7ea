from undrift.drift.definition import Open, Pattern
from undrift.sources import Cite

pattern = Pattern(
    id="siblings_apart",
    name="Brothers and sisters apart in care",
    area="looked_after",
    question="Is the child in care with one carer while a brother or sister in care lives with another?",
    whom="Children in care with a brother or sister in care",
    state=Open(("siblings_apart",)),
    since_when="the day both were placed and not together",
    words="Living apart from a brother or sister in care since {first}.",
    why_it_matters="Brothers and sisters are often the longest relationship a child will have.",
    blind_to="Whether apart is right for them, and how often they meet; children's homes, where no carer is recorded.",
    cites=(
        Cite(
            "bury_2021", "paragraph 31", "inspectors look at whether brothers and sisters can live together"
        ),
        Cite("care_planning_guidance", "placement", "placed together where that is right"),
    ),
    cases="""
        siblings_apart | as_at || since | why
        2024-01-10.. | 2024-01-10 || 2024-01-10 | up
        2024-01-10.. | 2024-01-09 || - | not yet
        2024-01-10..2024-02-01 | 2024-02-01 || - | over
    """,
)
