from undrift.clocks.definition import Clock, Each, When
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="cp_visit",
    name="Child protection visit every ten working days",
    area="child_protection",
    question="Was the child seen within ten working days of the last visit at which they were seen?",
    starts=Each("cp_visit", within="cp_plan", and_opening=True),
    stops="cp_visit",
    limit=default("cp_visit"),
    setting=True,
    not_applicable=When(("unborn",), "the child is not yet born", of="detail"),
    cites=(
        Cite(
            "local_convention",
            "child protection visits",
            "no national frequency exists: authorities publish 10 or 15 working days or four weeks; ten is the setting here",
        ),
    ),
    note=(
        "A visit at which the child was not seen, or where the record does not say, does not stop the clock. The day "
        "the plan begins starts it; a visit that day answers it. While the child is still to be born it does not apply; "
        "after the birth it is counted from the start of the plan."
    ),
    cases="""
        cp_plan | cp_visit | cp_visit_not_seen | as_at || due | reading | why
        2024-04-02.. | 2024-04-16 |  | 2024-04-17 || 2024-04-16, 2024-04-30 | met, running | seen on the tenth working day
        2024-04-02.. | 2024-04-17 |  | 2024-04-17 || 2024-04-16, 2024-05-01 | late, running | seen one working day late
        2024-04-02.. | 2024-04-02 |  | 2024-04-03 || 2024-04-16, 2024-04-16 | met, running | seen the day the plan began; the visit starts the next
        2024-04-02.. | 2024-04-10, 2024-04-10 |  | 2024-04-11 || 2024-04-16, 2024-04-24 | met, running | the same day twice is one visit
        2024-04-02.. |  | 2024-04-10 | 2024-04-17 || 2024-04-16 | overdue | a visit without seeing the child does not count
        2024-03-28.. |  | 2024-04-10 | 2024-04-16 || 2024-04-15 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02.. |  |  | 2024-04-08 || 2024-04-16 | running | six working days left
        2024-04-02.. |  |  | 2024-04-09 || 2024-04-16 | due_soon | five working days left
        2024-04-02.. |  |  | 2024-04-17 || 2024-04-16 | overdue | not seen in eleven working days
        2024-04-02..2024-06-03 /unborn |  |  | 2024-04-17 || 2024-04-16 | not_applicable | nobody to see until the birth
        2024-04-02..2024-04-16 |  |  | 2024-05-01 || 2024-04-16 | not_applicable | the plan ended on the last day in time
        2024-04-02..2024-04-17 |  |  | 2024-05-01 || 2024-04-16 | late | the plan ended a day past the limit, never seen
        2024-04-02..2024-04-12 | 2024-04-15 |  | 2024-05-01 || 2024-04-16, 2024-04-29 | not_applicable, cannot_tell | a visit dated after the plan had ended
        2024-04-02..2024-03-01 |  |  | 2024-05-01 || 2024-04-16 | cannot_tell | the plan ends before it begins
        ?.. |  |  | 2024-05-01 || | cannot_tell | no start of plan recorded
    """,
)
