from undrift.measures.definition import Is, Measure, Number
from undrift.sources import Cite

measure = Measure(
    id="sw_leavers_fte",
    title="Social workers leaving",
    question="How many full-time social workers left in the year?",
    area="workforce_oversight",
    better="neither",
    chart="xmr",
    unit="FTE",
    definition="Full-time equivalent social workers who left in the year to 30 September, agency workers apart.",
    counts=Number(
        "workers",
        among=(
            Is("agency", ("N",)),
            Is("left", ("Y",)),
        ),
        weigh="contract_fte",
    ),
    subject="social workers who left",
    year_ends=9,
    cites=(Cite("workforce_census", "social workers leaving", "full-time equivalents leaving in the year"),),
    cases="""
        on | contract_fte | agency | left | month || in | of | value | unknown | why
        2024-09-30 | 0.8 | N | Y | 2024-09 || 1 | 1 | 0.8 |  | counted
        2024-09-30 | 0.8 | Y | Y | 2024-09 || 0 | 0 | 0 |  | agency otherwise
        2024-09-30 | 0.8 | N | N | 2024-09 || 0 | 0 | 0 |  | left otherwise
        2024-09-30 | - | N | Y | 2024-09 || 0 | 0 | 0 | 1 | no number recorded: cannot be told
        2023-09-30 | 0.8 | N | Y | 2024-09 || 0 | 0 | 0 |  | another year
    """,
)
