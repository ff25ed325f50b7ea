from datetime import date

from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import weeks, working_days
from undrift.sources import Cite

clock = Clock(
    id="lac_review_first",
    name="First looked-after review within 20 working days",
    area="looked_after",
    question="Was the child's first review held within 20 working days of coming into care?",
    starts=Opens("care"),
    stops="cla_review",
    limit=working_days(20),
    formerly=((date(2011, 4, 1), weeks(4)),),
    cites=(
        Cite(
            "care_planning_regs",
            "regulation 33(1)",
            "the first review is held within 20 working days of the child becoming looked after",
        ),
    ),
    note=(
        "Counted from the start of the period of care, not of a placement. A cancelled review is no review. Before "
        "April 2011 the limit was four weeks (explanatory notes to the Children and Young Persons Act 2008, paragraph 62)."
    ),
    cases="""
        care | cla_review | as_at || due | reading | why
        2024-04-02.. | 2024-04-30 | 2024-09-01 || 2024-04-30 | met | held on the 20th working day
        2024-04-02.. | 2024-05-01 | 2024-09-01 || 2024-04-30 | late | one working day over
        2024-04-02.. |  | 2024-04-22 || 2024-04-30 | running | six working days left
        2024-04-02.. |  | 2024-04-23 || 2024-04-30 | due_soon | five working days left
        2024-04-02.. |  | 2024-05-01 || 2024-04-30 | overdue | a working day past the limit
        2024-04-02..2024-04-30 |  | 2024-09-01 || 2024-04-30 | not_applicable | left care on the last day in time
        2024-04-02..2024-05-01 |  | 2024-09-01 || 2024-04-30 | late | left care a day past the limit, never reviewed
        2024-04-02.. | 2024-03-20 | 2024-09-01 || 2024-04-30 | cannot_tell | a review dated before care began
        2024-04-02..2024-03-01 |  | 2024-09-01 || 2024-04-30 | cannot_tell | care ends before it begins
        2011-03-31.. |  | 2024-09-01 || 2011-04-28 | overdue | begun under the earlier limit of four weeks
        2011-04-01.. |  | 2024-09-01 || 2011-05-05 | overdue | begun the day the limit changed; Easter and a royal wedding between
        ?.. | 2024-04-20 | 2024-09-01 || | cannot_tell | no start of care recorded
    """,
)
