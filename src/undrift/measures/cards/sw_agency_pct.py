from undrift.measures.definition import Is, Measure, Number, Ratio
from undrift.sources import Cite

measure = Measure(
    id="sw_agency_pct",
    title="Agency rate",
    question="Of social workers, how many are agency workers?",
    area="workforce_oversight",
    better="lower",
    chart="p",
    unit="percent",
    definition="Full-time equivalent agency workers over agency workers and social workers in post together, on 30 September.",
    counts=Ratio(
        Number("workers", among=(Is("agency", ("Y",)), Is("in_post", ("Y",))), weigh="fte"),
        (
            Number("workers", among=(Is("agency", ("Y",)), Is("in_post", ("Y",))), weigh="fte"),
            Number("workers", among=(Is("agency", ("N",)), Is("in_post", ("Y",))), weigh="fte"),
        ),
        scale=100,
    ),
    subject="agency workers",
    year_ends=9,
    cites=(Cite("workforce_census", "agency rate", "agency over agency and in post"),),
    cases="""
        on | agency | in_post | fte | month || in | of | value | unknown | why
        2024-09-30;2024-09-30 | Y;N | Y | 1;3 | 2024-09 || 1 | 3 | 25 |  | one in four
        2024-09-30;2024-09-30 | Y;N | N;Y | 1;3 | 2024-09 || 0 | 1 | 0 |  | the agency worker had gone
        2024-09-30;2024-09-30 | Y;N | Y;N | 1;3 | 2024-09 || 1 | 2 | 100 |  | the other had
        2024-09-30;2024-09-30 | Y;N | Y | 1;- | 2024-09 || 1 | 2 |  | 1 | hours not recorded: cannot be told
        2023-09-30 | Y | Y | 1 | 2024-09 || 0 | 0 |  |  | another year
    """,
)
