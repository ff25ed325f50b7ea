from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="epo_initial",
    name="Emergency protection order, first period",
    area="child_protection",
    question="Did the order end within eight days?",
    starts=Opens("legal_status"),
    stops=CLOSING,
    limit=calendar_days(8),
    covers=When(("L2",), "an emergency protection order"),
    cites=(
        Cite("children_act_1989", "section 45(1)", "an order lasts no more than eight days"),
        Cite("ssda903_rules", "rule 362", "allows 21 days, looser than eight and seven"),
    ),
    note=(
        "Not verified: from general knowledge. An order extended once by the court is lawful to fifteen days: "
        "see epo_extension. Records do not say whether it was extended."
    ),
    cases="""
        legal_status | as_at || due | reading | why
        2024-04-02..2024-04-10 L2 | 2024-07-10 || 2024-04-10 | met | ended on the last day in time
        2024-04-02..2024-04-11 L2 | 2024-07-10 || 2024-04-10 | late | one day over
        2024-04-02.. L2 | 2024-04-02 || 2024-04-10 | running | six working days left
        2024-04-02.. L2 | 2024-04-03 || 2024-04-10 | due_soon | five working days left
        2024-04-02.. L2 | 2024-04-11 || 2024-04-10 | overdue | a day past the limit
        2024-04-02..2024-03-01 L2 | 2024-07-10 || 2024-04-10 | cannot_tell | ends before it begins
        ?.. L2 | 2024-07-10 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ | 2024-07-10 ||  |  | not one it covers
    """,
)
