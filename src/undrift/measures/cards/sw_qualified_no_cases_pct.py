from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="sw_qualified_no_cases_pct",
    title="Social workers who hold none",
    question="Of social workers in post, how many are qualified without cases?",
    area="workforce_oversight",
    better="neither",
    chart="p",
    unit="percent",
    definition="Social workers in post on 30 September, agency workers apart; the share who are qualified without cases.",
    counts=Share("workers", where=(Is("role", ("6",)),), among=(Is("agency", ("N",)), Is("in_post", ("Y",)))),
    subject="social workers who are qualified without cases",
    year_ends=9,
    cites=(Cite("workforce_census", "role", "role 6"),),
    cases="""
        on | role | agency | in_post | month || in | of | unknown | why
        2024-09-30 | 6 | N | Y | 2024-09 || 1 | 1 |  | qualified without cases
        2024-09-30 | 1 | N | Y | 2024-09 || 0 | 1 |  | another role
        2024-09-30 | 6 | Y | Y | 2024-09 || 0 | 0 |  | an agency worker
        2024-09-30 | 6 | N | N | 2024-09 || 0 | 0 |  | left by then
        2024-09-30 | - | N | Y | 2024-09 || 0 | 0 | 1 | role not recorded: cannot be told
        2023-09-30 | 6 | N | Y | 2024-09 || 0 | 0 |  | another year
    """,
)
