from undrift.drift.definition import All, Happened, On, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="assessment_nfa_after_contacts",
    name="Closed with no further action against the run of contacts",
    area="assessment",
    question="Did an assessment end in no further action when three contacts had come in the twelve months before?",
    whom="Children whose assessment ended in no further action",
    state=All(
        (
            Happened(
                (On("assessment_authorised", ("nfa",)),),
                window=months(6),
                cleared_by=(On("assessment_started"),),
            ),
            Happened((On("contact"),), needs=3, window=months(12)),
        )
    ),
    since_when="the day the assessment was authorised, while the contacts are recent",
    words="The assessment of {last} ended in no further action, though three contacts had come within twelve months.",
    why_it_matters="The history is part of the evidence: what keeps coming back has not been answered.",
    blind_to="What the contacts were about, and what the assessment says of them.",
    cites=(
        Cite(
            "bury_2021",
            "paragraph 6",
            "inspectors found assessments of the presenting problem, and over-optimistic decisions",
        ),
        Cite("local_convention", "repeat contacts", "three in twelve months, shown for six, are settings"),
    ),
    cases="""
        assessment_authorised | contact | assessment_started | as_at || since | why
        2024-06-10:nfa | 2024-01-10, 2024-03-10, 2024-05-10 |  | 2024-06-10 || 2024-06-10 | no further action after three contacts
        2024-06-10:nfa | 2024-01-10, 2024-03-10, 2024-05-10 |  | 2024-06-09 || - | not authorised yet
        2024-06-10 | 2024-01-10, 2024-03-10, 2024-05-10 |  | 2024-06-10 || - | it led to something
        2024-06-10:nfa | 2024-01-10, 2024-03-10 |  | 2024-06-20 || - | two contacts
        2024-01-11:nfa | 2024-02-10, 2024-03-10, 2024-05-10 |  | 2024-05-10 || 2024-05-10 | the third came after it
        2024-06-10:nfa | 2023-07-10, 2024-03-10, 2024-05-10 |  | 2024-07-09 || 2024-06-10 | until the first is twelve months old
        2024-06-10:nfa | 2023-07-10, 2024-03-10, 2024-05-10 |  | 2024-07-10 || - | the first is twelve months old
        2024-06-10:nfa | 2024-01-10, 2024-03-10, 2024-05-10, 2024-06-09 |  | 2024-12-09 || 2024-06-10 | shown for six months
        2024-06-10:nfa | 2024-01-10, 2024-03-10, 2024-05-10, 2024-06-09 |  | 2024-12-10 || - | and no longer
        2024-06-10:nfa | 2024-01-10, 2024-03-10, 2024-05-10 | 2024-07-01 | 2024-07-01 || - | assessed again
    """,
)
