from datetime import date

from undrift.clocks.definition import Clock, Opens, When
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="ehc_plan_20w",
    name="Plan issued within twenty weeks",
    area="send",
    question="Was the final plan issued within twenty weeks of the request?",
    starts=Opens("ehc_process"),
    stops="ehc_plan_made",
    limit=weeks(20),
    not_applicable=When(
        ("refused", "no_plan", "withdrawn", "exception"), "no plan is to be issued, or an exception applies"
    ),
    outlives_spell=True,
    formerly=((date(2014, 9, 1), weeks(26)),),
    cites=(
        Cite("send_regs", "regulation 13(2)", "issued within twenty weeks of the request"),
        Cite("sen2", "Week20", "marks an exception"),
    ),
    note=(
        "Twenty weeks are 140 days. Before September 2014 statements had 26 weeks (from general knowledge, "
        "not verified). Requests refused, withdrawn or under an exception are left out, as the published "
        "measure without exceptions does."
    ),
    cases="""
        ehc_process | ehc_plan_made | as_at || due | reading | why
        2024-04-02.. | 2024-08-20 | 2024-11-20 || 2024-08-20 | met | on the last day in time
        2024-04-02.. | 2024-08-21 | 2024-11-20 || 2024-08-20 | late | one day over
        2024-04-02.. | 2024-04-02 | 2024-11-20 || 2024-08-20 | met | the same day
        2024-04-02.. | 2024-08-20, 2024-08-21 | 2024-11-20 || 2024-08-20 | met | only the first counts
        2024-04-02.. |  | 2024-08-12 || 2024-08-20 | running | six working days left
        2024-04-02.. |  | 2024-08-13 || 2024-08-20 | due_soon | five working days left
        2024-04-02.. |  | 2024-08-21 || 2024-08-20 | overdue | a day past the limit
        2024-04-02..2024-04-02 | 2024-08-20 | 2024-11-20 || 2024-08-20 | met | it comes after the end, in time
        2024-04-02.. | 2024-03-24 | 2024-11-20 || 2024-08-20 | cannot_tell | dated before it began
        2024-04-02..2024-03-01 |  | 2024-11-20 || 2024-08-20 | cannot_tell | it ends before it begins
        ?.. |  | 2024-11-20 ||  | cannot_tell | no start recorded
        2024-04-02..2024-04-05 refused |  | 2024-04-02 || 2024-08-20 | not_applicable | no plan is to be issued, or an exception applies
        2024-04-02..2024-04-05 no_plan |  | 2024-04-02 || 2024-08-20 | not_applicable | no plan is to be issued, or an exception applies
        2024-04-02..2024-04-05 withdrawn |  | 2024-04-02 || 2024-08-20 | not_applicable | no plan is to be issued, or an exception applies
        2024-04-02..2024-04-05 exception |  | 2024-04-02 || 2024-08-20 | not_applicable | no plan is to be issued, or an exception applies
        2014-08-31.. |  | 2017-12-31 || 2015-03-01 | overdue | begun under the earlier limit
        2014-09-01.. |  | 2017-12-31 || 2015-01-19 | overdue | begun the day the limit changed
        2024-04-02..2024-04-09 plan |  | 2025-01-01 || 2024-08-20 | overdue | the assessment is over and the plan not issued
    """,
)
