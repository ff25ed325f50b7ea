from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.engines.limits import working_days
from undrift.sources import Cite

clock = Clock(
    id="assessment_45wd_from_start",
    name="Assessment within 45 working days of its own start",
    area="assessment",
    question="Was the assessment authorised within 45 working days of the day it began?",
    starts=Opens("assessment"),
    stops=CLOSING,
    limit=working_days(45),
    other_reading_of="assessment_45wd",
    cites=(
        Cite(
            "cin_census",
            "validation rule 8670Q",
            "queries an assessment open more than 45 working days from its start",
        ),
        Cite(
            "annex_a", "list 4", "gives the start and the authorisation of each assessment, and no referral"
        ),
    ),
    note="The other reading of the 45 days: see assessment_45wd. Every assessment counts, re-assessments too.",
    cases="""
        assessment | as_at || due | reading | why
        2024-04-02..2024-06-06 | 2024-07-01 || 2024-06-06 | met | authorised on the 45th working day
        2024-04-02..2024-06-07 | 2024-07-01 || 2024-06-06 | late | one working day over
        2024-04-02.. | 2024-05-29 || 2024-06-06 | running | six working days left
        2024-04-02.. | 2024-05-30 || 2024-06-06 | due_soon | five working days left
        2024-04-02.. | 2024-06-07 || 2024-06-06 | overdue | the 45th working day has gone
        2024-04-02..2024-03-28 | 2024-07-01 || 2024-06-06 | cannot_tell | authorised before it began
        ?.. | 2024-07-01 || | cannot_tell | no start recorded
    """,
)
