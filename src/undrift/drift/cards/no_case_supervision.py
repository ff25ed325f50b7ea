from undrift.drift.definition import Lasting, On, Pattern, Quiet
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="no_case_supervision",
    name="Not discussed in supervision",
    area="workforce_oversight",
    question="Has a child with an open plan, or in care, gone two months without being discussed in supervision?",
    whom="Children with an open plan, or in care",
    state=Lasting(Quiet(("cin_plan", "cp_plan", "care"), (On("case_supervision"),)), months(2)),
    since_when="two months after the last time, or after the plan or care began",
    words="Last discussed in supervision on {last}, or the plan or care began then; not since.",
    why_it_matters="Supervision is where drift is noticed by somebody who is not inside it.",
    blind_to="Conversations nobody wrote down.",
    cites=(
        Cite(
            "bury_2021",
            "paragraph 52",
            "inspectors found gaps in supervision, which did not always challenge drift",
        ),
        Cite(
            "local_convention",
            "supervision",
            "monthly is the common setting; two months is when it is flagged",
        ),
    ),
    cases="""
        cin_plan | cp_plan | care | case_supervision | as_at || since | why
        2024-01-10.. |  |  |  | 2024-03-10 || 2024-03-10 | two months and none
        2024-01-10.. |  |  |  | 2024-03-09 || - | a day short
         | 2024-01-10.. |  |  | 2024-03-10 || 2024-03-10 | on a protection plan
         |  | 2024-01-10.. |  | 2024-03-10 || 2024-03-10 | in care
        2024-01-10.. |  |  | 2024-02-10 | 2024-04-09 || - | discussed in February
        2024-01-10.. |  |  | 2024-02-10 | 2024-04-10 || 2024-04-10 | and not since
        2024-01-10..2024-03-20 |  |  |  | 2024-03-20 || - | the plan has ended
    """,
)
