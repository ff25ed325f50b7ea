from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="police_protection",
    name="Police protection ended within 72 hours",
    area="child_protection",
    question="Did police protection end within three days?",
    starts=Opens("legal_status"),
    stops=CLOSING,
    limit=calendar_days(3),
    covers=When(("L1",), "police protection"),
    cites=(
        Cite(
            "children_act_1989",
            "section 46(6)",
            "no child is kept in police protection for more than 72 hours",
        ),
        Cite("ssda903_rules", "rule 361", "queries longer ones"),
    ),
    note="Read second-hand. Records hold dates only, so three days stand for 72 hours.",
    cases="""
        legal_status | as_at || due | reading | why
        2024-04-02..2024-04-05 L1 | 2024-07-05 || 2024-04-05 | met | ended on the last day in time
        2024-04-02..2024-04-06 L1 | 2024-07-05 || 2024-04-05 | late | one day over
        2024-04-02.. L1 | 2024-04-02 || 2024-04-05 | due_soon | never more than five working days
        2024-04-02.. L1 | 2024-04-06 || 2024-04-05 | overdue | a day past the limit
        2024-04-02..2024-03-01 L1 | 2024-07-05 || 2024-04-05 | cannot_tell | ends before it begins
        ?.. L1 | 2024-07-05 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ | 2024-07-05 ||  |  | not one it covers
    """,
)
