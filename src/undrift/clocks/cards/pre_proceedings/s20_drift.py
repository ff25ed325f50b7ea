from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="s20_drift",
    name="Voluntary accommodation open for twelve weeks",
    area="pre_proceedings",
    question="Has accommodation under section 20 lasted less than twelve weeks?",
    starts=Opens("legal_status"),
    stops=CLOSING,
    limit=default("s20_drift"),
    setting=True,
    sense="flag",
    covers=When(("V2",), "accommodated under section 20"),
    cites=(
        Cite(
            "local_convention",
            "voluntary accommodation",
            "no statutory limit; case law warns against leaving it open-ended",
        ),
    ),
    note=(
        "Not verified: from general knowledge. A flag. Short breaks have their own codes and are not counted; "
        "disabled children with agreed long-term plans cannot be told apart."
    ),
    cases="""
        legal_status | as_at || due | reading | why
        2024-04-02..2024-06-24 V2 | 2024-09-25 || 2024-06-24 | met | ended the day before the limit is reached
        2024-04-02..2024-06-25 V2 | 2024-09-25 || 2024-06-24 | late | ended on the day it is reached
        2024-04-02.. V2 | 2024-06-16 || 2024-06-24 | running | six working days left
        2024-04-02.. V2 | 2024-06-17 || 2024-06-24 | due_soon | five working days left
        2024-04-02.. V2 | 2024-06-25 || 2024-06-24 | overdue | the limit is reached and it is still open
        2024-04-02..2024-03-01 V2 | 2024-09-25 || 2024-06-24 | cannot_tell | ends before it begins
        ?.. V2 | 2024-09-25 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ | 2024-09-25 ||  |  | not one it covers
    """,
)
