from datetime import date

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
    formerly=((date(2020, 9, 26), calendar_days(75)), (date(2020, 4, 24), calendar_days(17))),
    cites=(
        Cite("short_break_regs", "regulation 48(2)(c)(i)", "no single short break lasts more than 17 days"),
        Cite(
            "coronavirus_regs",
            "regulation 2; the 17 days taken out of regulation 48(2)(c)",
            "from 24 April to 25 September 2020 only the 75 days in a year stood",
        ),
        Cite("ssda903_rules", "rule 365", "queries longer ones"),
    ),
    note=(
        "Read as amended. A longer one brings the full rules for looked-after children. Where the agreement is recorded (legal "
        "status V4) and not each break (V3), there is no break to count."
    ),
    version=2,
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
        2020-04-23.. | 2021-01-04 || 2020-05-10 | overdue | begun the day before the limit was lifted
        2020-04-24.. | 2021-01-04 || 2020-07-08 | overdue | begun the day it was lifted
        2020-09-25.. | 2021-01-04 || 2020-12-09 | overdue | begun the last day without it
        2020-09-26.. | 2021-01-04 || 2020-10-13 | overdue | begun the day it came back
    """,
)
