from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="lac_visit_3m",
    name="Visits in a settled long-term placement",
    area="looked_after",
    question="Was the child visited again within three months?",
    starts=Each("cla_visit_settled", within="placement"),
    stops=("cla_visit_settled", "cla_visit_fewer"),
    limit=months(3),
    cites=(
        Cite(
            "care_planning_regs",
            "regulation 28(2)(c)(i)",
            "no more than three months apart when the placement is meant to last to 18",
        ),
    ),
    note=(
        "From the first visit a year or more into a placement recorded as long-term fostering (codes U1 and U4): "
        "those alone are known to be meant to last, and the others stay at six weeks (lac_visit_6wk). Visits from "
        "the day the child agreed to fewer start the six months of lac_visit_ltf_6m instead."
    ),
    cases="""
        placement | cla_visit_settled | cla_visit_fewer | as_at || due | reading | why
        2022-04-01.. U1 | 2024-04-02, 2024-07-02 |  | 2024-07-03 || 2024-07-02, 2024-10-02 | met, running | on the last day in time, and the next begins
        2022-04-01.. U1 | 2024-04-02, 2024-07-03 |  | 2024-07-03 || 2024-07-02, 2024-10-03 | late, running | one day over
        2022-04-01.. U1 | 2024-04-02, 2024-04-02 |  | 2024-04-03 || 2024-07-02 | running | the same day twice is once
        2022-04-01.. U1 | 2024-04-02 |  | 2024-06-24 || 2024-07-02 | running | six working days left
        2022-04-01.. U1 | 2024-04-02 |  | 2024-06-25 || 2024-07-02 | due_soon | five working days left
        2022-04-01.. U1 | 2024-04-02 |  | 2024-07-03 || 2024-07-02 | overdue | a day past the limit
        2022-04-01..2024-07-02 U1 | 2024-04-02 |  | 2024-10-02 || 2024-07-02 | not_applicable | over on the last day in time
        2022-04-01..2024-07-03 U1 | 2024-04-02 |  | 2024-10-02 || 2024-07-02 | late | over a day past the limit
        2022-04-01.. U1 |  |  | 2024-12-01 ||  |  | nothing has started it
        2022-04-01.. U1 | ? |  | 2024-12-01 ||  |  | one with no date starts nothing
        2022-04-01..2024-04-01 U1 | 2024-04-02 |  | 2024-10-02 || 2024-07-02 | cannot_tell | dated after the spell was over
        2022-04-01.. U1 | 2024-01-31 |  | 2024-07-30 || 2024-04-30 | overdue | calendar months, not so many days
        2022-04-01.. U1 | 2024-04-02 | 2024-07-02 | 2024-12-01 || 2024-07-02 | met | the first visit after the child agreed to fewer stops it, and starts the other clock
    """,
)
