from undrift.drift.definition import Happened, On, Pattern
from undrift.engines.limits import working_days
from undrift.sources import Cite

pattern = Pattern(
    id="assessment_stale",
    name="Assessment gone stale after something happened",
    area="assessment",
    question="While a plan was open something changed for the child: has an assessment begun since?",
    whom="Children with an open child in need or child protection plan",
    state=Happened(
        (
            On("referral"),
            On("s47_started"),
            On("missing"),
            On("placement_changed"),
            On("worker_changed"),
            On("sibling_born"),
        ),
        within=("cin_plan", "cp_plan"),
        cleared_by=(On("assessment_started"),),
        grace=working_days(20),
    ),
    since_when="twenty working days after what happened",
    words="{last}: {what}. Twenty working days later no assessment had begun, and none has since; the plan is still open.",
    why_it_matters="A plan built on an old assessment answers the child as they were, not as they are.",
    blind_to="Updates written in case notes, and changes no table holds: a new partner, a bereavement.",
    cites=(
        Cite(
            "working_together",
            "chapter 3",
            "assessment goes on while help is given and is brought up to date as things change",
        ),
        Cite(
            "bury_2021",
            "paragraph 6",
            "inspectors found assessments not brought up to date when circumstances changed",
        ),
        Cite("local_convention", "re-assessment", "twenty working days to begin one is a setting"),
    ),
    cases="""
        cin_plan | cp_plan | s47_started | missing | placement_changed | worker_changed | assessment_started | referral | sibling_born | as_at || since | why
        2024-01-02.. |  | 2024-05-01 |  |  |  |  |  |  | 2024-05-31 || 2024-05-31 | twenty working days on, nothing has begun
        2024-01-02.. |  | 2024-05-01 |  |  |  |  |  |  | 2024-05-30 || - | nineteen working days on
        2024-01-02.. |  |  | 2024-05-01 |  |  |  |  |  | 2024-06-10 || 2024-05-31 | went missing
        2024-01-02.. |  |  |  | 2024-05-01 |  |  |  |  | 2024-06-10 || 2024-05-31 | moved placement
        2024-01-02.. |  |  |  |  | 2024-05-01 |  |  |  | 2024-06-10 || 2024-05-31 | a new social worker
        2024-01-02.. |  | 2024-05-01 |  |  |  | 2024-05-31 |  |  | 2024-06-10 || - | begun on the twentieth working day
        2024-01-02.. |  | 2024-05-01 |  |  |  | 2024-06-03 |  |  | 2024-06-02 || 2024-05-31 | up until the assessment begins
        2024-01-02.. |  | 2024-05-01 |  |  |  | 2024-06-03 |  |  | 2024-06-03 || - | an assessment has begun
        2024-01-02.. |  | 2024-05-01 |  |  |  | 2024-04-30 |  |  | 2024-06-10 || 2024-05-31 | the last assessment began before the change
        2024-01-02..2024-06-05 |  | 2024-05-01 |  |  |  |  |  |  | 2024-06-04 || 2024-05-31 | the plan is open until the day it ends
        2024-01-02..2024-06-05 |  | 2024-05-01 |  |  |  |  |  |  | 2024-06-05 || - | the plan has ended
        2024-06-01.. |  | 2024-05-01 |  |  |  |  |  |  | 2024-07-10 || - | no plan was open when it happened
         | 2024-01-02.. | 2024-05-01 |  |  |  |  |  |  | 2024-05-31 || 2024-05-31 | a child protection plan counts as well
        2024-01-02.. |  |  |  |  |  |  | 2024-05-01 |  | 2024-06-10 || 2024-05-31 | referred again
        2024-01-02.. |  |  |  |  |  |  |  | 2024-05-01 | 2024-06-10 || 2024-05-31 | a new baby in the family
        ?.. |  | 2024-05-01 |  |  |  |  |  |  | 2024-07-10 || - | a plan with no start cannot be placed in time
        2024-01-02..2023-01-02 |  | 2024-05-01 |  |  |  |  |  |  | 2024-07-10 || - | a plan that ends before it begins holds nothing
    """,
)
