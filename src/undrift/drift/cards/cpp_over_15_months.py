from undrift.drift.definition import Lasting, Open, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="cpp_over_15_months",
    name="Child protection plan over 15 months",
    area="child_protection",
    question="Has a child protection plan been open for fifteen months?",
    whom="Children with an open child protection plan",
    state=Lasting(Open(("cp_plan",)), months(15)),
    since_when="the day the plan had been open fifteen months",
    words="The child protection plan began on {first} and is still open.",
    why_it_matters="By now change is either clear or not coming; there is still time to decide before two years.",
    blind_to="Whether the plan is working; a break between two plans for the same worry.",
    cites=(
        Cite("local_convention", "long plans", "15 months is a setting"),
        Cite("bury_2021", "paragraph 9", "inspectors found lengthy and repeated child protection planning"),
    ),
    cases="""
        cp_plan | as_at || since | why
        2024-01-10.. | 2025-04-10 || 2025-04-10 | fifteen months
        2024-01-10.. | 2025-04-09 || - | a day short
        2024-01-10..2025-04-20 | 2025-04-19 || 2025-04-10 | up until it ends
        2024-01-10..2025-04-20 | 2025-04-20 || - | the plan has ended
        ?.. | 2025-04-20 || - | no start recorded: cannot be counted
    """,
)
