from undrift.clocks.definition import Aged, Clock, Opens
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="permanence_order_after_plan",
    name="Settled within a year of coming into care, under ten",
    area="permanence",
    question="Was there an order, or a plan achieved, before the child had been in care a year?",
    starts=Opens("care"),
    stops=("permanence_order", "permanence_achieved"),
    limit=default("permanence_order_after_plan"),
    setting=True,
    sense="flag",
    aged=Aged(under=10),
    by_day=True,
    cites=(Cite("local_convention", "time to permanence", "a local flag: age band and months are local"),),
    note=(
        "Not verified: from general knowledge. A flag: a year in care, under ten on coming in, and no order "
        "or plan achieved."
    ),
    cases="""
        care | permanence_order | permanence_achieved | born | as_at || due | reading | why
        2024-04-02.. | 2025-04-01 |  | 2023-10-02 | 2025-07-02 || 2025-04-01 | met | on the last day in time (permanence_order)
        2024-04-02.. |  | 2025-04-01 | 2023-10-02 | 2025-07-02 || 2025-04-01 | met | on the last day in time (permanence_achieved)
        2024-04-02.. | 2025-04-02 |  | 2023-10-02 | 2025-07-02 || 2025-04-01 | late | one day over
        2024-04-02.. | 2024-04-02 |  | 2023-10-02 | 2025-07-02 || 2025-04-01 | met | the same day
        2024-04-02.. | 2025-04-01, 2025-04-02 |  | 2023-10-02 | 2025-07-02 || 2025-04-01 | met | only the first counts
        2024-04-02.. |  |  | 2023-10-02 | 2025-03-24 || 2025-04-01 | running | six working days left
        2024-04-02.. |  |  | 2023-10-02 | 2025-03-25 || 2025-04-01 | due_soon | five working days left
        2024-04-02.. |  |  | 2023-10-02 | 2025-04-02 || 2025-04-01 | overdue | a day past the limit
        2024-04-02..2025-04-01 |  |  | 2023-10-02 | 2025-07-02 || 2025-04-01 | not_applicable | over on the last day in time, without it
        2024-04-02..2025-04-02 |  |  | 2023-10-02 | 2025-07-02 || 2025-04-01 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 |  | 2023-10-02 | 2025-07-02 || 2025-04-01 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 |  | 2023-10-02 | 2025-07-02 || 2025-04-01 | overdue | nothing before it began counts
        2024-04-02..2024-03-01 |  |  | 2023-10-02 | 2025-07-02 || 2025-04-01 | cannot_tell | it ends before it begins
        ?.. |  |  | 2023-10-02 | 2025-07-02 ||  | cannot_tell | no start recorded
        2024-04-02.. |  |  | 2014-04-03 | 2025-07-02 || 2025-04-01 | overdue | a day short of the age it stops at
        2024-04-02.. |  |  | 2014-04-02 | 2025-07-02 ||  |  | that age on the very day: another clock, or none
        2024-04-02.. |  |  |  | 2025-07-02 || 2025-04-01 | cannot_tell | no date of birth recorded
    """,
)
