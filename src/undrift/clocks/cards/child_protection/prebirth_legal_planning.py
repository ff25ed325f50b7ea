from undrift.clocks.definition import Clock, Opens
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="prebirth_legal_planning",
    name="Legal planning by 22 weeks of pregnancy",
    area="child_protection",
    question="Was legal planning begun by the 22nd week of pregnancy?",
    starts=Opens("unborn"),
    stops="preproceedings_started",
    limit=default("prebirth_legal_planning"),
    setting=True,
    by_day=True,
    cites=(
        Cite(
            "local_procedures",
            "Northamptonshire 1.4.3: legal planning meetings",
            "by 22 weeks of pregnancy where the mother had a child removed in the last five years",
        ),
    ),
    note=(
        "Every unborn child known to the authority is counted: records do not say which mothers lost a child "
        "before, so read it beside the mother's history. The decision to enter pre-proceedings stands for the "
        "meeting. Counted from forty weeks before the expected date of birth, to birth; where no birth is recorded, "
        "to two weeks after that date."
    ),
    cases="""
        unborn | preproceedings_started | as_at || due | reading | why
        2024-04-02.. | 2024-09-03 | 2024-12-03 || 2024-09-03 | met | on the last day in time
        2024-04-02.. | 2024-09-04 | 2024-12-03 || 2024-09-03 | late | one day over
        2024-04-02.. | 2024-04-02 | 2024-12-03 || 2024-09-03 | met | the same day
        2024-04-02.. | 2024-09-03, 2024-09-04 | 2024-12-03 || 2024-09-03 | met | only the first counts
        2024-04-02.. |  | 2024-08-26 || 2024-09-03 | running | six working days left
        2024-04-02.. |  | 2024-08-27 || 2024-09-03 | due_soon | five working days left
        2024-04-02.. |  | 2024-09-04 || 2024-09-03 | overdue | a day past the limit
        2024-04-02..2024-09-03 |  | 2024-12-03 || 2024-09-03 | not_applicable | over on the last day in time, without it
        2024-04-02..2024-09-04 |  | 2024-12-03 || 2024-09-03 | late | over a day past the limit, without it
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-12-03 || 2024-09-03 | not_applicable | a day after it was over
        2024-04-02.. | 2024-03-24 | 2024-12-03 || 2024-09-03 | overdue | nothing before it began counts
        2024-04-02..2024-03-01 |  | 2024-12-03 || 2024-09-03 | cannot_tell | it ends before it begins
        ?.. |  | 2024-12-03 ||  | cannot_tell | no start recorded
    """,
)
