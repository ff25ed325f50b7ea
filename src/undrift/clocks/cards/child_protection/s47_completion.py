from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="s47_completion",
    name="Section 47 enquiry finished within 15 working days",
    area="child_protection",
    question="Was the enquiry finished within 15 working days?",
    starts=Opens("s47"),
    stops=CLOSING,
    limit=default("s47_completion"),
    setting=True,
    cites=(
        Cite(
            "cin_census",
            "validation rule 8675Q",
            "queries enquiries older than 15 working days with no conference and none called unnecessary",
        ),
    ),
    note=(
        "Guidance sets the day of the conference only. Many authorities set 10 working days for the enquiry, "
        "so that the conference can still be held by 15."
    ),
    cases="""
        s47 | as_at || due | reading | why
        2024-04-02..2024-04-23 | 2024-07-23 || 2024-04-23 | met | ended on the last day in time
        2024-04-02..2024-04-24 | 2024-07-23 || 2024-04-23 | late | one working day over
        2024-04-02.. | 2024-04-15 || 2024-04-23 | running | six working days left
        2024-04-02.. | 2024-04-16 || 2024-04-23 | due_soon | five working days left
        2024-04-02.. | 2024-04-24 || 2024-04-23 | overdue | a day past the limit
        2024-03-28.. | 2024-04-23 || 2024-04-22 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02..2024-03-01 | 2024-07-23 || 2024-04-23 | cannot_tell | ends before it begins
        ?.. | 2024-07-23 ||  | cannot_tell | no start recorded
    """,
)
