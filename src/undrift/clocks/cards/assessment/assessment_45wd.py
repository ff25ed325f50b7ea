from undrift.clocks.definition import Clock, Opens, When
from undrift.engines.limits import working_days
from undrift.sources import Cite

clock = Clock(
    id="assessment_45wd",
    name="Assessment within 45 working days of referral",
    area="assessment",
    question="Was the assessment authorised within 45 working days of the referral?",
    starts=Opens("referral"),
    stops="assessment_authorised",
    limit=working_days(45),
    not_applicable=When(("nfa",), "the referral ended in no further action"),
    cites=(
        Cite(
            "working_together",
            "chapter 3",
            "an assessment is finished in no more than 45 working days from the point of referral; a limit, not a target",
        ),
        Cite("lait", "measure 304", "counts assessments finished within 45 working days"),
    ),
    note=(
        "Guidance counts from the referral; the census rule and Annex A count from the assessment's own start. This "
        "is the first; assessment_45wd_from_start is the second. Only the referral's first assessment is timed here. "
        "Nothing pauses the clock."
    ),
    cases="""
        referral_spell | assessment_authorised | as_at || due | reading | why
        2024-04-02.. | 2024-06-06 | 2024-07-01 || 2024-06-06 | met | authorised on the 45th working day
        2024-04-02.. | 2024-06-07 | 2024-07-01 || 2024-06-06 | late | one working day over
        2024-04-02.. | 2024-05-01, 2024-08-01 | 2024-09-01 || 2024-06-06 | met | a later assessment of the same referral changes nothing
        2024-04-02.. | 2024-06-07 | 2024-06-06 || 2024-06-06 | due_soon | as at the last day in time, it had not yet been authorised
        2024-04-02.. |  | 2024-05-28 || 2024-06-06 | running | seven working days left
        2024-04-02.. |  | 2024-05-30 || 2024-06-06 | due_soon | five working days left
        2024-04-02.. |  | 2024-05-29 || 2024-06-06 | running | six working days left
        2024-04-02.. |  | 2024-06-07 || 2024-06-06 | overdue | the 45th working day has gone
        2024-04-02..2024-04-03 nfa |  | 2024-07-01 || 2024-06-06 | not_applicable | no further action: no assessment was called for
        2024-04-02..2024-04-20 nfa |  | 2024-04-10 || 2024-06-06 | not_applicable | known from the day of the referral, not only once it is closed
        2024-04-02.. nfa |  | 2024-07-01 || 2024-06-06 | not_applicable | no further action, and nobody closed the referral
        2024-04-02..2024-06-06 |  | 2024-07-01 || 2024-06-06 | not_applicable | closed on the last day in time
        2024-04-02..2024-06-07 |  | 2024-07-01 || 2024-06-06 | late | closed a day past the limit with no assessment
        2024-04-02..2024-05-01 | 2024-05-03 | 2024-07-01 || 2024-06-06 | not_applicable | authorised after the referral had closed
        2024-04-02.. | 2024-03-28 | 2024-07-01 || 2024-06-06 | cannot_tell | an assessment dated before its referral
        2024-04-02..2024-03-01 |  | 2024-07-01 || 2024-06-06 | cannot_tell | the referral closes before it opens
        ?.. | 2024-05-01 | 2024-07-01 || | cannot_tell | no date of referral recorded
        2024-04-02.. | 2024-04-02 | 2024-04-01 || | | not yet referred on that day: no instance
    """,
)
