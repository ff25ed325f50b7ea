from undrift.measures.definition import Is, Measure, Number, Ratio
from undrift.sources import Cite

measure = Measure(
    id="sw_vacancy_pct",
    title="Vacancy rate",
    question="Of social worker posts, how many are vacant?",
    area="workforce_oversight",
    better="lower",
    chart="p",
    unit="percent",
    definition="Full-time equivalent vacancies over vacancies and social workers in post together, on 30 September.",
    counts=Ratio(
        Number("vacancies", weigh="vacant_fte"),
        (
            Number("vacancies", weigh="vacant_fte"),
            Number("workers", among=(Is("agency", ("N",)), Is("in_post", ("Y",))), weigh="fte"),
        ),
        scale=100,
    ),
    subject="vacant posts",
    year_ends=9,
    cites=(Cite("workforce_census", "vacancy rate", "vacancies over vacancies and workers in post"),),
    cases="""
        on | vacant_fte | fte | agency | in_post | month || in | of | value | unknown | why
        2024-09-30 | 5 | 15 | N | Y | 2024-09 || 1 | 3 | 25 |  | five of twenty
        2024-09-30 | 5 | 15 | Y | Y | 2024-09 || 1 | 2 | 100 |  | agency workers fill no post
        2024-09-30 | 5 | 15 | N | N | 2024-09 || 1 | 2 | 100 |  | left by then
        2024-09-30 | 5 | - | N | Y | 2024-09 || 1 | 2 |  | 1 | a worker's hours are not recorded: cannot be told
        2023-09-30 | 5 | 15 | N | Y | 2024-09 || 0 | 0 |  |  | another year
        2024-09-30 | 0 | 15 | N | Y | 2024-09 || 1 | 3 | 0 |  | none vacant
    """,
)
