from undrift.clocks.definition import Aged, Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="pep_review_termly",
    name="Personal education plan reviewed each term",
    area="looked_after",
    question="Was the education plan reviewed within four months?",
    starts=Each("education_plan", within="care"),
    stops="education_plan",
    limit=months(4),
    aged=Aged(at_least=5, under=16),
    by_day=True,
    cites=(Cite("education_guidance", "reviews", "once in each school term"),),
    note="Read second-hand. Terms differ by school: four months stands for a term.",
    cases="""
        care | education_plan | born | as_at || due | reading | why
        2024-02-02.. | 2024-04-02, 2024-08-02 | 2018-10-02 | 2024-08-03 || 2024-08-02, 2024-12-02 | met, running | on the last day in time, and the next begins
        2024-02-02.. | 2024-04-02, 2024-08-03 | 2018-10-02 | 2024-08-03 || 2024-08-02, 2024-12-03 | late, running | one day over
        2024-02-02.. | 2024-04-02, 2024-04-02 | 2018-10-02 | 2024-04-03 || 2024-08-02 | running | the same day twice is once
        2024-02-02.. | 2024-04-02 | 2018-10-02 | 2024-07-25 || 2024-08-02 | running | six working days left
        2024-02-02.. | 2024-04-02 | 2018-10-02 | 2024-07-26 || 2024-08-02 | due_soon | five working days left
        2024-02-02.. | 2024-04-02 | 2018-10-02 | 2024-08-03 || 2024-08-02 | overdue | a day past the limit
        2024-02-02..2024-08-02 | 2024-04-02 | 2018-10-02 | 2024-11-02 || 2024-08-02 | not_applicable | over on the last day in time
        2024-02-02..2024-08-03 | 2024-04-02 | 2018-10-02 | 2024-11-02 || 2024-08-02 | late | over a day past the limit
        2024-02-02.. |  | 2018-10-02 | 2024-12-01 ||  |  | nothing has started it
        2024-02-02.. | ? | 2018-10-02 | 2024-12-01 ||  |  | one with no date starts nothing
        2024-02-02..2024-04-01 | 2024-04-02 | 2018-10-02 | 2024-12-01 ||  |  | one after the spell is over starts nothing
        2024-02-02.. | 2024-04-02 | 2019-04-02 | 2024-11-02 || 2024-08-02 | overdue | that age on the very day
        2024-02-02.. | 2024-04-02 | 2019-04-03 | 2024-11-02 ||  |  | a day too young: another clock, or none
        2024-02-02.. | 2024-04-02 | 2008-04-03 | 2024-11-02 || 2024-08-02 | overdue | a day short of the age it stops at
        2024-02-02.. | 2024-04-02 | 2008-04-02 | 2024-11-02 ||  |  | that age on the very day: another clock, or none
        2024-02-02.. | 2024-04-02 |  | 2024-11-02 || 2024-08-02 | cannot_tell | no date of birth recorded
    """,
)
