from undrift.clocks.definition import Clock, Opens, When
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="adoption_decision_after_review",
    name="Decision within two months of adoption becoming the plan",
    area="adoption",
    question="Was the decision for adoption taken within two months of adoption becoming the plan?",
    starts=Opens("permanence_plan"),
    stops="adoption_decision",
    limit=months(2),
    covers=When(("adoption",), "the plan is adoption"),
    by_day=True,
    cites=(
        Cite(
            "adoption_guidance",
            "chapter 2",
            "a decision within two months of the review that set adoption as the plan",
        ),
    ),
    note=(
        "Not verified: from general knowledge. The day the plan was agreed comes from the authority's own "
        "form and stands for the review."
    ),
    cases="""
        permanence_plan | adoption_decision | as_at || due | reading | why
        2024-04-02.. adoption | 2024-06-02 | 2024-09-02 || 2024-06-02 | met | on the last day in time
        2024-04-02.. adoption | 2024-06-03 | 2024-09-02 || 2024-06-02 | late | one day over
        2024-04-02.. adoption | 2024-04-02 | 2024-09-02 || 2024-06-02 | met | the same day
        2024-04-02.. adoption | 2024-06-02, 2024-06-03 | 2024-09-02 || 2024-06-02 | met | only the first counts
        2024-04-02.. adoption |  | 2024-05-22 || 2024-06-02 | running | six working days left
        2024-04-02.. adoption |  | 2024-05-23 || 2024-06-02 | due_soon | five working days left
        2024-04-02.. adoption |  | 2024-06-03 || 2024-06-02 | overdue | a day past the limit
        2024-04-02..2024-06-02 adoption |  | 2024-09-02 || 2024-06-02 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-06-03 adoption |  | 2024-09-02 || 2024-06-02 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 adoption | 2024-04-04 | 2024-09-02 || 2024-06-02 | not_applicable | a day after it was over
        2024-04-02.. adoption | 2024-03-24 | 2024-09-02 || 2024-06-02 | overdue | nothing before it began counts
        2024-04-02..2024-03-01 adoption |  | 2024-09-02 || 2024-06-02 | cannot_tell | it ends before it begins
        ?.. adoption |  | 2024-09-02 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ |  | 2024-09-02 ||  |  | not one it covers
        2024-01-31.. adoption |  | 2024-06-30 || 2024-03-31 | overdue | calendar months, not so many days
    """,
)
