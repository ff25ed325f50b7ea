from undrift.drift.definition import Lasting, Open, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="home_on_care_order_over_a_year",
    name="At home on a care order for over a year",
    area="looked_after",
    question="Has the child lived with a parent under a full care order for a year?",
    whom="Children on a care order placed with a parent",
    state=Lasting(Open(("home_on_care_order",)), months(12)),
    since_when="a year after both were so",
    words="At home on a care order since {first}.",
    why_it_matters="If home is safe the order can be discharged; if it is not, the child should not be there.",
    blind_to="An application to discharge the order already made.",
    cites=(
        Cite(
            "bury_2021",
            "paragraph 22",
            "inspectors found children who had remained at home on care orders for too long",
        ),
        Cite("local_convention", "care orders at home", "twelve months is a setting"),
    ),
    cases="""
        home_on_care_order | as_at || since | why
        2024-01-10.. | 2025-01-10 || 2025-01-10 | a year
        2024-01-10.. | 2025-01-09 || - | a day short
        2024-01-10..2025-01-20 | 2025-01-20 || - | ended
    """,
)
