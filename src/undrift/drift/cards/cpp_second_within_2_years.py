from undrift.drift.definition import End, Followed, Pattern, Start
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="cpp_second_within_2_years",
    name="Second child protection plan within two years",
    area="child_protection",
    question="Did a child protection plan begin within two years of an earlier one's end?",
    whom="Children with an open child protection plan",
    state=Followed((End("cp_plan"),), (Start("cp_plan"),), months(24)),
    since_when="the day the later plan began, while it is open",
    words="An earlier child protection plan ended on {first}; this one began on {last}.",
    why_it_matters="A second plan so soon says that what ended the first did not hold.",
    blind_to="Plans made by another authority, unless its records came with the child.",
    cites=(
        Cite(
            "lait",
            "second or subsequent plan within two years",
            "published by several regions; the national measure counts any earlier plan",
        ),
        Cite("bury_2021", "paragraph 9", "inspectors found repeated episodes of child protection planning"),
    ),
    cases="""
        cp_plan | as_at || since | why
        2023-01-10..2023-06-10, 2024-05-10.. | 2024-05-10 || 2024-05-10 | eleven months on
        2023-01-10..2023-06-10, 2024-05-10.. | 2024-05-09 || - | not yet
        2023-01-10..2023-06-10, 2025-06-10.. | 2025-07-10 || 2025-06-10 | on the last day of the two years
        2023-01-10..2023-06-10, 2025-06-11.. | 2025-07-10 || - | a day more
        2023-01-10..2023-06-10, 2024-05-10..2024-09-10 | 2024-09-10 || - | the second has ended
        2023-01-10..2023-06-10, 2023-06-10.. | 2023-07-10 || - | begun the day the first ended: one plan, entered twice
    """,
)
