from undrift.clocks.definition import Clock, Opens, When
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="assessment_child_seen",
    name="Child seen during the assessment",
    area="assessment",
    question="Was the child seen within ten working days of the start of the assessment?",
    starts=Opens("assessment"),
    stops="assessment_child_seen",
    limit=default("assessment_child_seen"),
    setting=True,
    leaves_out=When(("unborn",), "a child not yet born cannot be seen", of="detail"),
    cites=(
        Cite(
            "working_together",
            "chapter 3",
            "the child is seen within a time that fits the risk; no number of days",
        ),
    ),
    note=(
        "Guidance read second-hand. Not in use until the authority says how many days: five and ten are "
        "usual. The dataset holds a flag and no day, so the day comes from the authority's own form."
    ),
    cases="""
        assessment | assessment_child_seen | as_at || due | reading | why
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
        2024-04-02.. /unborn |  | 2024-07-16 ||  |  | left out
    """,
)
