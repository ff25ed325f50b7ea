from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="ehcp_requests_refused_pct",
    title="Requests refused",
    question="Of requests for an assessment, how many were refused?",
    area="send",
    better="neither",
    chart="p",
    unit="percent",
    definition="Requests for an assessment in the period; the share refused.",
    counts=Share("ehc_requests", where=(Is("outcome", ("N",)),)),
    subject="requests refused",
    year_ends=12,
    cites=(Cite("sen2", "requests", "refused, of those received in the year"),),
    cases="""
        on | outcome | month || in | of | unknown | why
        2024-05-10 | N | 2024-05 || 1 | 1 |  | counted (N)
        2024-05-10 | Y | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | N | 2024-05 || 0 | 0 |  | in another month
    """,
)
