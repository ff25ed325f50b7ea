from undrift.drift.definition import Lasting, On, Pattern, Quiet
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="pathway_plan_old",
    name="Pathway plan absent or old",
    area="care_leavers",
    question="Has a care leaver gone six months without a pathway plan made or reviewed?",
    whom="Care leavers aged 16 to 21",
    state=Lasting(Quiet(("care_leaver",), (On("pathway_plan"),)), months(6)),
    since_when="six months after the last, or after turning sixteen",
    words="No pathway plan has been made or reviewed since {last}.",
    why_it_matters="A pathway plan is the only plan a young adult leaving care has.",
    blind_to="The dataset keeps only the latest review, so earlier gaps cannot be seen.",
    cites=(
        Cite("bury_2021", "paragraph 33", "inspectors found pathway plans that did not address all needs"),
        Cite("chat", "care leavers", "reviewed at least every six months"),
    ),
    cases="""
        care_leaver | pathway_plan | as_at || since | why
        2024-01-10.. |  | 2024-07-10 || 2024-07-10 | six months and none
        2024-01-10.. |  | 2024-07-09 || - | a day short
        2024-01-10.. | 2024-03-10 | 2024-09-09 || - | made in March
        2024-01-10.. | 2024-03-10 | 2024-09-10 || 2024-09-10 | and not reviewed since
        2024-01-10..2024-08-01 |  | 2024-08-01 || - | twenty-one
    """,
)
