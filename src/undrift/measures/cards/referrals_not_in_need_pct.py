from undrift.measures.definition import Blank, Is, Measure, Not, Share
from undrift.sources import Cite

measure = Measure(
    id="referrals_not_in_need_pct",
    title="Referrals assessed and found not in need",
    question="Of referrals, how many were assessed and closed as not in need?",
    area="front_door",
    better="neither",
    chart="p",
    unit="percent",
    definition="Referrals in the period; the share with an assessment and closed for the reason that the child is not in need (RC8).",
    counts=Share(
        "referrals", where=(Is("assessed", ("Y",)), Not(Blank("close_reason")), Is("close_reason", ("RC8",)))
    ),
    subject="referrals assessed and found not in need",
    cites=(Cite("cin_census", "closure reasons", "RC8: closed after assessment, no further action"),),
    cases="""
        on | assessed | close_reason | month || in | of | why
        2024-05-10 | Y | RC8 | 2024-05 || 1 | 1 | assessed and not in need
        2024-05-10 | N | RC8 | 2024-05 || 0 | 1 | closed so without an assessment
        2024-05-10 | Y | RC1 | 2024-05 || 0 | 1 | closed for another reason
        2024-05-10 | Y | - | 2024-05 || 0 | 1 | still open
        2024-06-10 | Y | RC8 | 2024-05 || 0 | 0 | in another month
    """,
)
