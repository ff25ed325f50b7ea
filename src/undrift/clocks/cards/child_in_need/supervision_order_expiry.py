from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="supervision_order_expiry",
    name="Supervision order ends within twelve months",
    area="child_in_need",
    question="Did the supervision order end within twelve months, the court not having extended it?",
    starts=Opens("supervision_order"),
    stops=CLOSING,
    limit=months(12),
    not_applicable=When(("extended",), "the court extended it"),
    cites=(
        Cite(
            "children_act_1989", "Schedule 3, paragraph 6", "a year from the day it is made, unless extended"
        ),
    ),
    note=(
        "Read as the Court of Appeal quotes it ([2008] EWCA Civ 199). A warning that an order is about to run out, and of records left "
        "open after it has. The days come from the authority's own form (pre-proceedings tracker), since the "
        "dataset's legal statuses are those of children looked after. An extension, to three years in all, is "
        "not timed."
    ),
    cases="""
        supervision_order | as_at || due | reading | why
        2024-04-02..2025-04-02 | 2025-07-02 || 2025-04-02 | met | ended on the last day
        2024-04-02..2025-04-03 | 2025-07-02 || 2025-04-02 | late | one day over
        2024-04-02.. | 2025-03-25 || 2025-04-02 | running | six working days left
        2024-04-02.. | 2025-03-26 || 2025-04-02 | due_soon | five working days left
        2024-04-02.. | 2025-04-03 || 2025-04-02 | overdue | a day past the limit, and recorded as in force
        2024-04-02..2024-03-01 | 2025-07-02 || 2025-04-02 | cannot_tell | ends before it begins
        ?.. | 2025-07-02 ||  | cannot_tell | no start recorded
        2024-04-02.. extended | 2025-07-02 || 2025-04-02 | not_applicable | the court extended it
        2024-04-02..2025-10-02 extended | 2024-07-02 || 2025-04-02 | not_applicable | extended, and since ended
        2024-02-29.. | 2025-03-01 || 2025-02-28 | overdue | calendar months, clipped to the month's end
    """,
)
