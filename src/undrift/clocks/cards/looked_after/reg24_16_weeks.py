from datetime import date

from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="reg24_16_weeks",
    name="Connected carer approved within 16 weeks",
    area="looked_after",
    question="Did temporary approval end, in full approval or the end of the placement, within 16 weeks?",
    starts=Opens("temporary_approval"),
    stops=CLOSING,
    limit=weeks(16),
    not_applicable=When(("extended",), "extended once: see reg25_extension"),
    formerly=(
        (date(2020, 9, 26), weeks(24)),
        (date(2020, 4, 24), weeks(16)),
        (date(2011, 4, 1), weeks(6)),
    ),
    cites=(
        Cite("care_planning_regs", "regulation 24(1)", "temporary approval lasts no more than 16 weeks"),
        Cite(
            "coronavirus_regs",
            "regulation 2 and the explanatory note",
            "24 weeks from 24 April to 25 September 2020",
        ),
    ),
    note=(
        "Read as Northamptonshire's procedures quote it. Before April 2011 the limit was six weeks (from general "
        "knowledge, not verified). The days come from the authority's own form."
    ),
    version=2,
    cases="""
        temporary_approval | as_at || due | reading | why
        2024-04-02..2024-07-23 | 2024-10-23 || 2024-07-23 | met | ended on the last day in time
        2024-04-02..2024-07-24 | 2024-10-23 || 2024-07-23 | late | one day over
        2024-04-02.. | 2024-07-15 || 2024-07-23 | running | six working days left
        2024-04-02.. | 2024-07-16 || 2024-07-23 | due_soon | five working days left
        2024-04-02.. | 2024-07-24 || 2024-07-23 | overdue | a day past the limit
        2024-04-02..2024-03-01 | 2024-10-23 || 2024-07-23 | cannot_tell | ends before it begins
        ?.. | 2024-10-23 ||  | cannot_tell | no start recorded
        2024-04-02..2024-04-05 extended | 2024-04-02 || 2024-07-23 | not_applicable | extended once: see reg25_extension
        2011-03-31.. | 2014-07-31 || 2011-05-12 | overdue | begun under the earlier limit
        2011-04-01.. | 2014-07-31 || 2011-07-22 | overdue | begun the day the limit changed
        2020-04-23.. | 2021-01-04 || 2020-08-13 | overdue | begun the day before it was made longer
        2020-04-24.. | 2021-01-04 || 2020-10-09 | overdue | begun the day it was made longer
        2020-09-25.. | 2021-04-01 || 2021-03-12 | overdue | begun the last day of the longer limit
        2020-09-26.. | 2021-04-01 || 2021-01-16 | overdue | begun the day after it
    """,
)
