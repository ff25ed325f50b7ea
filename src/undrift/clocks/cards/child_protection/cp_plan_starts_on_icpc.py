from undrift.clocks.definition import Clock, Each, When
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="cp_plan_starts_on_icpc",
    name="Plan begun on the day of the conference",
    area="child_protection",
    question="Did the child protection plan begin on the day of the conference that agreed it?",
    starts=Each("icpc"),
    stops="cp_plan_started",
    limit=calendar_days(0),
    covers=When(("Y",), "the conference agreed a plan"),
    cites=(
        Cite("cin_census", "validation rule 2885", "the plan begins on the day of the initial conference"),
    ),
    note=(
        "A gap is a fault of recording, not of practice. Temporary plans of another authority have no "
        "conference here."
    ),
    cases="""
        icpc | cp_plan_started | as_at || due | reading | why
        2024-04-02:Y | 2024-04-02 | 2024-07-02 || 2024-04-02 | met | on the last day in time
        2024-04-02:Y | 2024-04-03 | 2024-07-02 || 2024-04-02 | late | one day over
        2024-04-02:Y |  | 2024-04-02 || 2024-04-02 | due_soon | never more than five working days
        2024-04-02:Y |  | 2024-04-03 || 2024-04-02 | overdue | a day past the limit
        2024-04-02:Y, 2024-04-11:Y | 2024-04-11 | 2024-07-02 || 2024-04-02, 2024-04-11 | late, met | what comes after the next start answers that one
        ?:Y |  | 2024-07-02 ||  | cannot_tell | no start recorded
        2024-04-02:zz |  | 2024-07-02 ||  |  | not one it covers
    """,
)
