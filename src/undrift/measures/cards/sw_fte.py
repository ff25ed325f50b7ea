from undrift.measures.definition import Is, Measure, Number
from undrift.sources import Cite

measure = Measure(
    id="sw_fte",
    title="Social workers in post",
    question="How many full-time social workers are in post?",
    area="workforce_oversight",
    better="neither",
    chart="xmr",
    unit="FTE",
    definition="Full-time equivalent social workers in post on 30 September, agency workers apart.",
    counts=Number(
        "workers",
        among=(
            Is("agency", ("N",)),
            Is("in_post", ("Y",)),
        ),
        weigh="fte",
    ),
    subject="social workers in post",
    year_ends=9,
    cites=(Cite("workforce_census", "social workers in post", "full-time equivalents on 30 September"),),
    cases="""
        on | fte | agency | in_post | month || in | of | value | unknown | why
        2024-09-30 | 0.8 | N | Y | 2024-09 || 1 | 1 | 0.8 |  | counted
        2024-09-30 | 0.8 | Y | Y | 2024-09 || 0 | 0 | 0 |  | agency otherwise
        2024-09-30 | 0.8 | N | N | 2024-09 || 0 | 0 | 0 |  | in post otherwise
        2024-09-30 | - | N | Y | 2024-09 || 0 | 0 | 0 | 1 | no number recorded: cannot be told
        2023-09-30 | 0.8 | N | Y | 2024-09 || 0 | 0 | 0 |  | another year
    """,
)
