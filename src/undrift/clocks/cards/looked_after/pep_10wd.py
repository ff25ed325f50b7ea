from undrift.clocks.definition import Aged, Clock, Opens
from undrift.engines.limits import working_days
from undrift.sources import Cite

clock = Clock(
    id="pep_10wd",
    name="Personal education plan within ten working days",
    area="looked_after",
    question="Was the education plan begun within ten working days of coming into care?",
    starts=Opens("care"),
    stops="education_plan",
    limit=working_days(10),
    aged=Aged(at_least=5, under=16),
    by_day=True,
    cites=(
        Cite(
            "education_guidance",
            "personal education plans",
            "begun within ten working days, for school-age children",
        ),
    ),
    note=(
        "Read second-hand. Five to fifteen on the day of coming into care; younger and older by local rule. "
        "The day comes from the authority's own form."
    ),
    cases="""
        care | education_plan | born | as_at || due | reading | why
        2024-04-02.. | 2024-04-16 | 2018-10-02 | 2024-07-16 || 2024-04-16 | met | on the last day in time
        2024-04-02.. | 2024-04-17 | 2018-10-02 | 2024-07-16 || 2024-04-16 | late | one working day over
        2024-04-02.. | 2024-04-02 | 2018-10-02 | 2024-07-16 || 2024-04-16 | met | the same day
        2024-04-02.. | 2024-04-16, 2024-04-17 | 2018-10-02 | 2024-07-16 || 2024-04-16 | met | only the first counts
        2024-04-02.. |  | 2018-10-02 | 2024-04-08 || 2024-04-16 | running | six working days left
        2024-04-02.. |  | 2018-10-02 | 2024-04-09 || 2024-04-16 | due_soon | five working days left
        2024-04-02.. |  | 2018-10-02 | 2024-04-17 || 2024-04-16 | overdue | a day past the limit
        2024-03-28.. |  | 2018-10-02 | 2024-04-16 || 2024-04-15 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02..2024-04-16 |  | 2018-10-02 | 2024-07-16 || 2024-04-16 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-04-17 |  | 2018-10-02 | 2024-07-16 || 2024-04-16 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2018-10-02 | 2024-07-16 || 2024-04-16 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2018-10-02 | 2024-07-16 || 2024-04-16 | overdue | nothing before it began counts
        2024-04-02..2024-03-01 |  | 2018-10-02 | 2024-07-16 || 2024-04-16 | cannot_tell | it ends before it begins
        ?.. |  | 2018-10-02 | 2024-07-16 ||  | cannot_tell | no start recorded
        2024-04-02.. |  | 2019-04-02 | 2024-07-16 || 2024-04-16 | overdue | that age on the very day
        2024-04-02.. |  | 2019-04-03 | 2024-07-16 ||  |  | a day too young: another clock, or none
        2024-04-02.. |  | 2008-04-03 | 2024-07-16 || 2024-04-16 | overdue | a day short of the age it stops at
        2024-04-02.. |  | 2008-04-02 | 2024-07-16 ||  |  | that age on the very day: another clock, or none
        2024-04-02.. |  |  | 2024-07-16 || 2024-04-16 | cannot_tell | no date of birth recorded
    """,
)
