from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="reg25_extension",
    name="Temporary approval ended within one extension of eight weeks",
    area="looked_after",
    question="Did temporary approval, extended once, end within 24 weeks?",
    starts=Opens("temporary_approval"),
    stops=CLOSING,
    limit=weeks(24),
    covers=When(("extended",), "extended once"),
    cites=(Cite("care_planning_regs", "regulation 25", "one extension of eight weeks"),),
    note=(
        "Read second-hand. Counted from the approval, sixteen weeks and eight. An independent review under "
        "way, which allows longer, is not recorded."
    ),
    cases="""
        temporary_approval | as_at || due | reading | why
        2024-04-02..2024-09-17 extended | 2024-12-17 || 2024-09-17 | met | ended on the last day in time
        2024-04-02..2024-09-18 extended | 2024-12-17 || 2024-09-17 | late | one day over
        2024-04-02.. extended | 2024-09-09 || 2024-09-17 | running | six working days left
        2024-04-02.. extended | 2024-09-10 || 2024-09-17 | due_soon | five working days left
        2024-04-02.. extended | 2024-09-18 || 2024-09-17 | overdue | a day past the limit
        2024-04-02..2024-03-01 extended | 2024-12-17 || 2024-09-17 | cannot_tell | ends before it begins
        ?.. extended | 2024-12-17 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ | 2024-12-17 ||  |  | not one it covers
    """,
)
