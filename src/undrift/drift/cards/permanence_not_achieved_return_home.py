from undrift.drift.definition import Lasting, Open, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="permanence_not_achieved_return_home",
    name="Plan of return home agreed and not achieved",
    area="permanence",
    question="Was a plan of return home agreed 9 months ago, and is it still neither achieved nor changed?",
    whom="Children in care with a plan of return home",
    state=Lasting(Open(("permanence_plan",), ("return_home",)), months(9)),
    since_when="9 months after the plan was agreed",
    words="A plan of return home was agreed on {first}, and is neither achieved nor changed.",
    why_it_matters="A plan to go home that does not happen is a plan nobody has dared to change.",
    blind_to="Why it has not been achieved: a court list, a carer's doubts, a child's own wish.",
    cites=(
        Cite(
            "bury_2021", "paragraph 28", "inspectors found children still waiting to live in a permanent home"
        ),
        Cite("local_convention", "permanence", "9 months for return home is a setting"),
    ),
    cases="""
        permanence_plan | as_at || since | why
        2024-01-10.. return_home | 2024-10-10 || 2024-10-10 | 9 months
        2024-01-10.. return_home | 2024-10-09 || - | a day short
        2024-01-10.. other | 2024-10-20 || - | another kind of plan
        2024-01-10..2024-10-15 return_home | 2024-10-15 || - | achieved, or changed
    """,
)
