from undrift.drift.definition import Lasting, On, Pattern, Quiet
from undrift.engines.limits import working_days
from undrift.sources import Cite

pattern = Pattern(
    id="conference_late_not_seen",
    name="Conference late and the child not seen",
    area="child_protection",
    question="Has an enquiry been open more than fifteen working days with no conference, and the child not been seen in it?",
    whom="Children about whom an enquiry is open",
    state=Lasting(
        Quiet(("s47",), (On("icpc"), On("cp_visit"), On("cin_visit"), On("assessment_child_seen"))),
        working_days(16),
    ),
    since_when="the sixteenth working day of the enquiry",
    words="The enquiry began on {first}. There has been no conference, and no visit at which the child was seen.",
    why_it_matters="A late conference can be explained; a late conference about a child nobody has seen cannot.",
    blind_to="A visit recorded only in case notes.",
    cites=(
        Cite(
            "working_together",
            "chapter 3",
            "a conference is held within 15 working days of the strategy discussion, and the child is seen in the enquiry",
        ),
        Cite(
            "bury_2021",
            "paragraph 4",
            "inspectors found chances missed to secure children's immediate safety",
        ),
    ),
    cases="""
        s47 | icpc | cp_visit | cin_visit | assessment_child_seen | as_at || since | why
        2024-05-01.. |  |  |  |  | 2024-05-24 || 2024-05-24 | the sixteenth working day
        2024-05-01.. |  |  |  |  | 2024-05-23 || - | the fifteenth is in time
        2024-05-01.. | 2024-05-20 |  |  |  | 2024-06-01 || - | conference held
        2024-05-01.. |  | 2024-05-20 |  |  | 2024-06-01 || - | seen on a child protection visit
        2024-05-01.. |  |  | 2024-05-20 |  | 2024-06-01 || - | seen on a child in need visit
        2024-05-01.. |  |  |  | 2024-05-20 | 2024-06-01 || - | seen in the assessment
        2024-05-01.. | 2024-06-03 |  |  |  | 2024-06-02 || 2024-05-24 | up until the conference
        2024-05-01.. | 2024-06-03 |  |  |  | 2024-06-03 || - | the conference has been held
        2024-05-01..2024-05-30 |  |  |  |  | 2024-05-30 || - | the enquiry has ended
        2024-05-01.. |  | 2024-04-30 |  |  | 2024-06-01 || 2024-05-24 | seen before the enquiry is not seen in it
    """,
)
