from undrift.drift.definition import Happened, On, Pattern
from undrift.engines.limits import months, working_days
from undrift.sources import Cite

pattern = Pattern(
    id="siblings_not_assessed",
    name="A brother or sister assessed, and not this child",
    area="front_door",
    question="Did an assessment begin for a brother or sister, and none for this child within twenty working days?",
    whom="Children with a brother or sister known to the authority",
    state=Happened(
        (On("sibling_assessed"),),
        window=months(6),
        cleared_by=(On("assessment_started"),),
        grace=working_days(20),
    ),
    since_when="twenty working days after the brother's or sister's assessment began, until six months after it",
    words="An assessment of a brother or sister began on {last}; none has begun for this child.",
    why_it_matters="Harm in a family seldom falls on one child alone.",
    blind_to="A brother or sister living elsewhere, and a family assessment recorded under one child only.",
    cites=(
        Cite(
            "ilacs",
            "children in need of help and protection",
            "inspectors look at whether every child in the family is considered",
        ),
        Cite("local_convention", "sibling groups", "twenty working days and six months are settings"),
    ),
    cases="""
        sibling_assessed | assessment_started | as_at || since | why
        2024-05-01 |  | 2024-05-31 || 2024-05-31 | twenty working days on
        2024-05-01 |  | 2024-05-30 || - | nineteen
        2024-05-01 | 2024-05-31 | 2024-06-10 || - | this child's began in time
        2024-05-01 | 2024-06-10 | 2024-06-09 || 2024-05-31 | up until it begins
        2024-05-01 | 2024-04-30 | 2024-06-10 || 2024-05-31 | this child's was the day before: another occasion
        2024-05-01 | 2024-05-01 | 2024-06-10 || - | assessed together
        2024-05-01 |  | 2024-10-31 || 2024-05-31 | for six months
        2024-05-01 |  | 2024-11-01 || - | too long ago to say
    """,
)
