from undrift.drift.definition import Ended, Happened, On, Pattern, Unless
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="cpp_ended_no_assessment",
    name="Child protection plan ended before a new assessment",
    area="child_protection",
    question="Did a child protection plan end with no assessment authorised while it was open?",
    whom="Children whose child protection plan has ended",
    state=Unless(
        Ended("cp_plan", shown=months(6), without=(On("assessment_authorised"),)),
        Happened((On("assessment_authorised"),), window=months(6)),
    ),
    since_when="the day the plan ended, for six months or until an assessment is authorised",
    words="The child protection plan of {first} ended on {last} with no assessment in it to say that risk had fallen.",
    why_it_matters="Whether risk has fallen is a judgement that has to rest on looking again.",
    blind_to="A review conference that considered an update in place of an assessment.",
    cites=(
        Cite(
            "bury_2021",
            "paragraph 9",
            "inspectors found children stepped down before an updated assessment was completed",
        ),
    ),
    cases="""
        cp_plan | assessment_authorised | as_at || since | why
        2024-01-10..2024-08-10 |  | 2024-08-10 || 2024-08-10 | none in the plan
        2024-01-10..2024-08-10 |  | 2024-08-09 || - | still open
        2024-01-10..2024-08-10 | 2024-02-01 | 2024-09-10 || - | one in the plan
        2024-01-10..2024-08-10 | 2024-08-10 | 2024-09-10 || - | one on the day it ended
        2024-01-10..2024-08-10 | 2024-01-09 | 2024-09-10 || 2024-08-10 | one before the plan is what led to it
        2024-01-10..2024-08-10 | 2024-09-01 | 2024-08-31 || 2024-08-10 | up until one is authorised
        2024-01-10..2024-08-10 | 2024-09-01 | 2024-09-01 || - | one has been
        2024-01-10..2024-08-10 |  | 2025-02-09 || 2024-08-10 | shown for six months
        2024-01-10..2024-08-10 |  | 2025-02-10 || - | and no longer
        2023-01-10..2024-08-10 | 2022-12-10, 2023-02-10 | 2024-09-10 || - | one early in a long plan
        2024-01-10..2024-08-10 | 2023-12-31, 2024-09-01 | 2025-02-09 || - | once looked at again it stays down
        2024-07-10..2024-08-10 | 2024-03-10 | 2024-09-10 || 2024-09-10 | one from six months before no longer answers
        2024-07-10..2024-08-10 | 2024-03-10 | 2024-09-09 || - | one from under six months before does
    """,
)
