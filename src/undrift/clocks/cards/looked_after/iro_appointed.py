from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import working_days
from undrift.sources import Cite

clock = Clock(
    id="iro_appointed",
    name="Independent reviewing officer named within five working days",
    area="looked_after",
    question="Was a reviewing officer named within five working days of coming into care?",
    starts=Opens("care"),
    stops="iro_appointed",
    limit=working_days(5),
    by_day=True,
    cites=(
        Cite("iro_handbook", "appointment", "good practice is within five working days"),
        Cite("children_act_1989", "section 25A(2)", "a duty to appoint before the first review"),
    ),
    note=(
        "The Act read; the five days second-hand. From involvements whose role names a reviewing officer, where the authority "
        "records them."
    ),
    cases="""
        care | iro_appointed | as_at || due | reading | why
        2024-04-02.. | 2024-04-09 | 2024-07-09 || 2024-04-09 | met | on the last day in time
        2024-04-02.. | 2024-04-10 | 2024-07-09 || 2024-04-09 | late | one working day over
        2024-04-02.. | 2024-04-02 | 2024-07-09 || 2024-04-09 | met | the same day
        2024-04-02.. | 2024-04-09, 2024-04-10 | 2024-07-09 || 2024-04-09 | met | only the first counts
        2024-04-02.. |  | 2024-04-02 || 2024-04-09 | due_soon | never more than five working days
        2024-04-02.. |  | 2024-04-10 || 2024-04-09 | overdue | a day past the limit
        2024-03-28.. |  | 2024-04-09 || 2024-04-08 | overdue | Good Friday and Easter Monday are no working days
        2024-04-02..2024-04-09 |  | 2024-07-09 || 2024-04-09 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-04-10 |  | 2024-07-09 || 2024-04-09 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-07-09 || 2024-04-09 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2024-07-09 || 2024-04-09 | overdue | nothing before it began counts
        2024-04-02..2024-03-01 |  | 2024-07-09 || 2024-04-09 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-09 ||  | cannot_tell | no start recorded
    """,
)
