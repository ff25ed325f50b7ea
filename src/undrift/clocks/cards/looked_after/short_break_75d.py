from undrift.clocks.definition import Again, Clock
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="short_break_75d",
    name="No more than 75 days of short breaks in a year",
    area="looked_after",
    question="Was this the 76th day of short breaks, or more, in twelve months?",
    starts=Again("short_break_day", nth=76),
    stops="short_break_day",
    limit=months(12),
    cites=(
        Cite("short_break_regs", "regulation 48(2)(c)(iii)", "no more than 75 days in any twelve months"),
        Cite("ssda903_rules", "rule 367", "queries more"),
    ),
    note=(
        "Days in short breaks, one by one: late from the 76th inside twelve months on. The day a break ends "
        "is not counted. Breaks not yet over are counted once they are, and those of "
        "which only the agreement is recorded (legal status V4) not at all."
    ),
    cases="""
        short_break_day | records_from | as_at || due | reading | why
        2023-04-03~2023-06-16, 2024-04-03 | 2015-01-01 | 2024-05-01 || -*75, 2024-04-03 | met*75, late | the 76th day, on the last day of the year
        2023-04-03~2023-06-16, 2024-04-04 | 2015-01-01 | 2024-05-01 || -*75, 2024-04-03 | met*75, met | the 76th day, when the first is more than a year ago
        2023-04-03~2023-06-17, 2024-04-04 | 2015-01-01 | 2024-05-01 || -*75, 2024-04-03, 2024-04-04 | met*75, late*2 | the 76th and the 77th
        2024-04-02 | 2023-04-02 | 2024-05-01 || - | cannot_tell | records reach back exactly a year: not far enough
        2024-04-02 | 2023-04-01 | 2024-05-01 || - | met | records reach back further
        ? | 2015-01-01 | 2024-05-01 || - | cannot_tell | no date recorded
        2023-04-03~2023-06-16, 2024-04-03 | 2015-01-01 | 2024-04-02 || -*75 | met*75 | not yet the day
    """,
)
