from undrift.drift.definition import Ended, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="cpp_ended_under_3_months",
    name="Child protection plan ended in under three months",
    area="child_protection",
    question="Did a child protection plan end in under three months?",
    whom="Children whose child protection plan has ended",
    state=Ended("cp_plan", shown=months(6), under=months(3)),
    since_when="the day the plan ended, for six months",
    words="The child protection plan began on {first} and ended on {last}.",
    why_it_matters="A plan made because a child was likely to suffer harm has seldom done its work before its first review.",
    blind_to="A plan ended because the child came into care, moved away or died.",
    cites=(
        Cite("bury_2021", "paragraph 9", "inspectors found children stepped down too early"),
        Cite("lait", "plans ended within three months", "published as plans lasting three months or less"),
    ),
    cases="""
        cp_plan | as_at || since | why
        2024-01-10..2024-04-09 | 2024-04-09 || 2024-04-09 | a day under three months
        2024-01-10..2024-04-09 | 2024-04-08 || - | still open
        2024-01-10..2024-04-10 | 2024-05-01 || - | three months
        2024-01-10..2024-04-09 | 2024-10-08 || 2024-04-09 | shown for six months
        2024-01-10..2024-04-09 | 2024-10-09 || - | and no longer
        2024-01-10..2024-01-02 | 2024-02-01 || - | ends before it begins
    """,
)
