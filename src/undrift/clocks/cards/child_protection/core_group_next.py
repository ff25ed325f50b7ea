from undrift.clocks.definition import Clock, Each
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="core_group_next",
    name="Later core groups every four weeks",
    area="child_protection",
    question="Did the core group meet again within four weeks?",
    starts=Each("core_group", within="cp_plan"),
    stops="core_group",
    limit=default("core_group_next"),
    setting=True,
    cites=(
        Cite("local_procedures", "Newcastle: core groups", "at least every four weeks"),
        Cite(
            "local_convention",
            "core groups",
            "guidance asks only that they be regular: 20 or 30 working days or six weeks are also in use",
        ),
    ),
    note="Read second-hand. Each core group starts the clock for the next.",
    cases="""
        cp_plan | core_group | as_at || due | reading | why
        2024-02-02.. | 2024-04-02, 2024-04-30 | 2024-05-01 || 2024-04-30, 2024-05-28 | met, running | on the last day in time, and the next begins
        2024-02-02.. | 2024-04-02, 2024-05-01 | 2024-05-01 || 2024-04-30, 2024-05-29 | late, running | one day over
        2024-02-02.. | 2024-04-02, 2024-04-02 | 2024-04-03 || 2024-04-30 | running | the same day twice is once
        2024-02-02.. | 2024-04-02 | 2024-04-22 || 2024-04-30 | running | six working days left
        2024-02-02.. | 2024-04-02 | 2024-04-23 || 2024-04-30 | due_soon | five working days left
        2024-02-02.. | 2024-04-02 | 2024-05-01 || 2024-04-30 | overdue | a day past the limit
        2024-02-02..2024-04-30 | 2024-04-02 | 2024-07-30 || 2024-04-30 | not_applicable | over on the last day in time
        2024-02-02..2024-05-01 | 2024-04-02 | 2024-07-30 || 2024-04-30 | late | over a day past the limit
        2024-02-02.. |  | 2024-12-01 ||  |  | nothing has started it
        2024-02-02.. | ? | 2024-12-01 ||  |  | one with no date starts nothing
        2024-02-02..2024-04-01 | 2024-04-02 | 2024-07-30 || 2024-04-30 | cannot_tell | dated after the spell was over
    """,
)
