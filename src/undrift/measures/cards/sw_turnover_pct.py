from undrift.measures.definition import Is, Measure, Number, Ratio
from undrift.sources import Cite

measure = Measure(
    id="sw_turnover_pct",
    title="Turnover",
    question="Of social workers, how many left in the year?",
    area="workforce_oversight",
    better="lower",
    chart="p",
    unit="percent",
    definition="Full-time equivalent social workers who left in the year over those in post on 30 September.",
    counts=Ratio(
        Number("workers", among=(Is("agency", ("N",)), Is("left", ("Y",))), weigh="contract_fte"),
        (Number("workers", among=(Is("agency", ("N",)), Is("in_post", ("Y",))), weigh="fte"),),
        scale=100,
    ),
    subject="social workers who left",
    year_ends=9,
    cites=(Cite("workforce_census", "turnover", "leavers in the year over workers in post on 30 September"),),
    cases="""
        on | agency | left | in_post | contract_fte | fte | month || in | of | value | unknown | why
        2024-09-30;2024-09-30 | N | Y;N | N;Y | 1;1 | 0;0.5 | 2024-09 || 1 | 2 | 200 |  | one full-timer left a half-timer behind
        2024-09-30;2024-09-30 | Y;N | Y;N | N;Y | 1;1 | 0;0.5 | 2024-09 || 0 | 1 | 0 |  | an agency worker left
        2024-09-30;2024-09-30 | N | Y;N | N;Y | -;1 | 0;1 | 2024-09 || 0 | 1 |  | 1 | the leaver's hours are not recorded: cannot be told
        2024-09-30;2024-09-30 | N;Y | Y;N | N;Y | 1;1 | 0;1 | 2024-09 || 1 | 1 |  |  | nobody of our own in post
        2024-09-30;2024-09-30 | N | Y;N | Y;Y | 1;1 | 1;1 | 2024-09 || 1 | 3 | 50 |  | one who left and is back is in post as well
        2023-09-30;2024-08-30 | N | Y;N | N;Y | 1;1 | 0;1 | 2024-09 || 0 | 0 |  |  | other days
    """,
)
