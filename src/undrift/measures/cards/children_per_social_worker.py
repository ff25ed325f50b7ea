from undrift.measures.definition import Is, Measure, Number, Ratio
from undrift.sources import Cite

measure = Measure(
    id="children_per_social_worker",
    title="Children in need for each social worker in post",
    question="How many children in need are there for each full-time social worker in post?",
    area="workforce_oversight",
    better="lower",
    chart="xmr",
    unit="children per social worker",
    definition="Episodes of need open on the last day of the month over full-time equivalent social workers in post, agency workers apart.",
    counts=Ratio(Number("need"), (Number("posts", among=(Is("agency", ("N",)),), weigh="fte"),)),
    subject="children in need for each social worker",
    year_ends=3,
    differs="Both are read on the same day; the published figure sets 31 March against 30 September.",
    cites=(
        Cite("cin_census", "children in need", "open episodes"),
        Cite("workforce_census", "workers in post", "full-time equivalents"),
    ),
    cases="""
        need | started | ended | agency | fte | month || in | of | value | unknown | why
        2024-01-10.. | 2024-01-10 | - | N | 0.5 | 2024-05 || 1 | 2 | 2 |  | one child, one half-timer
        2024-01-10..;2024-01-10.. | 2024-01-10 | - | N | 1 | 2024-05 || 2 | 3 | 2 |  | two children
        2024-01-10.. | 2024-01-10 | - | Y | 1 | 2024-05 || 1 | 1 |  |  | only an agency worker
        2024-01-10.. | 2024-01-10 | - | N | - | 2024-05 || 1 | 1 |  | 1 | hours not recorded: cannot be told
         | 2024-06-10 | - | N | 1 | 2024-05 || 0 | 0 |  |  | in post only afterwards
    """,
)
