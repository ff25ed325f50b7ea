from datetime import date

from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="lac_visit_ltf_6m",
    name="Visits every six months, agreed with a child in long-term fostering",
    area="looked_after",
    question="Was the child visited again within six months?",
    starts=Each("cla_visit_fewer", within="placement"),
    stops="cla_visit_fewer",
    limit=months(6),
    in_force=date(2015, 4, 1),
    cites=(
        Cite(
            "ltf_regs_2015",
            "regulation 28(3A) of the Care Planning Regulations, as inserted",
            "after a year, no more than six months apart where the child agrees",
        ),
    ),
    note=(
        "Read as Hertfordshire's procedures quote it: a child old enough to agree to fewer visits, a year or more into "
        "a long-term foster placement. Counted from the first visit on or "
        "after the day the child agreed, which comes from the authority's own form (placement moves), in a "
        "placement recorded as long-term fostering (codes U1 and U4). Where nobody has agreed, three "
        "months stand: see lac_visit_3m."
    ),
    cases="""
        placement | cla_visit_fewer | as_at || due | reading | why
        2022-04-01.. U1 | 2024-04-02, 2024-10-02 | 2024-10-03 || 2024-10-02, 2025-04-02 | met, running | on the last day in time, and the next begins
        2022-04-01.. U1 | 2024-04-02, 2024-10-03 | 2024-10-03 || 2024-10-02, 2025-04-03 | late, running | one day over
        2022-04-01.. U1 | 2024-04-02, 2024-04-02 | 2024-04-03 || 2024-10-02 | running | the same day twice is once
        2022-04-01.. U1 | 2024-04-02 | 2024-09-24 || 2024-10-02 | running | six working days left
        2022-04-01.. U1 | 2024-04-02 | 2024-09-25 || 2024-10-02 | due_soon | five working days left
        2022-04-01.. U1 | 2024-04-02 | 2024-10-03 || 2024-10-02 | overdue | a day past the limit
        2022-04-01..2024-10-02 U1 | 2024-04-02 | 2024-12-02 || 2024-10-02 | not_applicable | over on the last day in time
        2022-04-01..2024-10-03 U1 | 2024-04-02 | 2024-12-02 || 2024-10-02 | late | over a day past the limit
        2022-04-01.. U1 |  | 2024-12-01 ||  |  | no visit yet since the child agreed
        2022-04-01.. U1 | ? | 2024-12-01 ||  |  | one with no date starts nothing
        2022-04-01..2024-04-01 U1 | 2024-04-02 | 2024-12-02 || 2024-10-02 | cannot_tell | dated after the placement was over
        2022-04-01.. U1 | 2024-08-31 | 2025-03-01 || 2025-02-28 | overdue | calendar months, clipped to the month's end
        2012-04-01.. U1 | 2015-03-31 | 2015-11-01 ||  |  | the day before the law allowed it
        2012-04-01.. U1 | 2015-04-01 | 2015-11-01 || 2015-10-01 | overdue | the first day it did
    """,
)
