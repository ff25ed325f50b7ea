from undrift.clocks.definition import Clock, Each
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="cin_plan_review",
    name="Child in need plan reviewed every three months",
    area="child_in_need",
    question="Was the plan reviewed within three months of its start, or of its last review?",
    starts=Each("cin_review", within="cin_plan", and_opening=True),
    stops="cin_review",
    limit=default("cin_plan_review"),
    setting=True,
    cites=(
        Cite("local_procedures", "Sefton: child in need reviews", "every four weeks"),
        Cite(
            "local_convention",
            "child in need reviews",
            "no national limit: six weeks to six months are in use",
        ),
    ),
    note="Read on one authority's pages. Days come from the authority's own form: no return holds them.",
    cases="""
        cin_plan | cin_review | as_at || due | reading | why
        2024-04-02.. | 2024-07-02 | 2024-07-03 || 2024-07-02, 2024-10-02 | met, running | on the last day in time, and the next begins
        2024-04-02.. | 2024-07-03 | 2024-07-03 || 2024-07-02, 2024-10-03 | late, running | one day over
        2024-04-02.. | 2024-04-02 | 2024-04-03 || 2024-07-02, 2024-07-02 | met, running | on the day it began, which starts the next as well
        2024-04-02.. | 2024-07-02, 2024-07-02 | 2024-07-03 || 2024-07-02, 2024-10-02 | met, running | the same day twice is once
        2024-04-02.. |  | 2024-06-24 || 2024-07-02 | running | six working days left
        2024-04-02.. |  | 2024-06-25 || 2024-07-02 | due_soon | five working days left
        2024-04-02.. |  | 2024-07-03 || 2024-07-02 | overdue | a day past the limit
        2024-04-02..2024-07-02 |  | 2024-10-02 || 2024-07-02 | not_applicable | over on the last day in time
        2024-04-02..2024-07-03 |  | 2024-10-02 || 2024-07-02 | late | over a day past the limit
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-10-02 || 2024-07-02, 2024-07-04 | not_applicable, cannot_tell | dated after it was over
        2024-04-02..2024-03-01 |  | 2024-10-02 || 2024-07-02 | cannot_tell | it ends before it begins
        ?.. |  | 2024-10-02 ||  | cannot_tell | no start recorded
    """,
)
