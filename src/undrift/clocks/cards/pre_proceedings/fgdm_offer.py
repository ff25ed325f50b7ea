from datetime import date

from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="fgdm_offer",
    name="Family group decision making offered before an application",
    area="pre_proceedings",
    question="Was family group decision making offered before the application to the court?",
    starts=Opens("court_proceedings"),
    stops="family_group_offered",
    limit=calendar_days(0),
    may_precede=True,
    outlives_spell=True,
    in_force=date(2026, 4, 29),
    cites=(
        Cite(
            "schools_act_2026",
            "section 1, inserting section 31ZA of the Children Act 1989",
            "once in force, the offer comes before an application for a care or supervision order",
        ),
        Cite(
            "schools_act_2026",
            "section 78(5) and (6)",
            "it begins on a day regulations set, area by area if need be",
        ),
    ),
    note=(
        "Late is not by itself a breach: the Act was passed on 29 April 2026 and leaves the day this begins to "
        "regulations, of which none was found. Applications since the Act are shown, as what it will ask. An order of "
        "events, and no number of days. The offer goes in the letter before proceedings, and a meeting accepted is "
        "held before applying, which is not tested. An offer not in the child's interests is not recorded apart."
    ),
    cases="""
        court_proceedings | family_group_offered | as_at || due | reading | why
        2026-05-06.. | 2026-05-06 | 2026-08-06 || 2026-05-06 | met | on the last day in time
        2026-05-06.. | 2026-05-07 | 2026-08-06 || 2026-05-06 | late | one day over
        2026-05-06.. | 2026-05-06, 2026-05-07 | 2026-08-06 || 2026-05-06 | met | only the first counts
        2026-05-06.. |  | 2026-05-06 || 2026-05-06 | due_soon | never more than five working days
        2026-05-06.. |  | 2026-05-07 || 2026-05-06 | overdue | a day past the limit
        2026-05-06..2026-05-06 | 2026-05-06 | 2026-08-06 || 2026-05-06 | met | it comes after the end, in time
        2026-05-06.. | 2026-04-27 | 2026-08-06 || 2026-05-06 | met | done before it began
        2026-05-06..2024-03-01 |  | 2026-08-06 || 2026-05-06 | cannot_tell | it ends before it begins
        ?.. |  | 2026-08-06 ||  | cannot_tell | no start recorded
        2026-04-28.. |  | 2028-04-29 ||  |  | begun the day before the Act
        2026-04-29.. |  | 2028-04-29 || 2026-04-29 | overdue | begun the day of the Act
        2026-05-06..2026-05-20 |  | 2026-08-06 || 2026-05-06 | overdue | the proceedings are over, and it was never offered
    """,
)
