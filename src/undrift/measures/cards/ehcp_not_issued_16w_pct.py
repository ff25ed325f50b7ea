from undrift.engines.limits import weeks
from undrift.measures.definition import Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="ehcp_not_issued_16w_pct",
    title="Decisions not to issue a plan within sixteen weeks",
    question="Of decisions not to issue a plan, how many came within sixteen weeks?",
    area="send",
    better="neither",
    chart="p",
    unit="percent",
    definition="Decisions in the period that no plan will be issued; the share within sixteen weeks of the request.",
    counts=Share("ehc_not_issued", where=(Lasted(at_most=weeks(16)),)),
    subject="decisions within sixteen weeks",
    year_ends=12,
    cites=(Cite("sen2", "assessments", "decisions not to issue a plan within sixteen weeks"),),
    cases="""
        on | started | month || in | of | unknown | why
        2024-05-10 | 2024-01-19 | 2024-05 || 1 | 1 |  | on the last day in time
        2024-05-10 | 2024-01-18 | 2024-05 || 0 | 1 |  | a day later
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | no start recorded: cannot be told
        2024-06-10 | 2024-01-19 | 2024-05 || 0 | 0 |  | in another month
    """,
)
