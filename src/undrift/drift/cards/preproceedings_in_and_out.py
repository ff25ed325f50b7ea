from undrift.drift.definition import End, Followed, Pattern, Start
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="preproceedings_in_and_out",
    name="In and out of pre-proceedings",
    area="pre_proceedings",
    question="Did pre-proceedings begin within twelve months of ending before?",
    whom="Children in pre-proceedings",
    state=Followed((End("preproceedings"),), (Start("preproceedings"),), months(12)),
    since_when="the day it began again, while it is open",
    words="Pre-proceedings ended on {first} and began again on {last}.",
    why_it_matters="Stepping in and out without lasting change leaves a child where they were.",
    blind_to="Why it ended the first time.",
    cites=(
        Cite(
            "bury_2021",
            "paragraph 11",
            "inspectors found children repeatedly stepping in and out of pre-proceedings",
        ),
    ),
    cases="""
        preproceedings | as_at || since | why
        2023-01-10..2023-06-10, 2024-05-10.. | 2024-05-10 || 2024-05-10 | eleven months on
        2023-01-10..2023-06-10, 2024-05-10.. | 2024-05-09 || - | not yet
        2023-01-10..2023-06-10, 2024-06-10.. | 2024-07-10 || 2024-06-10 | on the last day of the twelve months
        2023-01-10..2023-06-10, 2024-06-11.. | 2024-07-10 || - | a day more
        2023-01-10..2023-06-10, 2024-05-10..2024-09-10 | 2024-09-10 || - | ended again
    """,
)
