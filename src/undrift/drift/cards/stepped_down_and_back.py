from undrift.drift.definition import End, Followed, Pattern, Start
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="stepped_down_and_back",
    name="Stepped down from child protection, and back",
    area="child_protection",
    question="Within twelve months of a child protection plan's end, did another enquiry or plan begin?",
    whom="Children whose child protection plan has ended",
    state=Followed((End("cp_plan"),), (Start("s47"), Start("cp_plan")), months(12), shown=months(6)),
    since_when="the day the enquiry or plan began, for six months",
    words="The child protection plan ended on {first}; on {last} came the {what}.",
    why_it_matters="Stepping down too soon leaves a child with less help at the point where it was working.",
    blind_to="Whether the new concern was the old one.",
    cites=(
        Cite(
            "bury_2021", "paragraph 9", "inspectors found children stepped down when actions were incomplete"
        ),
    ),
    cases="""
        cp_plan | s47 | as_at || since | why
        2023-01-10..2024-01-10 | 2024-05-10.. | 2024-05-10 || 2024-05-10 | an enquiry four months on
        2023-01-10..2024-01-10 | 2024-05-10.. | 2024-05-09 || - | not yet
        2023-01-10..2024-01-10, 2024-05-10.. |  | 2024-06-10 || 2024-05-10 | a plan four months on
        2023-01-10..2024-01-10 | 2025-01-10.. | 2025-02-10 || 2025-01-10 | on the last day of the twelve months
        2023-01-10..2024-01-10 | 2025-01-11.. | 2025-02-10 || - | a day more
        2023-01-10..2024-01-10 | 2024-05-10.. | 2024-11-09 || 2024-05-10 | shown for six months
        2023-01-10..2024-01-10 | 2024-05-10.. | 2024-11-10 || - | and no longer
    """,
)
