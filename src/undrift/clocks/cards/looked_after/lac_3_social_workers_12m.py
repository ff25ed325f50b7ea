from undrift.clocks.definition import Again, Clock
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="lac_3_social_workers_12m",
    name="Third social worker in twelve months",
    area="looked_after",
    question="Was this the child's third social worker in twelve months?",
    starts=Again("worker_changed"),
    stops="worker_changed",
    limit=months(12),
    cites=(Cite("cla_statistics", "social workers of looked-after children", "three or more in the year"),),
    note=(
        "A window: two handovers inside twelve months are three workers, or two and one who came back. Every "
        "child held is counted, not only those in care. A gap between two workers is not a handover: see "
        "case_unallocated."
    ),
    cases="""
        worker_changed | records_from | as_at || due | reading | why
        2024-04-02, 2025-04-02 | 2015-01-01 | 2025-04-03 || -, 2025-04-02 | met, late | inside, on the last day of the window
        2024-04-02, 2025-04-03 | 2015-01-01 | 2025-04-04 || -, 2025-04-02 | met, met | a day after the window closed
        2024-04-02 | 2023-04-02 | 2025-07-02 || - | cannot_tell | records reach back exactly as long: not far enough
        2024-04-02 | 2023-04-01 | 2025-07-02 || - | met | records reach back further
        ? | 2015-01-01 | 2025-07-02 || - | cannot_tell | no date recorded
        2024-04-02, 2025-04-02 | 2015-01-01 | 2025-04-01 || - | met | it has not happened yet on that day
        2024-04-02, 2024-04-02 | 2015-01-01 | 2025-07-02 || -, - | met, met | two rows on one day are one
    """,
)
