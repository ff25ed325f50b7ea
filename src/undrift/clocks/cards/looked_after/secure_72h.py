from undrift.clocks.definition import Clock, Opens, When
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="secure_72h",
    name="No more than 72 hours in secure accommodation without a court's order",
    area="looked_after",
    question="Was there an order, or had the child left, within three days of being placed?",
    starts=Opens("secure_stay"),
    stops="secure_order",
    limit=calendar_days(3),
    may_precede=True,
    only=When(
        ("by_itself",),
        "another stay in the 28 days before counts towards the 72 hours, and days alone cannot say how much",
    ),
    cites=(
        Cite("secure_regs", "regulation 10", "72 hours in all in any 28 days without the court's authority"),
    ),
    note=(
        "Not verified: from general knowledge. Records hold days and no hours: the third day after the placement "
        "(code K1) is the last in time. Hours that run out over a Sunday or public holiday may be a little more, "
        "which is not read. The order comes from the authority's own form (placement moves), and one made before "
        "the placement counts. A child remanded or sentenced needs no such order and is not told apart."
    ),
    cases="""
        secure_stay | secure_order | as_at || due | reading | why
        2024-04-02.. by_itself | 2024-04-05 | 2024-07-05 || 2024-04-05 | met | on the last day in time
        2024-04-02.. by_itself | 2024-04-06 | 2024-07-05 || 2024-04-05 | late | one day over
        2024-04-02.. by_itself | 2024-03-28 | 2024-07-05 || 2024-04-05 | met | the order came first
        2024-04-02.. by_itself | 2024-04-05, 2024-04-06 | 2024-07-05 || 2024-04-05 | met | only the first counts
        2024-04-02.. by_itself |  | 2024-04-02 || 2024-04-05 | due_soon | three days are never more than five working days
        2024-04-02.. by_itself |  | 2024-04-06 || 2024-04-05 | overdue | a day past the limit
        2024-04-02..2024-04-05 by_itself |  | 2024-07-05 || 2024-04-05 | not_applicable | left on the last day in time, with no order
        2024-04-02..2024-04-06 by_itself |  | 2024-07-05 || 2024-04-05 | late | left a day past the limit, with no order
        2024-04-02..2024-04-03 by_itself | 2024-04-04 | 2024-07-05 || 2024-04-05 | not_applicable | an order after the child had left
        2024-04-02.. soon_after_another | 2024-04-03 | 2024-07-05 || 2024-04-05 | cannot_tell | another stay within the 28 days adds up
        2024-04-02..2024-03-01 by_itself |  | 2024-07-05 || 2024-04-05 | cannot_tell | it ends before it begins
        ?.. by_itself |  | 2024-07-05 ||  | cannot_tell | no start recorded
    """,
)
