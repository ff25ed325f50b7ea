from undrift.clocks.definition import Aged, Clock, Each
from undrift.engines.limits import months
from undrift.sources import Cite

clock = Clock(
    id="sdq_12m",
    name="Strengths and difficulties questionnaire every year",
    area="looked_after",
    question="Was a questionnaire scored within twelve months of the last, of coming into care or of turning four?",
    starts=Each("sdq", within="care", and_opening=True, also=("birthday_4",)),
    stops="sdq",
    limit=months(12),
    aged=Aged(at_least=4, under=17),
    by_day=True,
    cites=(
        Cite(
            "ssda903_rules",
            "rules 186 and 188",
            "children aged four to sixteen looked after for twelve months",
        ),
    ),
    note="Only questionnaires with a score count. The age is that on the day it starts.",
    cases="""
        care | sdq | birthday_4 | born | as_at || due | reading | why
        2024-04-02.. | 2025-04-02 |  | 2019-10-02 | 2025-04-03 || 2025-04-02, 2026-04-02 | met, running | on the last day in time, and the next begins
        2024-04-02.. | 2025-04-03 |  | 2019-10-02 | 2025-04-03 || 2025-04-02, 2026-04-03 | late, running | one day over
        2024-04-02.. | 2024-04-02 |  | 2019-10-02 | 2024-04-03 || 2025-04-02, 2025-04-02 | met, running | on the day it began, which starts the next as well
        2024-04-02.. | 2025-04-02, 2025-04-02 |  | 2019-10-02 | 2025-04-03 || 2025-04-02, 2026-04-02 | met, running | the same day twice is once
        2024-04-02.. |  |  | 2019-10-02 | 2025-03-25 || 2025-04-02 | running | six working days left
        2024-04-02.. |  |  | 2019-10-02 | 2025-03-26 || 2025-04-02 | due_soon | five working days left
        2024-04-02.. |  |  | 2019-10-02 | 2025-04-03 || 2025-04-02 | overdue | a day past the limit
        2024-04-02..2025-04-02 |  |  | 2019-10-02 | 2025-07-02 || 2025-04-02 | not_applicable | over on the last day in time
        2024-04-02..2025-04-03 |  |  | 2019-10-02 | 2025-07-02 || 2025-04-02 | late | over a day past the limit
        2024-04-02..2024-04-03 | 2024-04-04 |  | 2019-10-02 | 2025-07-02 || 2025-04-02 | not_applicable | nothing after it was over counts
        2024-04-02..2024-03-01 |  |  | 2019-10-02 | 2025-07-02 || 2025-04-02 | cannot_tell | it ends before it begins
        ?.. |  |  | 2019-10-02 | 2025-07-02 ||  | cannot_tell | no start recorded
        2024-04-02.. |  |  | 2020-04-02 | 2025-07-02 || 2025-04-02 | overdue | that age on the very day
        2024-04-02.. |  |  | 2020-04-03 | 2025-07-02 ||  |  | a day too young: another clock, or none
        2024-04-02.. |  |  | 2007-04-03 | 2025-07-02 || 2025-04-02 | overdue | a day short of the age it stops at
        2024-04-02.. |  |  | 2007-04-02 | 2025-07-02 ||  |  | that age on the very day: another clock, or none
        2024-04-02.. |  |  |  | 2025-07-02 || 2025-04-02 | cannot_tell | no date of birth recorded
        2023-06-01.. |  | 2024-04-02 | 2020-04-02 | 2025-06-01 || 2025-04-02 | overdue | came into care at three: it starts on the fourth birthday
    """,
)
