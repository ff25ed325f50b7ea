from undrift.drift.definition import Happened, On, Pattern
from undrift.sources import Cite

pattern = Pattern(
    id="no_permanence_plan",
    name="No plan for permanence by the second review",
    area="permanence",
    question="The second looked-after review has been held: is there a plan for where this child will live for good?",
    whom="Children in care whose second review has been held",
    state=Happened(
        (On("cla_review"),),
        needs=2,
        within=("care",),
        cleared_by=(On("permanence_planned"),),
        for_good=True,
    ),
    since_when="the day of the second review",
    words="The second review was on {last} and no plan for permanence is recorded. First review: {first}.",
    why_it_matters="A child who does not know where they will grow up is waiting, and each month makes a move harder.",
    blind_to="A plan agreed at the review and not yet recorded; whether the plan recorded is being carried out.",
    cites=(
        Cite(
            "care_planning_guidance",
            "permanence",
            "a plan for permanence is agreed by the second review, about four months into care",
        ),
    ),
    cases="""
        care | cla_review | permanence_planned | as_at || since | why
        2024-01-08.. | 2024-02-05, 2024-05-03 |  | 2024-05-03 || 2024-05-03 | up from the day of the second review
        2024-01-08.. | 2024-02-05, 2024-05-03 |  | 2024-05-02 || - | the second review has not been held yet
        2024-01-08.. | 2024-02-05 |  | 2024-09-01 || - | only one review
        2024-01-08.. | 2024-02-05, 2024-05-03, 2024-11-01 |  | 2024-12-01 || 2024-05-03 | since the second review, however many follow
        2024-01-08.. | 2024-02-05, 2024-05-03 | 2024-03-01 | 2024-06-01 || - | planned before the second review
        2024-01-08.. | 2024-02-05, 2024-05-03, 2024-11-01 | 2024-03-01 | 2024-12-01 || - | once planned, later reviews raise nothing
        2024-01-08.. | 2024-02-05, 2024-05-03 | 2024-05-03 | 2024-06-01 || - | planned at the second review
        2024-01-08.. | 2024-02-05, 2024-05-03 | 2024-06-20 | 2024-06-19 || 2024-05-03 | up until it is planned
        2024-01-08.. | 2024-02-05, 2024-05-03 | 2024-06-20 | 2024-06-20 || - | planned
        2024-01-08..2024-06-20 | 2024-02-05, 2024-05-03 |  | 2024-06-20 || - | care has ended
        2024-01-08.. | 2024-02-05, 2024-05-03 | 2024-01-02 | 2024-06-01 || 2024-05-03 | a plan from before this period of care does not count
        ?.. | 2024-02-05, 2024-05-03 |  | 2024-06-01 || - | care with no start cannot be placed in time
        2024-01-08..2023-12-01 | 2024-02-05, 2024-05-03 |  | 2024-06-01 || - | care that ends before it begins holds nothing
        2024-01-08.. | 2024-02-05, ? |  | 2024-06-01 || - | a review with no date cannot be counted
    """,
)
