from undrift.clocks.definition import Again, Clock
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="missing_repeat_90d",
    name="Third missing episode within 90 days",
    area="missing",
    question="Was this the third time missing in 90 days?",
    starts=Again("missing", nth=3),
    stops="missing",
    limit=default("missing_repeat_90d"),
    setting=True,
    cites=(
        Cite(
            "local_convention",
            "repeated missing episodes",
            "three in 90 days call for a strategy or risk meeting",
        ),
    ),
    note=(
        "Not verified: from general knowledge. A window: late means the third inside it. Episodes beginning "
        "on one day count once."
    ),
    cases="""
        missing | records_from | as_at || due | reading | why
        2024-04-02, 2024-04-07, 2024-07-01 | 2015-01-01 | 2024-07-02 || -, -, 2024-07-01 | met, met, late | inside, on the last day of the window
        2024-04-02, 2024-04-07, 2024-07-02 | 2015-01-01 | 2024-07-03 || -, -, 2024-07-01 | met, met, met | a day after the window closed
        2024-04-02 | 2024-01-03 | 2024-10-01 || - | cannot_tell | records reach back exactly as long: not far enough
        2024-04-02 | 2024-01-02 | 2024-10-01 || - | met | records reach back further
        ? | 2015-01-01 | 2024-10-01 || - | cannot_tell | no date recorded
        2024-04-02, 2024-04-07, 2024-07-01 | 2015-01-01 | 2024-06-30 || -, - | met, met | it has not happened yet on that day
        2024-04-02, 2024-04-07, 2024-04-07 | 2015-01-01 | 2024-10-01 || -, -, - | met, met, met | two rows on one day are one
    """,
)
