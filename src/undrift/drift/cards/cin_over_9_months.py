from undrift.drift.definition import Lasting, Open, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="cin_over_9_months",
    name="Child in need plan over nine months",
    area="child_in_need",
    question="Has a child in need plan been open for nine months?",
    whom="Children with an open child in need plan",
    state=Lasting(Open(("cin_plan",)), months(9)),
    since_when="the day the plan had been open nine months",
    words="The child in need plan began on {first} and is still open.",
    why_it_matters="Help that has not changed things in nine months is unlikely to without changing itself.",
    blind_to="A disabled child whose plan is long because the need is; see the flag by cohort.",
    cites=(
        Cite("bury_2021", "paragraph 8", "inspectors found significant delay in having plans progressed"),
        Cite("local_convention", "long plans", "nine months is a setting"),
    ),
    cases="""
        cin_plan | as_at || since | why
        2024-01-10.. | 2024-10-10 || 2024-10-10 | nine months
        2024-01-10.. | 2024-10-09 || - | a day short
        2024-01-10..2024-10-20 | 2024-10-20 || - | the plan has ended
    """,
)
