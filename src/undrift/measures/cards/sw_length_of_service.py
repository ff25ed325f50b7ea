from undrift.measures.definition import Average, Is, Measure
from undrift.sources import Cite

measure = Measure(
    id="sw_length_of_service",
    title="Years social workers have been here",
    question="How many years have social workers been in their role, on average?",
    area="workforce_oversight",
    better="higher",
    chart="xmr",
    unit="years",
    definition="Social workers in post on 30 September, agency workers apart; the mean of the years since they began.",
    counts=Average("workers", "years", among=(Is("agency", ("N",)), Is("in_post", ("Y",)))),
    subject="social workers in post",
    year_ends=9,
    cites=(Cite("workforce_census", "time in service", "from the day the worker began in the role"),),
    cases="""
        on | agency | in_post | years | month || in | of | value | unknown | why
        2024-09-30;2024-09-30 | N | Y | 1;3 | 2024-09 || 2 | 2 | 2 |  | the mean of two
        2024-09-30;2024-09-30 | Y;N | Y | 1;3 | 2024-09 || 1 | 1 | 3 |  | an agency worker is apart
        2024-09-30;2024-09-30 | N | N;Y | 1;3 | 2024-09 || 1 | 1 | 3 |  | one had left
        2024-09-30 | N | Y | - | 2024-09 || 0 | 0 |  | 1 | no start recorded: cannot be told
        2023-09-30 | N | Y | 1 | 2024-09 || 0 | 0 |  |  | another year
    """,
)
