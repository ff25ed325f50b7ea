from undrift.engines.limits import weeks
from undrift.measures.definition import Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="ehcp_request_6w_pct",
    title="Decisions on requests within six weeks",
    question="Of decisions on requests, how many came within six weeks?",
    area="send",
    better="higher",
    chart="p",
    unit="percent",
    definition="Decisions in the period whether to assess; the share within six weeks of the request.",
    counts=Share("ehc_request_decisions", where=(Lasted(at_most=weeks(6)),)),
    subject="decisions within six weeks",
    year_ends=12,
    cites=(Cite("sen2", "requests", "decisions on requests within six weeks"),),
    cases="""
        on | started | month || in | of | unknown | why
        2024-05-10 | 2024-03-29 | 2024-05 || 1 | 1 |  | on the last day in time
        2024-05-10 | 2024-03-28 | 2024-05 || 0 | 1 |  | a day later
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | no start recorded: cannot be told
        2024-06-10 | 2024-03-29 | 2024-05 || 0 | 0 |  | in another month
    """,
)
