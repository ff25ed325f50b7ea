from datetime import date

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
    formerly=((date(2020, 9, 26), weeks(32)), (date(2020, 4, 24), weeks(24))),
    cites=(
        Cite("care_planning_regs", "regulation 25(2)", "one extension of up to eight weeks"),
        Cite(
            "coronavirus_regs",
            "regulation 2 and the explanatory note",
            "24 weeks, and not 16, before it from 24 April to 25 September 2020",
        ),
    ),
    note=(
        "Read as first made. Counted from the approval, sixteen weeks and eight. In 2020 the extension is taken "
        "to have stayed eight weeks, which was not seen. While the refusal of full approval is reviewed "
        "(regulation 25(3)) it may last longer, which is not recorded."
    ),
    version=2,
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
        2020-04-23.. extended | 2021-08-01 || 2020-10-08 | overdue | begun the day before approval was made longer
        2020-04-24.. extended | 2021-08-01 || 2020-12-04 | overdue | begun the day it was made longer
        2020-09-25.. extended | 2021-08-01 || 2021-05-07 | overdue | begun the last day of the longer limit
        2020-09-26.. extended | 2021-08-01 || 2021-03-13 | overdue | begun the day after it
    """,
)
