from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="short_break_17d",
    name="Short break of no more than seventeen days",
    area="looked_after",
    question="Did the short break end within seventeen days?",
    starts=Opens("short_break"),
    stops=CLOSING,
    leaves_out=When(("agreement",), "the agreement is recorded and not each break"),
    limit=calendar_days(17),
    cites=(
        Cite("short_break_regs", "regulation 48(2)(c)(i)", "no single short break lasts more than 17 days"),
        Cite("ssda903_rules", "rule 365", "queries longer ones"),
    ),
    note=(
        "A longer one brings the full rules for looked-after children. Where the agreement is recorded (legal "
        "status V4) and not each break (V3), there is no break to count."
    ),
    cases="""
        short_break | as_at || due | reading | why
        2024-04-02..2024-04-19 | 2024-07-19 || 2024-04-19 | met | ended on the last day in time
        2024-04-02..2024-04-20 | 2024-07-19 || 2024-04-19 | late | one day over
        2024-04-02.. | 2024-04-11 || 2024-04-19 | running | six working days left
        2024-04-02.. | 2024-04-12 || 2024-04-19 | due_soon | five working days left
        2024-04-02.. | 2024-04-20 || 2024-04-19 | overdue | a day past the limit
        2024-04-02..2024-03-01 | 2024-07-19 || 2024-04-19 | cannot_tell | ends before it begins
        ?.. | 2024-07-19 ||  | cannot_tell | no start recorded
        2024-04-02..2024-06-02 agreement | 2024-07-19 ||  |  | an agreement is no single break
    """,
)
