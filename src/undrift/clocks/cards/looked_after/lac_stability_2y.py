from undrift.clocks.definition import CLOSING, Aged, Clock, Opens, When
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="lac_stability_2y",
    name="Placement that lasts two years",
    area="looked_after",
    question="Did the placement last two years?",
    starts=Opens("placement"),
    stops=CLOSING,
    limit=months(24),
    sense="minimum",
    leaves_out=When(("T0", "T1", "T2", "T3", "T4"), "a temporary stay"),
    aged=Aged(under=14),
    cites=(
        Cite(
            "lait",
            "long-term placement stability",
            "same placement for two years, of children under 16 looked after for two and a half",
        ),
    ),
    note=(
        "Turned about: late means it ended before two years. Children under fourteen at its start, so that "
        "they are under sixteen at two years. The published measure asks also for two and a half years in "
        "care, and counts a move to adopters as staying. Each placement record begins again, "
        "with the same carer or another: a change that keeps the carer reads late here."
    ),
    cases="""
        placement | born | as_at || due | reading | why
        2024-04-02..2026-04-02 | 2023-10-02 | 2026-07-02 || 2026-04-01 | met | lasted until the day the period is up
        2024-04-02..2026-04-01 | 2023-10-02 | 2026-07-02 || 2026-04-01 | late | ended the day before
        2024-04-02.. | 2023-10-02 | 2026-04-01 || 2026-04-01 | running | not over on that day
        2024-04-02.. | 2023-10-02 | 2026-04-02 || 2026-04-01 | met | open, and the period is up
        2024-04-02..2024-03-01 | 2023-10-02 | 2026-07-02 || 2026-04-01 | cannot_tell | ends before it begins
        ?.. | 2023-10-02 | 2026-07-02 ||  | cannot_tell | no start recorded
        2024-04-02.. | 2010-04-03 | 2026-07-02 || 2026-04-01 | met | a day short of the age it stops at
        2024-04-02.. | 2010-04-02 | 2026-07-02 ||  |  | that age on the very day: another clock, or none
        2024-04-02.. |  | 2026-07-02 || 2026-04-01 | cannot_tell | no date of birth recorded
        2024-04-02.. T0 | 2023-10-02 | 2026-07-02 ||  |  | left out
        2024-04-02.. T1 | 2023-10-02 | 2026-07-02 ||  |  | left out
        2024-04-02.. T2 | 2023-10-02 | 2026-07-02 ||  |  | left out
        2024-04-02.. T3 | 2023-10-02 | 2026-07-02 ||  |  | left out
        2024-04-02.. T4 | 2023-10-02 | 2026-07-02 ||  |  | left out
    """,
)
