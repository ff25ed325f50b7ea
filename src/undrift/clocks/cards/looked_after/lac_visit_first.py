from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="lac_visit_first",
    name="First visit within a week of a placement",
    area="looked_after",
    question="Was the child visited within a week of the start of the placement?",
    starts=Opens("placement"),
    stops="cla_visit",
    limit=weeks(1),
    cites=(
        Cite(
            "care_planning_regs",
            "regulation 28(2)(a)",
            "the child is visited within one week of the start of any placement",
        ),
    ),
    note="Each placement begins again. A visit on the day of a move belongs to the new placement.",
    cases="""
        placement | cla_visit | as_at || due | reading | why
        2024-04-02.. | 2024-04-09 | 2024-05-01 || 2024-04-09 | met | visited on the seventh day
        2024-04-02.. | 2024-04-10 | 2024-05-01 || 2024-04-09 | late | one day over
        2024-04-02.. |  | 2024-04-02 || 2024-04-09 | due_soon | a week is never more than five working days
        2024-04-02.. |  | 2024-04-10 || 2024-04-09 | overdue | a day past the limit
        2024-04-02..2024-04-09 |  | 2024-05-01 || 2024-04-09 | not_applicable | moved on the last day in time
        2024-04-02..2024-04-10 |  | 2024-05-01 || 2024-04-09 | late | moved a day past the limit, never visited
        2024-04-02.. | 2024-04-01 | 2024-05-01 || 2024-04-09 | cannot_tell | a visit to this placement dated before it began
        2024-04-02..2024-03-01 |  | 2024-05-01 || 2024-04-09 | cannot_tell | the placement ends before it begins
        ?.. |  | 2024-05-01 || | cannot_tell | no start of placement recorded
    """,
)
