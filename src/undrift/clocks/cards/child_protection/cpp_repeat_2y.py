from undrift.clocks.definition import Again, Clock
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="cpp_repeat_2y",
    name="Second plan within two years",
    area="child_protection",
    question="Had an earlier plan ended in the two years before this one began?",
    starts=Again("cp_plan_started", since="cp_plan_ended"),
    stops="cp_plan_started",
    limit=default("cpp_repeat_2y"),
    setting=True,
    cites=(
        Cite(
            "local_convention",
            "repeat child protection plans",
            "regional indicator: a plan within two years of the end of the last",
        ),
        Cite(
            "cin_census", "NumberOfPreviousCPP", "the national measure counts any earlier plan, however old"
        ),
    ),
    note=(
        "A window: late means a second plan inside two years. Plans held by another authority have no dates "
        "here. A plan that begins the day the last ended counts."
    ),
    cases="""
        cp_plan_started | cp_plan_ended | records_from | as_at || due | reading | why
        2026-04-02 | 2024-04-02 | 2015-01-01 | 2026-04-03 || 2026-04-02 | late | inside, on the last day of the window
        2026-04-03 | 2024-04-02 | 2015-01-01 | 2026-04-04 || 2026-04-02 | met | a day after the window closed
        2024-04-02 |  | 2015-01-01 | 2026-07-02 || - | met | the first there ever was
        2024-04-02 |  | 2022-04-02 | 2026-07-02 || - | cannot_tell | records reach back exactly as long: not far enough
        2024-04-02 |  | 2022-04-01 | 2026-07-02 || - | met | records reach back further
        ? |  | 2015-01-01 | 2026-07-02 || - | cannot_tell | no date recorded
        2026-04-02 | 2024-04-02 | 2015-01-01 | 2026-04-01 ||  |  | it has not happened yet on that day
        2024-04-02 | 2024-04-02 | 2015-01-01 | 2024-05-01 || 2026-04-02 | late | begun the day the last ended
    """,
)
