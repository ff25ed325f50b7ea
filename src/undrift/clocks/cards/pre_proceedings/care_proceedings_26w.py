from datetime import date

from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="care_proceedings_26w",
    name="Care proceedings finished within 26 weeks",
    area="pre_proceedings",
    question="Was the final order made within 26 weeks of the application?",
    starts=Opens("court_proceedings"),
    stops=CLOSING,
    limit=calendar_days(181),
    in_force=date(2014, 4, 22),
    cites=(
        Cite(
            "children_act_1989",
            "section 32(1)(a)(ii)",
            "disposed of within 26 weeks beginning with the day of the application",
        ),
    ),
    note=(
        "Read in the Act as amended; that it began on 22 April 2014 is from general knowledge. The day of issue is the first day, so the last is 181 days after it. The court may "
        "extend by eight weeks at a time, which no form holds. From the authority's own form: no return holds "
        "the day of issue."
    ),
    version=2,
    cases="""
        court_proceedings | as_at || due | reading | why
        2024-04-02..2024-09-30 | 2024-12-30 || 2024-09-30 | met | ended on the last day in time
        2024-04-02..2024-10-01 | 2024-12-30 || 2024-09-30 | late | one day over
        2024-04-02.. | 2024-09-22 || 2024-09-30 | running | six working days left
        2024-04-02.. | 2024-09-23 || 2024-09-30 | due_soon | five working days left
        2024-04-02.. | 2024-10-01 || 2024-09-30 | overdue | a day past the limit
        2024-04-02..2024-03-01 | 2024-12-30 || 2024-09-30 | cannot_tell | ends before it begins
        ?.. | 2024-12-30 ||  | cannot_tell | no start recorded
        2014-04-21.. | 2014-12-30 ||  |  | issued the day before the law set a limit
        2014-04-22.. | 2014-12-30 || 2014-10-20 | overdue | issued the day it did
    """,
)
