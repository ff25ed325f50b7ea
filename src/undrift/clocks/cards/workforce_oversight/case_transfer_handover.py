from undrift.clocks.definition import CLOSING, Clock, Opens, When
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="case_transfer_handover",
    name="Case handed over between teams in time",
    area="workforce_oversight",
    question="Did the next worker begin within five working days when the case moved team?",
    starts=Opens("unallocated"),
    stops=CLOSING,
    limit=default("case_transfer_handover"),
    setting=True,
    covers=When(("transfer",), "the case moved to another team"),
    cites=(Cite("local_convention", "transfer of cases", "no public number"),),
    note=(
        "Not verified: from general knowledge. Not in use until the authority sets its limit. The gap between "
        "the end of one allocation and the start of the next in another team; where there is none, nothing is "
        "timed."
    ),
    cases="""
        unallocated | as_at || due | reading | why
        2024-04-02..2024-04-09 transfer | 2024-07-09 || 2024-04-09 | met | ended on the last day in time
        2024-04-02..2024-04-10 transfer | 2024-07-09 || 2024-04-09 | late | one working day over
        2024-04-02.. transfer | 2024-04-02 || 2024-04-09 | due_soon | never more than five working days
        2024-04-02.. transfer | 2024-04-10 || 2024-04-09 | overdue | a day past the limit
        2024-03-28.. transfer | 2024-04-09 || 2024-04-08 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02..2024-03-01 transfer | 2024-07-09 || 2024-04-09 | cannot_tell | ends before it begins
        ?.. transfer | 2024-07-09 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ | 2024-07-09 ||  |  | not one it covers
    """,
)
