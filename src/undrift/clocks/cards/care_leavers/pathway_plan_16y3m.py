from undrift.clocks.definition import Clock, Opens, When
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="pathway_plan_16y3m",
    name="Pathway plan by three months after sixteen",
    area="care_leavers",
    question="Was there a pathway plan within three months of turning sixteen, or of becoming eligible?",
    starts=Opens("care_leaver"),
    stops="pathway_plan",
    limit=months(3),
    leaves_out=When(("qualifying", "no_current_eligibility"), "no pathway plan is owed"),
    cites=(
        Cite(
            "care_planning_regs",
            "regulations 42(1) and 43",
            "an assessment within three months, and a plan as soon as possible after",
        ),
        Cite("leaving_care_guidance", "pathway plans", "in place by sixteen and three months"),
    ),
    note=(
        "Regulation 42 read as amended; the rest second-hand. The limit in law is the assessment's; the plan's is guidance. Records keep the "
        "newest day only: one after the limit may hide an earlier, and cannot be told."
    ),
    cases="""
        care_leaver | pathway_plan | as_at || due | reading | why
        2024-04-02.. | 2024-07-02 | 2024-10-02 || 2024-07-02 | met | on the last day in time
        2024-04-02.. | 2024-07-03 | 2024-10-02 || 2024-07-02 | late | one day over
        2024-04-02.. | 2024-04-02 | 2024-10-02 || 2024-07-02 | met | the same day
        2024-04-02.. | 2024-07-02, 2024-07-03 | 2024-10-02 || 2024-07-02 | met | only the first counts
        2024-04-02.. |  | 2024-06-24 || 2024-07-02 | running | six working days left
        2024-04-02.. |  | 2024-06-25 || 2024-07-02 | due_soon | five working days left
        2024-04-02.. |  | 2024-07-03 || 2024-07-02 | overdue | a day past the limit
        2024-04-02..2024-07-02 |  | 2024-10-02 || 2024-07-02 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-07-03 |  | 2024-10-02 || 2024-07-02 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-10-02 || 2024-07-02 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2024-10-02 || 2024-07-02 | cannot_tell | dated before it began
        2024-04-02..2024-03-01 |  | 2024-10-02 || 2024-07-02 | cannot_tell | it ends before it begins
        ?.. |  | 2024-10-02 ||  | cannot_tell | no start recorded
        2024-04-02.. qualifying |  | 2024-10-02 ||  |  | left out
        2024-04-02.. no_current_eligibility |  | 2024-10-02 ||  |  | left out
        2024-01-31.. |  | 2024-07-30 || 2024-04-30 | overdue | calendar months, not so many days
    """,
)
