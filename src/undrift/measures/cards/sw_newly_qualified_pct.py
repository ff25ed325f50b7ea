from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="sw_newly_qualified_pct",
    title="Newly qualified social workers",
    question="Of social workers in post, how many are in their first year?",
    area="workforce_oversight",
    better="neither",
    chart="p",
    unit="percent",
    definition="Social workers in post on 30 September, agency workers apart; the share in their assessed and supported year.",
    counts=Share(
        "workers", where=(Is("first_year", ("Y",)),), among=(Is("agency", ("N",)), Is("in_post", ("Y",)))
    ),
    subject="newly qualified social workers",
    year_ends=9,
    cites=(Cite("workforce_census", "assessed and supported year", "workers in it on 30 September"),),
    cases="""
        on | first_year | agency | in_post | month || in | of | unknown | why
        2024-09-30 | Y | N | Y | 2024-09 || 1 | 1 |  | in the first year
        2024-09-30 | N | N | Y | 2024-09 || 0 | 1 |  | not
        2024-09-30 | Y | Y | Y | 2024-09 || 0 | 0 |  | an agency worker
        2024-09-30 | Y | N | N | 2024-09 || 0 | 0 |  | left by then
        2024-09-30 | - | N | Y | 2024-09 || 0 | 0 | 1 | not recorded: cannot be told
        2023-09-30 | Y | N | Y | 2024-09 || 0 | 0 |  | another year
    """,
)
