from undrift.drift.definition import Lasting, Open, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="permanence_not_achieved_adoption",
    name="Plan of adoption agreed and not achieved",
    area="permanence",
    question="Was a plan of adoption agreed 12 months ago, and is it still neither achieved nor changed?",
    whom="Children in care with a plan of adoption",
    state=Lasting(Open(("permanence_plan",), ("adoption",)), months(12)),
    since_when="12 months after the plan was agreed",
    words="A plan of adoption was agreed on {first}, and is neither achieved nor changed.",
    why_it_matters="A child waiting for adopters ages past the families who could take them.",
    blind_to="Why it has not been achieved: a court list, a carer's doubts, a child's own wish.",
    cites=(
        Cite(
            "bury_2021", "paragraph 28", "inspectors found children still waiting to live in a permanent home"
        ),
        Cite("local_convention", "permanence", "12 months for adoption is a setting"),
    ),
    cases="""
        permanence_plan | as_at || since | why
        2024-01-10.. adoption | 2025-01-10 || 2025-01-10 | 12 months
        2024-01-10.. adoption | 2025-01-09 || - | a day short
        2024-01-10.. other | 2025-01-20 || - | another kind of plan
        2024-01-10..2025-01-15 adoption | 2025-01-15 || - | achieved, or changed
    """,
)
