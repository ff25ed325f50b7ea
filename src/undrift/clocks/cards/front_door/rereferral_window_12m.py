from undrift.clocks.definition import Again, Clock
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="rereferral_window_12m",
    name="Referred again within twelve months",
    area="front_door",
    question="Had this child been referred in the twelve months before this referral?",
    starts=Again("referral"),
    stops="referral",
    limit=months(12),
    cites=(
        Cite(
            "cin_census",
            "re-referral measure",
            "a referral within twelve months of an earlier one for the same child is a re-referral",
        ),
        Cite("annex_a", "list 3", "asks for the number of referrals in the last twelve months"),
    ),
    note=(
        "A window, not a deadline: late means the child came back inside twelve months, met that they did not. The "
        "earlier referral counts even when it ended in no further action. Where records begin less than twelve months "
        "before a child's first referral here, nobody can tell."
    ),
    cases="""
        referral | records_from | as_at || due | reading | why
        2023-04-02, 2024-04-02 | 2020-01-01 | 2024-05-01 || -, 2024-04-02 | met, late | back on the last day of the twelve months
        2023-04-02, 2024-04-03 | 2020-01-01 | 2024-05-01 || -, 2024-04-02 | met, met | back a day after the window closed
        2023-04-02, 2023-09-01, 2024-06-01 | 2020-01-01 | 2024-07-01 || -, 2024-04-02, 2024-09-01 | met, late, late | counted from the latest earlier referral
        2023-04-02, 2023-04-02 | 2020-01-01 | 2024-05-01 || -, - | met, met | two rows on one day are not a return
        2023-04-02 | 2022-04-02 | 2024-05-01 || - | cannot_tell | records reach back exactly twelve months: not far enough
        2023-04-02 | 2022-04-01 | 2024-05-01 || - | met | records reach back further than the window
        ? | 2020-01-01 | 2024-05-01 || - | cannot_tell | no date of referral recorded
        2023-04-02, 2023-09-01 | 2020-01-01 | 2023-08-01 || - | met | the return has not happened yet on that day
    """,
)
