from undrift.measures.definition import Is, Measure, Number
from undrift.sources import Cite

measure = Measure(
    id="sw_cases_number",
    title="Children held by social workers",
    question="How many children do social workers hold?",
    area="workforce_oversight",
    better="neither",
    chart="xmr",
    unit="children",
    definition="Children held on 30 September by all social workers in post, agency workers with them.",
    counts=Number("workers", among=(Is("in_post", ("Y",)),), weigh="cases"),
    subject="children held",
    year_ends=9,
    cites=(Cite("workforce_census", "children held by social workers", "cases held on 30 September"),),
    cases="""
        on | cases | in_post | month || in | of | value | unknown | why
        2024-09-30 | 0.8 | Y | 2024-09 || 1 | 1 | 0.8 |  | counted
        2024-09-30 | 0.8 | N | 2024-09 || 0 | 0 | 0 |  | in post otherwise
        2024-09-30 | - | Y | 2024-09 || 0 | 0 | 0 | 1 | no number recorded: cannot be told
        2023-09-30 | 0.8 | Y | 2024-09 || 0 | 0 | 0 |  | another year
    """,
)
