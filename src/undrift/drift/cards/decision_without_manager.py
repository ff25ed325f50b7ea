from undrift.drift.definition import Happened, On, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="decision_without_manager",
    name="A decision with no manager's name",
    area="front_door",
    question="Was a decision on a contact recorded in the last three months with no manager named?",
    whom="Children about whom a decision on a contact is recorded",
    state=Happened((On("contact_decided", detail=("no_manager",)),), window=months(3)),
    since_when="the day of the decision, for three months",
    words="A decision was taken on {last} and no manager is named as having taken it.",
    why_it_matters="A decision nobody owns cannot be explained to the child, nor learned from.",
    blind_to="A manager named in the case notes and not in the record.",
    cites=(
        Cite(
            "working_together",
            "chapter 3",
            "a social worker's manager decides on the next steps and the record says why",
        ),
        Cite("local_convention", "decisions", "three months is a setting"),
    ),
    cases="""
        contact_decided | as_at || since | why
        2024-01-10:~no_manager | 2024-01-10 || 2024-01-10 | up from the day
        2024-01-10:~no_manager | 2024-01-09 || - | not taken yet
        2024-01-10 | 2024-01-20 || - | a manager is named
        2024-01-10:~no_manager | 2024-04-09 || 2024-01-10 | for three months
        2024-01-10:~no_manager | 2024-04-10 || - | and no longer
    """,
)
