from undrift.clocks.definition import Again, Clock
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="contact_repeat_window",
    name="Third contact within a year with no referral between",
    area="front_door",
    question="Was this the third contact in twelve months, none of them followed by a referral before it?",
    starts=Again("contact", nth=3, unless=("referral",)),
    stops="contact",
    limit=default("contact_repeat_window"),
    setting=True,
    cites=(
        Cite(
            "local_convention",
            "repeat contacts",
            "three contacts in twelve months with no referral: count and window are local",
        ),
    ),
    note=(
        "Not verified: from general knowledge. A sign of drift, not a deadline: late means the third in the "
        "window. Annex A holds six months of contacts, so most of its windows cannot be told. Contacts of one "
        "day count once."
    ),
    cases="""
        contact | referral | records_from | as_at || due | reading | why
        2024-04-02, 2024-04-07, 2025-04-02 |  | 2015-01-01 | 2025-04-03 || -, -, 2025-04-02 | met, met, late | inside, on the last day of the window
        2024-04-02, 2024-04-07, 2025-04-03 |  | 2015-01-01 | 2025-04-04 || -, -, 2025-04-02 | met, met, met | a day after the window closed
        2024-04-02 |  | 2023-04-02 | 2025-07-02 || - | cannot_tell | records reach back exactly as long: not far enough
        2024-04-02 |  | 2023-04-01 | 2025-07-02 || - | met | records reach back further
        ? |  | 2015-01-01 | 2025-07-02 || - | cannot_tell | no date recorded
        2024-04-02, 2024-04-07, 2025-04-02 |  | 2015-01-01 | 2025-04-01 || -, - | met, met | it has not happened yet on that day
        2024-04-02, 2024-04-07, 2024-04-07 |  | 2015-01-01 | 2025-07-02 || -, -, - | met, met, met | two rows on one day are one
        2024-04-02, 2024-05-02, 2024-06-03 | 2024-05-02 | 2015-01-01 | 2024-07-01 || -, -, - | met, met, met | a referral on the day of the second breaks the run
        2024-04-02, 2024-05-02, 2024-06-03 | 2024-06-03 | 2015-01-01 | 2024-07-01 || -, -, 2025-04-02 | met, met, late | a referral on the day of the third comes after it
        2024-04-02, 2024-05-02 | 2024-04-10 | 2024-03-01 | 2024-07-01 || -, - | cannot_tell, met | after a referral the run is known to have begun
    """,
)
