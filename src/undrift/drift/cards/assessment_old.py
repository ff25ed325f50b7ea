from undrift.drift.definition import Lasting, On, Pattern, Quiet
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="assessment_old",
    name="Plan resting on an old assessment",
    area="assessment",
    question="Has a plan been open for twelve months with no assessment begun in that time?",
    whom="Children with an open child in need or child protection plan",
    state=Lasting(Quiet(("cin_plan", "cp_plan"), (On("assessment_started"),)), months(12)),
    since_when="twelve months after the last assessment in the plan began, or after the plan began",
    words="No assessment has begun since {last}, and the plan is still open.",
    why_it_matters="Children grow and families change in a year; a plan that rests on how things were answers the wrong child.",
    blind_to="An assessment begun before the plan is not counted, so a plan just under a year old can rest on an older one.",
    cites=(
        Cite("working_together", "chapter 3", "assessment goes on while help is given"),
        Cite("bury_2021", "paragraph 6", "inspectors found assessments not regularly updated"),
        Cite("local_convention", "re-assessment", "twelve months is a setting"),
    ),
    cases="""
        cin_plan | cp_plan | assessment_started | as_at || since | why
        2024-01-10.. |  |  | 2025-01-10 || 2025-01-10 | twelve months and none
         | 2024-01-10.. |  | 2025-01-10 || 2025-01-10 | a child protection plan counts as well
        2024-01-10.. |  |  | 2025-01-09 || - | a day short
        2024-01-10.. |  | 2024-05-10 | 2025-05-09 || - | one began in the plan
        2024-01-10.. |  | 2024-05-10 | 2025-05-10 || 2025-05-10 | and twelve months have passed since
        2024-01-10..2025-02-01 |  |  | 2025-02-01 || - | the plan has ended
        2024-01-10.. |  | 2025-03-01 | 2025-03-01 || - | one has begun
    """,
)
