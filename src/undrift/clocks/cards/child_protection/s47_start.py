from undrift.clocks.definition import Clock, Each, When
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="s47_start",
    name="Enquiry begun at once after the strategy discussion",
    area="child_protection",
    question="Did the section 47 enquiry begin on the day of the strategy discussion that decided on it?",
    starts=Each("strategy_discussion"),
    stops="s47_started",
    limit=calendar_days(0),
    covers=When(("s47", "s47_joint"), "the discussion decided on an enquiry"),
    cites=(
        Cite(
            "working_together",
            "chapter 3, section 47",
            "the enquiry begins straight after the discussion that decides on it",
        ),
    ),
    note=(
        "Read second-hand. The returns hold one date for the pair; the two days differ only where the "
        "authority's own form gives the discussion."
    ),
    cases="""
        strategy_discussion | s47_started | as_at || due | reading | why
        2024-04-02:s47 | 2024-04-02 | 2024-07-02 || 2024-04-02 | met | on the last day in time
        2024-04-02:s47 | 2024-04-03 | 2024-07-02 || 2024-04-02 | late | one day over
        2024-04-02:s47 |  | 2024-04-02 || 2024-04-02 | due_soon | never more than five working days
        2024-04-02:s47 |  | 2024-04-03 || 2024-04-02 | overdue | a day past the limit
        2024-04-02:s47, 2024-04-11:s47 | 2024-04-11 | 2024-07-02 || 2024-04-02, 2024-04-11 | late, met | what comes after the next start answers that one
        ?:s47 |  | 2024-07-02 ||  | cannot_tell | no start recorded
        2024-04-02:zz |  | 2024-07-02 ||  |  | not one it covers
        2024-04-02:s47_joint | 2024-04-02 | 2024-05-01 || 2024-04-02 | met | a joint enquiry is one too
    """,
)
