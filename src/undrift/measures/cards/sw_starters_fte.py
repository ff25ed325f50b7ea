from undrift.measures.definition import Is, Measure, Number
from undrift.sources import Cite

measure = Measure(
    id="sw_starters_fte",
    title="Social workers starting",
    question="How many full-time social workers started in the year?",
    area="workforce_oversight",
    better="neither",
    chart="xmr",
    unit="FTE",
    definition="Full-time equivalent social workers who started in the year to 30 September, agency workers apart.",
    counts=Number(
        "workers",
        among=(
            Is("agency", ("N",)),
            Is("joined", ("Y",)),
        ),
        weigh="contract_fte",
    ),
    subject="social workers who started",
    year_ends=9,
    cites=(
        Cite("workforce_census", "social workers starting", "full-time equivalents starting in the year"),
    ),
    cases="""
        on | contract_fte | agency | joined | month || in | of | value | unknown | why
        2024-09-30 | 0.8 | N | Y | 2024-09 || 1 | 1 | 0.8 |  | counted
        2024-09-30 | 0.8 | Y | Y | 2024-09 || 0 | 0 | 0 |  | agency otherwise
        2024-09-30 | 0.8 | N | N | 2024-09 || 0 | 0 | 0 |  | joined otherwise
        2024-09-30 | - | N | Y | 2024-09 || 0 | 0 | 0 | 1 | no number recorded: cannot be told
        2023-09-30 | 0.8 | N | Y | 2024-09 || 0 | 0 | 0 |  | another year
    """,
)
