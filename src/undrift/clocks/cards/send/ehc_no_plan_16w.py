from undrift.clocks.definition import Clock, Opens, When
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="ehc_no_plan_16w",
    name="Told of no plan within sixteen weeks",
    area="send",
    question="Was the family told within sixteen weeks that no plan would be issued?",
    starts=Opens("ehc_process"),
    stops="ehc_refused",
    limit=weeks(16),
    covers=When(("no_plan",), "no plan is to be issued"),
    outlives_spell=True,
    cites=(Cite("send_regs", "regulation 10(1)", "told within sixteen weeks of the request"),),
    note=(
        "Known only once the outcome is recorded, so an assessment still going on is on ehc_plan_20w and not "
        "here."
    ),
    cases="""
        ehc_process | ehc_refused | as_at || due | reading | why
        2024-04-02.. no_plan | 2024-07-23 | 2024-10-23 || 2024-07-23 | met | on the last day in time
        2024-04-02.. no_plan | 2024-07-24 | 2024-10-23 || 2024-07-23 | late | one day over
        2024-04-02.. no_plan | 2024-04-02 | 2024-10-23 || 2024-07-23 | met | the same day
        2024-04-02.. no_plan | 2024-07-23, 2024-07-24 | 2024-10-23 || 2024-07-23 | met | only the first counts
        2024-04-02.. no_plan |  | 2024-07-15 || 2024-07-23 | running | six working days left
        2024-04-02.. no_plan |  | 2024-07-16 || 2024-07-23 | due_soon | five working days left
        2024-04-02.. no_plan |  | 2024-07-24 || 2024-07-23 | overdue | a day past the limit
        2024-04-02..2024-04-02 no_plan | 2024-07-23 | 2024-10-23 || 2024-07-23 | met | it comes after the end, in time
        2024-04-02.. no_plan | 2024-03-24 | 2024-10-23 || 2024-07-23 | cannot_tell | dated before it began
        2024-04-02..2024-03-01 no_plan |  | 2024-10-23 || 2024-07-23 | cannot_tell | it ends before it begins
        ?.. no_plan |  | 2024-10-23 ||  | cannot_tell | no start recorded
        2024-04-02.. ZZ |  | 2024-10-23 ||  |  | not one it covers
        2024-04-02..2024-04-09 no_plan |  | 2024-10-23 || 2024-07-23 | overdue | recorded as no plan, with no day of telling anyone
    """,
)
