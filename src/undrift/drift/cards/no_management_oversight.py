from undrift.drift.definition import Lasting, On, Pattern, Quiet
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="no_management_oversight",
    name="No manager's oversight on the record",
    area="workforce_oversight",
    question="Has a child with an open plan, or in care, gone three months without a manager's entry on the record?",
    whom="Children with an open plan, or in care",
    state=Lasting(Quiet(("cin_plan", "cp_plan", "care"), (On("management_oversight"),)), months(3)),
    since_when="three months after the last entry, or after the plan or care began",
    words="A manager's last entry was on {last}, or the plan or care began then; none since.",
    why_it_matters="Drift goes on where nobody above the worker looks.",
    blind_to="Oversight given aloud; whether the entry said anything.",
    cites=(
        Cite("bury_2021", "paragraph 12", "inspectors found inconsistent management oversight"),
        Cite("local_convention", "oversight", "three months is a setting"),
    ),
    cases="""
        cin_plan | cp_plan | care | management_oversight | as_at || since | why
        2024-01-10.. |  |  |  | 2024-04-10 || 2024-04-10 | three months and none
        2024-01-10.. |  |  |  | 2024-04-09 || - | a day short
         | 2024-01-10.. |  |  | 2024-04-10 || 2024-04-10 | on a protection plan
         |  | 2024-01-10.. |  | 2024-04-10 || 2024-04-10 | in care
        2024-01-10.. |  |  | 2024-02-10 | 2024-05-09 || - | an entry in February
        2024-01-10.. |  |  | 2024-02-10 | 2024-05-10 || 2024-05-10 | and none since
        2024-01-10..2024-04-20 |  |  |  | 2024-04-20 || - | the plan has ended
    """,
)
