from undrift.clocks.definition import Clock, Opens
from undrift.engines.limits import weeks
from undrift.sources import Cite

clock = Clock(
    id="eligible_13_weeks",
    name="Thirteen weeks in care since fourteen",
    area="care_leavers",
    question="Has the child been in care for thirteen weeks since turning fourteen?",
    starts=Opens("care_since_14"),
    stops="thirteen_weeks",
    limit=weeks(13),
    cites=(
        Cite(
            "care_planning_regs",
            "part 7, regulation 40",
            "thirteen weeks in all since fourteen, short breaks (regulation 48) left out",
        ),
        Cite("children_act_1989", "Schedule 2, paragraph 19B", "ending at sixteen or after"),
        Cite("ssda903_rules", "rule 1001", "91 days"),
    ),
    note=(
        "Regulation 40 read as amended; Schedule 2 from general knowledge. A definition and not a duty: met means the weeks are reached, and at sixteen the child is owed a pathway "
        "plan (the other leaving-care clocks start there). It runs from the later of the fourteenth birthday and "
        "coming into care; earlier periods since fourteen count, so it may be reached sooner than the day it is "
        "due. A period that ends first is not applicable. Short breaks do not count."
    ),
    cases="""
        care_since_14 | thirteen_weeks | as_at || due | reading | why
        2024-04-02.. | 2024-07-02 | 2024-10-02 || 2024-07-02 | met | all in one period: reached on its 91st day
        2024-04-02.. | 2024-05-01 | 2024-10-02 || 2024-07-02 | met | earlier weeks counted
        2024-04-02.. | 2024-04-02 | 2024-10-02 || 2024-07-02 | met | the same day
        2024-04-02.. | 2024-07-03 | 2024-10-02 || 2024-07-02 | late | a day more than the weeks can take
        2024-04-02.. | 2024-07-02, 2024-07-03 | 2024-10-02 || 2024-07-02 | met | only the first counts
        2024-04-02.. |  | 2024-06-24 || 2024-07-02 | running | six working days left
        2024-04-02.. |  | 2024-06-25 || 2024-07-02 | due_soon | five working days left
        2024-04-02.. |  | 2024-07-03 || 2024-07-02 | overdue | a day past, and not reached
        2024-04-02..2024-07-01 |  | 2024-10-02 || 2024-07-02 | not_applicable | left a day short
        2024-04-02..2024-07-02 |  | 2024-10-02 || 2024-07-02 | not_applicable | over on the day itself, without it
        2024-04-02..2024-07-03 |  | 2024-10-02 || 2024-07-02 | late | over a day past, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-10-02 || 2024-07-02 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2024-10-02 || 2024-07-02 | cannot_tell | dated before it began
        2024-04-02..2024-03-01 |  | 2024-10-02 || 2024-07-02 | cannot_tell | it ends before it begins
        ?.. |  | 2024-10-02 ||  | cannot_tell | no start recorded
    """,
)
