from undrift.drift.definition import Lasting, Open, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="cpp_over_24_months",
    name="Child protection plan over 24 months",
    area="child_protection",
    question="Has a child protection plan been open for twenty-four months?",
    whom="Children with an open child protection plan",
    state=Lasting(Open(("cp_plan",)), months(24)),
    since_when="the day the plan had been open twenty-four months",
    words="The child protection plan began on {first} and is still open.",
    why_it_matters="Two years on a plan means that neither the harm has ended nor the plan has been changed for another.",
    blind_to="Whether the plan is working; a break between two plans for the same worry.",
    cites=(
        Cite(
            "lait", "plans of two years or more", "the share of plans open for two years or more is published"
        ),
        Cite("bury_2021", "paragraph 9", "inspectors found lengthy and repeated child protection planning"),
    ),
    cases="""
        cp_plan | as_at || since | why
        2024-01-10.. | 2026-01-10 || 2026-01-10 | twenty-four months
        2024-01-10.. | 2026-01-09 || - | a day short
        2024-01-10..2026-01-20 | 2026-01-19 || 2026-01-10 | up until it ends
        2024-01-10..2026-01-20 | 2026-01-20 || - | the plan has ended
        ?.. | 2026-01-20 || - | no start recorded: cannot be counted
    """,
)
