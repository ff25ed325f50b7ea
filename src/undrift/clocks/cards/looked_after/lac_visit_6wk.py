from undrift.clocks.definition import Clock, Each, When
from undrift.engines.limits import months, weeks
from undrift.sources import Cite

clock = Clock(
    id="lac_visit_6wk",
    name="Looked-after visit every six weeks",
    area="looked_after",
    question="Was the child visited again within six weeks?",
    starts=Each("cla_visit", within="placement"),
    stops="cla_visit",
    limit=weeks(6),
    leaves_out=When(
        ("U1", "U4"),
        "a long-term foster placement more than a year old is visited every three months",
        after=months(12),
    ),
    cites=(
        Cite(
            "care_planning_regs",
            "regulation 28(2)(b) and (c)(ii)",
            "visits are no more than six weeks apart in the first year of a placement, and afterwards unless it is meant to last to 18",
        ),
    ),
    note=(
        "After a year, a placement recorded as long-term fostering (codes U1 and U4) goes to a three-month frequency, "
        "which is another clock (lac_visit_3m). Where nothing says a placement is long-term, six weeks stands."
    ),
    cases="""
        placement | cla_visit | as_at || due | reading | why
        2024-04-02.. U6 | 2024-04-08, 2024-05-20 | 2024-05-21 || 2024-05-20, 2024-07-01 | met, running | visited on the last day of the six weeks
        2024-04-02.. U6 | 2024-04-08, 2024-05-21 | 2024-05-21 || 2024-05-20, 2024-07-02 | late, running | one day over
        2024-04-02.. U6 | 2024-04-08 | 2024-05-10 || 2024-05-20 | running | six working days left
        2024-04-02.. U6 | 2024-04-08 | 2024-05-13 || 2024-05-20 | due_soon | five working days left
        2024-04-02.. U6 | 2024-04-08 | 2024-05-21 || 2024-05-20 | overdue | a day past the limit
        2024-04-02..2024-05-20 U6 | 2024-04-08 | 2024-06-01 || 2024-05-20 | not_applicable | moved on the last day in time
        2024-04-02..2024-05-21 U6 | 2024-04-08 | 2024-06-01 || 2024-05-20 | late | moved a day past the limit
        2024-04-02.. U4 | 2025-04-01, 2025-04-02 | 2025-04-03 || 2025-05-13 | met | long-term: the visit a year in starts the other clock
        2024-04-02.. U1 | 2025-04-02 | 2025-06-01 || | | long-term and a year old
        2024-04-02.. U6 | 2025-04-02 | 2025-06-01 || 2025-05-14 | overdue | not recorded as long-term: six weeks stands
        2024-04-02.. U6 |  | 2024-06-01 || | | no visit yet: the first visit's clock covers it
        2024-04-02.. U6 | ? | 2024-06-01 || | | a visit with no date starts nothing
        2024-04-02..2024-04-05 U6 | 2024-04-08 | 2024-06-01 || 2024-05-20 | cannot_tell | a visit dated after the placement had ended
    """,
)
