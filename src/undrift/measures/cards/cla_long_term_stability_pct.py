from undrift.engines.limits import months
from undrift.measures.definition import Aged, Lasted, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_long_term_stability_pct",
    title="Children long in care and two years in one placement",
    question="Of children under 16 in care for two and a half years, how many have lived in one placement for two?",
    area="permanence",
    better="higher",
    chart="p",
    unit="percent",
    definition="Children under 16 in care for two and a half years on the last day of the month; the share in the same placement for two years or more.",
    counts=Share(
        "placements",
        where=(Lasted(at_least=months(24)),),
        among=(Aged(under=16), Lasted(at_least=months(30), since="care_started_on")),
    ),
    subject="children two years in one placement",
    differs="The published figure also counts a child placed for adoption whose two placements together make two years.",
    cites=(
        Cite(
            "cla_statistics",
            "long-term stability",
            "same placement for two years, of children looked after two and a half",
        ),
        Cite("lait", "long-term stability", "the same"),
    ),
    cases="""
        started | ended | care_started_on | born | month || in | of | unknown | why
        2022-03-31 | - | 2021-09-30 | 2010-01-01 | 2024-03 || 1 | 1 |  | two years in one home
        2022-04-01 | - | 2021-09-30 | 2010-01-01 | 2024-03 || 0 | 1 |  | a day less
        2022-03-31 | - | 2021-10-01 | 2010-01-01 | 2024-03 || 0 | 0 |  | in care a day less than two and a half years
        2022-03-31 | - | 2021-09-30 | 2008-03-31 | 2024-03 || 0 | 0 |  | sixteen that day
        2022-03-31 | - | 2021-09-30 | 2008-04-01 | 2024-03 || 1 | 1 |  | sixteen the next
        2022-03-31 | - | 2021-09-30 | - | 2024-03 || 0 | 0 | 1 | no birth recorded: cannot be told
        2022-03-31 | 2024-03-31 | 2021-09-30 | 2010-01-01 | 2024-03 || 0 | 0 |  | moved that day
    """,
)
