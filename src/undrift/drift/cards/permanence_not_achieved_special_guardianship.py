from undrift.drift.definition import Lasting, Open, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="permanence_not_achieved_special_guardianship",
    name="Plan of special guardianship agreed and not achieved",
    area="permanence",
    question="Was a plan of special guardianship agreed 9 months ago, and is it still neither achieved nor changed?",
    whom="Children in care with a plan of special guardianship",
    state=Lasting(Open(("permanence_plan",), ("special_guardianship",)), months(9)),
    since_when="9 months after the plan was agreed",
    words="A plan of special guardianship was agreed on {first}, and is neither achieved nor changed.",
    why_it_matters="Each month without the order leaves the child in care and the carer without a parent's powers.",
    blind_to="Why it has not been achieved: a court list, a carer's doubts, a child's own wish.",
    cites=(
        Cite(
            "bury_2021", "paragraph 28", "inspectors found children still waiting to live in a permanent home"
        ),
        Cite("local_convention", "permanence", "9 months for special guardianship is a setting"),
    ),
    cases="""
        permanence_plan | as_at || since | why
        2024-01-10.. special_guardianship | 2024-10-10 || 2024-10-10 | 9 months
        2024-01-10.. special_guardianship | 2024-10-09 || - | a day short
        2024-01-10.. other | 2024-10-20 || - | another kind of plan
        2024-01-10..2024-10-15 special_guardianship | 2024-10-15 || - | achieved, or changed
    """,
)
