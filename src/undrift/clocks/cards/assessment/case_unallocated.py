from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="case_unallocated",
    name="Open case without a named social worker",
    area="assessment",
    question="Was the case without a social worker for no day at all?",
    starts=Opens("unallocated"),
    stops=CLOSING,
    limit=default("case_unallocated"),
    setting=True,
    cites=(
        Cite(
            "local_convention",
            "allocation",
            "a social worker is expected throughout an open case; no national number of days",
        ),
    ),
    note=(
        "Not verified: from general knowledge. Each gap in allocation while a referral is open. A referral "
        "closed with no further action is left out, and one that names a worker is held by them until the "
        "first allocation. A case held by a team name or a duty tray is unallocated only if nobody is "
        "recorded. A gap of no days is not kept, so every gap is late or, open, overdue."
    ),
    cases="""
        unallocated | as_at || due | reading | why
        2024-04-02..2024-04-02 | 2024-07-02 || 2024-04-02 | met | ended the day it began
        2024-04-02..2024-04-03 | 2024-07-02 || 2024-04-02 | late | one working day over
        2024-04-02.. | 2024-04-02 || 2024-04-02 | due_soon | never more than five working days
        2024-04-02.. | 2024-04-03 || 2024-04-02 | overdue | a day past the limit
        2024-04-02..2024-03-01 | 2024-07-02 || 2024-04-02 | cannot_tell | ends before it begins
        ?.. | 2024-07-02 ||  | cannot_tell | no start recorded
        2024-04-06..2024-04-06 | 2024-05-01 || 2024-04-06 | met | over the day it began
    """,
)
