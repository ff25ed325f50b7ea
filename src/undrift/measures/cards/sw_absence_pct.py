from undrift.measures.definition import Is, Measure, Number, Ratio
from undrift.sources import Cite

measure = Measure(
    id="sw_absence_pct",
    title="Sickness absence",
    question="Of the days social workers could have worked, how many were lost to sickness?",
    area="workforce_oversight",
    better="lower",
    chart="p",
    unit="percent",
    definition="Working days lost to sickness in the year over full-time equivalents in post times 253 days, agency workers apart.",
    counts=Ratio(
        Number("workers", among=(Is("agency", ("N",)), Is("in_post", ("Y",))), weigh="days_lost"),
        (Number("workers", among=(Is("agency", ("N",)), Is("in_post", ("Y",))), weigh="available_days"),),
        scale=100,
    ),
    subject="days lost to sickness",
    year_ends=9,
    differs="Days lost by workers who had left by 30 September are not in it.",
    cites=(Cite("workforce_census", "sickness absence", "days lost over full-time equivalents times 253"),),
    cases="""
        on | agency | in_post | days_lost | available_days | month || in | of | value | unknown | why
        2024-09-30 | N | Y | 25.3 | 253 | 2024-09 || 1 | 2 | 10 |  | one day in ten
        2024-09-30 | Y | Y | 25.3 | 253 | 2024-09 || 0 | 0 |  |  | an agency worker
        2024-09-30 | N | N | 25.3 | 253 | 2024-09 || 0 | 0 |  |  | left by then
        2024-09-30 | N | Y | - | 253 | 2024-09 || 0 | 1 |  | 1 | days not recorded: cannot be told
        2023-09-30 | N | Y | 25.3 | 253 | 2024-09 || 0 | 0 |  |  | another year
        2024-09-30 | N | Y | 0 | 253 | 2024-09 || 1 | 2 | 0 |  | none lost
    """,
)
