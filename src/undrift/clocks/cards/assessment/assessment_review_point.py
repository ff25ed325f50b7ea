from undrift.clocks.definition import Clock, Opens
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="assessment_review_point",
    name="Assessment reviewed by a manager at its review point",
    area="assessment",
    question="Did a manager review the assessment within ten working days of its start?",
    starts=Opens("assessment"),
    stops="assessment_reviewed",
    limit=default("assessment_review_point"),
    setting=True,
    cites=(
        Cite("local_convention", "assessment review point", "the local assessment protocol sets it"),
        Cite("cin_census", "AssessmentInternalReviewDate", "holds the day of the internal review"),
    ),
    note=(
        "Not verified: from general knowledge. An assessment finished before the review point needed none. "
        "The day comes from the census or the authority's own form."
    ),
    cases="""
        assessment | assessment_reviewed | as_at || due | reading | why
        2024-04-02.. | 2024-04-16 | 2024-07-16 || 2024-04-16 | met | on the last day in time
        2024-04-02.. | 2024-04-17 | 2024-07-16 || 2024-04-16 | late | one working day over
        2024-04-02.. | 2024-04-02 | 2024-07-16 || 2024-04-16 | met | the same day
        2024-04-02.. | 2024-04-16, 2024-04-17 | 2024-07-16 || 2024-04-16 | met | only the first counts
        2024-04-02.. |  | 2024-04-08 || 2024-04-16 | running | six working days left
        2024-04-02.. |  | 2024-04-09 || 2024-04-16 | due_soon | five working days left
        2024-04-02.. |  | 2024-04-17 || 2024-04-16 | overdue | a day past the limit
        2024-03-28.. |  | 2024-04-16 || 2024-04-15 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02..2024-04-16 |  | 2024-07-16 || 2024-04-16 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-04-17 |  | 2024-07-16 || 2024-04-16 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-07-16 || 2024-04-16 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2024-07-16 || 2024-04-16 | cannot_tell | dated before it began
        2024-04-02..2024-03-01 |  | 2024-07-16 || 2024-04-16 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-16 ||  | cannot_tell | no start recorded
    """,
)
