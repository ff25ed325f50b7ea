from undrift.clocks.definition import Clock, Each
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="cin_visit",
    name="Child in need seen every 20 working days",
    area="child_in_need",
    question="Was the child seen within 20 working days of the last time they were seen?",
    starts=Each("cin_visit", within="cin_plan", and_opening=True),
    stops="cin_visit",
    limit=default("cin_visit"),
    setting=True,
    by_day=True,
    cites=(
        Cite(
            "local_convention",
            "child in need visits",
            "no national limit: four weeks, 20 working days and six weeks are usual",
        ),
    ),
    note=(
        "Not verified: from general knowledge. The dataset links a visit to the child and to no plan: it "
        "belongs to the plan open on its day. A visit at which the child was not seen does not count."
    ),
    cases="""
        cin_plan | cin_visit | as_at || due | reading | why
        2024-04-02.. | 2024-04-30 | 2024-05-01 || 2024-04-30, 2024-05-30 | met, running | on the last day in time, and the next begins
        2024-04-02.. | 2024-05-01 | 2024-05-01 || 2024-04-30, 2024-05-31 | late, running | one day over
        2024-04-02.. | 2024-04-02 | 2024-04-03 || 2024-04-30, 2024-04-30 | met, running | on the day it began, which starts the next as well
        2024-04-02.. | 2024-04-30, 2024-04-30 | 2024-05-01 || 2024-04-30, 2024-05-30 | met, running | the same day twice is once
        2024-04-02.. |  | 2024-04-22 || 2024-04-30 | running | six working days left
        2024-04-02.. |  | 2024-04-23 || 2024-04-30 | due_soon | five working days left
        2024-04-02.. |  | 2024-05-01 || 2024-04-30 | overdue | a day past the limit
        2024-04-02..2024-04-30 |  | 2024-07-30 || 2024-04-30 | not_applicable | over on the last day in time
        2024-04-02..2024-05-01 |  | 2024-07-30 || 2024-04-30 | late | over a day past the limit
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-07-30 || 2024-04-30 | not_applicable | nothing after it was over counts
        2024-04-02..2024-03-01 |  | 2024-07-30 || 2024-04-30 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-30 ||  | cannot_tell | no start recorded
    """,
)
