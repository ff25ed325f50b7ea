from undrift.drift.definition import Lasting, On, Pattern, Quiet
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="care_leaver_not_in_work",
    name="Care leaver not in education or work, with no action",
    area="care_leavers",
    question="Has a care leaver been out of education and work for three months with no pathway plan made or reviewed in that time?",
    whom="Care leavers",
    state=Lasting(Quiet(("not_in_work",), (On("pathway_plan"),)), months(3)),
    since_when="three months after it was learnt, or after the plan was last reviewed",
    words="Not in education or work, as was learnt on {first}; no pathway plan made or reviewed since {last}.",
    why_it_matters="The longer out of work or study, the harder the way back.",
    blind_to="Action taken and not written into the pathway plan; illness or a new baby, which the record does not treat as a failing and nor does this.",
    cites=(
        Cite("bury_2021", "paragraph 35", "inspectors looked at support with education and work"),
        Cite("local_convention", "care leavers", "three months is a setting"),
    ),
    cases="""
        not_in_work | pathway_plan | as_at || since | why
        2024-01-10.. |  | 2024-04-10 || 2024-04-10 | three months and nothing
        2024-01-10.. |  | 2024-04-09 || - | a day short
        2024-01-10.. | 2024-03-10 | 2024-06-09 || - | the plan was reviewed in March
        2024-01-10.. | 2024-03-10 | 2024-06-10 || 2024-06-10 | and not since
        2024-01-10..2024-05-01 |  | 2024-05-01 || - | back in education or work
    """,
)
