from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="rereferrals_12m_pct",
    title="Referred again within twelve months",
    question="Of referrals in the month, how many were for a child referred in the twelve months before?",
    area="front_door",
    better="lower",
    chart="p",
    unit="percent",
    definition="Referrals received in the month; the share with an earlier referral for the same child within twelve months.",
    counts=InTime(("rereferral_window_12m",), by="counted_on", share="late"),
    subject="re-referrals within twelve months",
    cites=(
        Cite(
            "cin_census",
            "re-referral measure",
            "referrals in the year with an earlier one for the same child within the previous twelve months",
        ),
    ),
    cases="""
        started | due | stopped | ended | counted | as_at | month || in | of | why
        2023-09-01 | 2024-09-01 | 2024-05-10 |  | 2024-05-10 | 2024-08-01 | 2024-05 || 1 | 1 | came back within the window, in the month of the return
        2023-03-01 | 2024-03-01 | 2024-05-10 |  | 2024-05-10 | 2024-08-01 | 2024-05 || 0 | 1 | came back after the window: counted, and not a re-referral
        2023-09-01 | 2024-09-01 | 2024-05-10 |  | 2024-05-10 | 2024-08-01 | 2023-09 || 0 | 0 | not in the month of the first referral
         |  | 2024-05-10 |  | 2024-05-10 | 2024-08-01 | 2024-05 || 0 | 1 | no earlier referral: counted
    """,
)
