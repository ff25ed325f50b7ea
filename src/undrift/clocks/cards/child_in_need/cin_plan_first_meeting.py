from undrift.clocks.definition import Clock, Each, When
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="cin_plan_first_meeting",
    name="Child in need plan begun after the assessment",
    area="child_in_need",
    question="Did the child in need plan begin, if one was to, within ten working days of the assessment?",
    starts=Each("assessment_authorised"),
    stops=("cin_plan_started", "cp_plan_started", "care_started", "referral_closed"),
    limit=default("cin_plan_first_meeting"),
    setting=True,
    covers=When(("need",), "the assessment found need"),
    not_applicable=When(("on_plan",), "a plan, or care, was already going on", of="detail"),
    cites=(
        Cite(
            "local_procedures", "Sefton: child in need plans", "the first planning meeting is within ten days"
        ),
    ),
    note=(
        "One authority's number; no national limit. The start of the plan stands for the meeting. A child "
        "protection plan or care begun instead answers it too, for that child is no longer one for a child in "
        "need meeting; so does closing the case. Where a plan or care was already going on, none is awaited."
    ),
    cases="""
        assessment_authorised | cin_plan_started | cp_plan_started | care_started | referral_closed | as_at || due | reading | why
        2024-04-02:need | 2024-04-16 |  |  |  | 2024-07-16 || 2024-04-16 | met | on the last day in time (cin_plan_started)
        2024-04-02:need |  | 2024-04-16 |  |  | 2024-07-16 || 2024-04-16 | met | on the last day in time (cp_plan_started)
        2024-04-02:need |  |  | 2024-04-16 |  | 2024-07-16 || 2024-04-16 | met | on the last day in time (care_started)
        2024-04-02:need |  |  |  | 2024-04-16 | 2024-07-16 || 2024-04-16 | met | closed on the last day in time, so no plan is awaited
        2024-04-02:need |  |  |  | 2024-04-17 | 2024-07-16 || 2024-04-16 | late | closed a day past it, and no plan had been made
        2024-04-02:need | 2024-04-17 |  |  |  | 2024-07-16 || 2024-04-16 | late | one day over
        2024-04-02:need | 2024-04-02 |  |  |  | 2024-07-16 || 2024-04-16 | met | the same day
        2024-04-02:need |  |  |  |  | 2024-04-08 || 2024-04-16 | running | six working days left
        2024-04-02:need |  |  |  |  | 2024-04-09 || 2024-04-16 | due_soon | five working days left
        2024-04-02:need |  |  |  |  | 2024-04-17 || 2024-04-16 | overdue | a day past the limit
        2024-03-28:need |  |  |  |  | 2024-04-16 || 2024-04-15 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02:need/on_plan |  |  |  |  | 2024-07-16 || 2024-04-16 | not_applicable | a plan was open already
        2024-04-02:need, 2024-04-16:need | 2024-04-17 |  |  |  | 2024-07-16 || 2024-04-16, 2024-04-30 | not_applicable, met | assessed again on the last day in time: what comes after answers that one
        2024-04-02:need, 2024-04-17:need | 2024-04-18 |  |  |  | 2024-07-16 || 2024-04-16, 2024-05-01 | late, met | assessed again a day past it
        ?:need |  |  |  |  | 2024-07-16 ||  | cannot_tell | no start recorded
        2024-04-02:zz |  |  |  |  | 2024-07-16 ||  |  | not one it covers
    """,
)
