from undrift.drift.definition import Happened, On, Open, Pattern, Start, Unless
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="transition_not_begun_no_plan",
    name="Planning for adulthood not begun, disabled with no EHC plan",
    area="child_in_need",
    question=(
        "In the twelve months since a disabled child with no education, health and care plan turned fourteen, has there been "
        "no assessment, review or pathway plan in which adulthood could be planned for?"
    ),
    whom="Disabled children from fourteen to eighteen with an open case and no education, health and care plan",
    state=Unless(
        Happened(
            (Start("growing_up"),),
            within=("growing_up",),
            cleared_by=(On("assessment_started"), On("cin_review"), On("cla_review"), On("pathway_plan")),
            for_good=True,
            grace=months(12),
        ),
        Open(("ehc_plan",)),
    ),
    since_when="twelve months after the fourteenth birthday, or after the case was opened if later",
    words="Fourteen, or a case since, on {last}; no assessment or review since, so planning for adulthood has not begun.",
    why_it_matters="Without an annual review nobody is bound to raise it, and adult services take years to arrange.",
    blind_to=(
        "Whether what was held looked to adulthood, which no record says; disabled children with no open case; a disability "
        "nobody has recorded; planning done by the school or in health."
    ),
    cites=(
        Cite(
            "care_act_2014",
            "section 58",
            "an assessment of a child likely to have needs for care after eighteen",
        ),
        Cite(
            "nice_ng43",
            "recommendation 1.2.1",
            "planning for the move to adult services begins by school year nine",
        ),
        Cite("local_convention", "transition", "twelve months is a setting"),
    ),
    cases="""
        growing_up | assessment_started | cin_review | cla_review | pathway_plan | ehc_plan | as_at || since | why
        2024-01-10.. |  |  |  |  |  | 2025-01-10 || 2025-01-10 | twelve months and nothing
        2024-01-10.. |  |  |  |  |  | 2025-01-09 || - | a day short
        2024-01-10.. | 2024-03-10 |  |  |  |  | 2025-02-10 || - | assessed in March
        2024-01-10.. |  | 2024-03-10 |  |  |  | 2025-02-10 || - | the plan was reviewed
        2024-01-10.. |  |  | 2024-03-10 |  |  | 2025-02-10 || - | reviewed in care
        2024-01-10.. |  |  |  | 2024-03-10 |  | 2025-02-10 || - | a pathway plan was made
        2024-01-10.. | 2025-02-10 |  |  |  |  | 2025-02-10 || - | assessed late: answered now
        2024-01-10.. | 2025-02-10 |  |  |  |  | 2025-02-09 || 2025-01-10 | up until it is
        2024-01-10..2025-02-01 |  |  |  |  |  | 2025-02-01 || - | closed, or eighteen
        2024-01-10.. | 2024-01-09 |  |  |  |  | 2025-02-10 || 2025-01-10 | an assessment before fourteen looked to other things
        2024-01-10.. |  |  |  |  | 2023-09-01.. | 2025-02-10 || - | a plan for special needs: the other pattern asks
        2024-01-10.. |  |  |  |  | 2023-09-01..2025-02-01 | 2025-02-10 || 2025-02-01 | that plan has ceased
        2024-01-10..2026-01-01, 2024-05-10.. |  |  |  |  |  | 2025-01-10 || 2025-01-10 | a second case
    """,
)
