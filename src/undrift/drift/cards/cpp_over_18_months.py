from undrift.drift.definition import Lasting, Open, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="cpp_over_18_months",
    name="Child protection plan over 18 months",
    area="child_protection",
    question="Has a child protection plan been open for eighteen months?",
    whom="Children with an open child protection plan",
    state=Lasting(Open(("cp_plan",)), months(18)),
    since_when="the day the plan had been open eighteen months",
    words="The child protection plan began on {first} and is still open.",
    why_it_matters="Eighteen months of risk of harm without enough change calls for legal advice.",
    blind_to="Whether the plan is working; a break between two plans for the same worry.",
    cites=(
        Cite("local_convention", "long plans", "18 months is a setting"),
        Cite("bury_2021", "paragraph 9", "inspectors found lengthy and repeated child protection planning"),
    ),
    cases="""
        cp_plan | as_at || since | why
        2024-01-10.. | 2025-07-10 || 2025-07-10 | eighteen months
        2024-01-10.. | 2025-07-09 || - | a day short
        2024-01-10..2025-07-20 | 2025-07-19 || 2025-07-10 | up until it ends
        2024-01-10..2025-07-20 | 2025-07-20 || - | the plan has ended
        ?.. | 2025-07-20 || - | no start recorded: cannot be counted
    """,
)
