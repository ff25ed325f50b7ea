from undrift.drift.definition import Lasting, Open, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="permanence_not_achieved_long_term_fostering",
    name="Plan of long-term fostering agreed and not achieved",
    area="permanence",
    question="Was a plan of long-term fostering agreed 6 months ago, and is it still neither achieved nor changed?",
    whom="Children in care with a plan of long-term fostering",
    state=Lasting(Open(("permanence_plan",), ("long_term_fostering",)), months(6)),
    since_when="6 months after the plan was agreed",
    words="A plan of long-term fostering was agreed on {first}, and is neither achieved nor changed.",
    why_it_matters="A child already living with the carers they will stay with should be told so.",
    blind_to="Why it has not been achieved: a court list, a carer's doubts, a child's own wish.",
    cites=(
        Cite(
            "bury_2021", "paragraph 28", "inspectors found children still waiting to live in a permanent home"
        ),
        Cite("local_convention", "permanence", "6 months for long-term fostering is a setting"),
    ),
    cases="""
        permanence_plan | as_at || since | why
        2024-01-10.. long_term_fostering | 2024-07-10 || 2024-07-10 | 6 months
        2024-01-10.. long_term_fostering | 2024-07-09 || - | a day short
        2024-01-10.. other | 2024-07-20 || - | another kind of plan
        2024-01-10..2024-07-15 long_term_fostering | 2024-07-15 || - | achieved, or changed
    """,
)
