from undrift.engines.limits import weeks
from undrift.measures.definition import Is, Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="ehcp_20w_excl_pct",
    title="Plans issued within twenty weeks, exceptions apart",
    question="Of plans issued, exceptions apart, how many came within twenty weeks?",
    area="send",
    better="higher",
    chart="p",
    unit="percent",
    definition="Education, health and care plans issued in the period, exceptions apart; the share within twenty weeks of the request.",
    counts=Share("ehc_issued", where=(Lasted(at_most=weeks(20)),), among=(Is("exception", ("0", "N")),)),
    subject="plans issued within twenty weeks",
    year_ends=12,
    cites=(Cite("sen2", "timeliness", "plans issued within twenty weeks, exceptions apart"),),
    cases="""
        on | started | exception | month || in | of | unknown | why
        2024-05-10 | 2023-12-22 | 0 | 2024-05 || 1 | 1 |  | on the last day in time
        2024-05-10 | 2023-12-21 | 0 | 2024-05 || 0 | 1 |  | a day later
        2024-05-10 | - | 0 | 2024-05 || 0 | 0 | 1 | no start recorded: cannot be told
        2024-06-10 | 2023-12-22 | 0 | 2024-05 || 0 | 0 |  | in another month
        2024-05-10 | 2023-12-22 | 1 | 2024-05 || 0 | 0 |  | an exception
        2024-05-10 | 2023-12-22 | N | 2024-05 || 1 | 1 |  | none, written otherwise
        2024-05-10 | 2023-12-22 | - | 2024-05 || 0 | 0 | 1 | exceptions not recorded: cannot be told
    """,
)
