from undrift.drift.definition import Lasting, On, Pattern, Quiet
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="cin_no_review",
    name="Child in need plan with no review",
    area="child_in_need",
    question="Has a child in need plan gone six months without a review?",
    whom="Children with an open child in need plan",
    state=Lasting(Quiet(("cin_plan",), (On("cin_review"),)), months(6)),
    since_when="six months after the last review, or after the plan began",
    words="The child in need plan of {first} has had no review since {last}.",
    why_it_matters="A plan nobody looks at does not move.",
    blind_to="A review held and not recorded.",
    cites=(
        Cite(
            "bury_2021",
            "paragraph 8",
            "inspectors found significant numbers of children waiting for their plans to progress",
        ),
        Cite(
            "local_convention",
            "child in need reviews",
            "six months is a setting: twice the three-monthly review most authorities ask for",
        ),
    ),
    cases="""
        cin_plan | cin_review | as_at || since | why
        2024-01-10.. |  | 2024-07-10 || 2024-07-10 | six months and none
        2024-01-10.. |  | 2024-07-09 || - | a day short
        2024-01-10.. | 2024-04-10 | 2024-10-09 || - | reviewed in April
        2024-01-10.. | 2024-04-10 | 2024-10-10 || 2024-10-10 | and not since
        2024-01-10..2024-08-01 |  | 2024-08-01 || - | the plan has ended
    """,
)
