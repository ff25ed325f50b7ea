from undrift.drift.definition import Followed, On, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="assessment_restarted",
    name="Assessment begun again by another worker",
    area="assessment",
    question="Did an assessment begin with another social worker within three months of one that was never authorised?",
    whom="Children with more than one assessment",
    state=Followed(
        (On("assessment_started"),),
        (On("assessment_started"),),
        months(3),
        shown=months(3),
        unless=(On("assessment_authorised"),),
        by_another=True,
    ),
    since_when="the day the second assessment began, for three months",
    words="An assessment began on {first} and was not authorised; another began on {last} with a different social worker.",
    why_it_matters="The child tells their story again, and the time already spent is lost.",
    blind_to="A good reason to begin again; a change of worker inside one assessment.",
    cites=(
        Cite(
            "bury_2021",
            "paragraph 7",
            "inspectors found assessments that restart with each new social worker",
        ),
    ),
    cases="""
        assessment_started | assessment_authorised | as_at || since | why
        2024-01-10:@A, 2024-03-10:@B |  | 2024-03-10 || 2024-03-10 | begun again by another
        2024-01-10:@A, 2024-03-10:@B |  | 2024-03-09 || - | not yet
        2024-01-10:@A, 2024-03-10:@A |  | 2024-03-20 || - | the same worker
        2024-01-10:@A, 2024-03-10:@B | 2024-02-10 | 2024-03-20 || - | the first was authorised
        2024-01-10:@A, 2024-03-10:@B | 2024-01-05 | 2024-03-20 || 2024-03-10 | an earlier one was authorised, not this
        2024-01-10:@A, 2024-04-10:@B |  | 2024-04-20 || 2024-04-10 | on the last day of the three months
        2024-01-10:@A, 2024-04-11:@B |  | 2024-04-20 || - | a day more
        2024-01-10:@A, 2024-03-10:@B |  | 2024-06-09 || 2024-03-10 | shown for three months
        2024-01-10:@A, 2024-03-10:@B |  | 2024-06-10 || - | and no longer
    """,
)
