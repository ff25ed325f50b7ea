from undrift.clocks.definition import Clock, Each, When
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="cp_review_first_from_icpc",
    name="First child protection review within three months of the conference",
    area="child_protection",
    question="Was the plan first reviewed within three months of the conference that agreed it?",
    starts=Each("icpc"),
    stops=("cp_review", "cp_plan_ended"),
    limit=months(3),
    covers=When(("Y",), "the conference agreed a plan"),
    other_reading_of="cp_review_first",
    cites=(
        Cite(
            "working_together",
            "chapter 3",
            "the first review conference is held within three months of the initial conference",
        ),
    ),
    note=(
        "The other reading of the three months: see cp_review_first, which counts from the start of the plan "
        "as the national measure does, and is the default. The two differ where the plan was not begun on the "
        "day of the conference. The end of the plan answers it as well."
    ),
    cases="""
        icpc | cp_review | cp_plan_ended | as_at || due | reading | why
        2024-04-02:Y | 2024-07-02 |  | 2024-10-02 || 2024-07-02 | met | on the last day in time (cp_review)
        2024-04-02:Y |  | 2024-07-02 | 2024-10-02 || 2024-07-02 | met | on the last day in time (cp_plan_ended)
        2024-04-02:Y | 2024-07-03 |  | 2024-10-02 || 2024-07-02 | late | one day over
        2024-04-02:Y | 2024-04-02 |  | 2024-10-02 || 2024-07-02 | met | the same day
        2024-04-02:Y |  |  | 2024-06-24 || 2024-07-02 | running | six working days left
        2024-04-02:Y |  |  | 2024-06-25 || 2024-07-02 | due_soon | five working days left
        2024-04-02:Y |  |  | 2024-07-03 || 2024-07-02 | overdue | a day past the limit
        2024-04-02:Y, 2024-04-11:Y | 2024-04-12 |  | 2024-10-02 || 2024-07-02, 2024-07-11 | not_applicable, met | what comes after the next start answers that one
        ?:Y |  |  | 2024-10-02 ||  | cannot_tell | no start recorded
        2024-04-02:zz |  |  | 2024-10-02 ||  |  | not one it covers
        2024-01-31:Y |  |  | 2024-07-30 || 2024-04-30 | overdue | calendar months, not so many days
    """,
)
