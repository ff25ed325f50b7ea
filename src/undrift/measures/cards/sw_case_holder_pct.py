from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="sw_case_holder_pct",
    title="Social workers who hold children",
    question="Of social workers in post, how many are case holders?",
    area="workforce_oversight",
    better="higher",
    chart="p",
    unit="percent",
    definition="Social workers in post on 30 September, agency workers apart; the share who are case holders.",
    counts=Share("workers", where=(Is("role", ("5",)),), among=(Is("agency", ("N",)), Is("in_post", ("Y",)))),
    subject="social workers who are case holders",
    year_ends=9,
    cites=(Cite("workforce_census", "role", "role 5"),),
    cases="""
        on | role | agency | in_post | month || in | of | unknown | why
        2024-09-30 | 5 | N | Y | 2024-09 || 1 | 1 |  | case holders
        2024-09-30 | 1 | N | Y | 2024-09 || 0 | 1 |  | another role
        2024-09-30 | 5 | Y | Y | 2024-09 || 0 | 0 |  | an agency worker
        2024-09-30 | 5 | N | N | 2024-09 || 0 | 0 |  | left by then
        2024-09-30 | - | N | Y | 2024-09 || 0 | 0 | 1 | role not recorded: cannot be told
        2023-09-30 | 5 | N | Y | 2024-09 || 0 | 0 |  | another year
    """,
)
