from undrift.clocks.definition import CLOSING, Clock, Opens
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="early_help_assessment",
    name="Early help assessment finished in time",
    area="early_help",
    question="Was the early help assessment finished within 45 working days?",
    starts=Opens("early_help_assessment"),
    stops=CLOSING,
    limit=default("early_help_assessment"),
    setting=True,
    cites=(
        Cite(
            "local_convention",
            "early help assessments",
            "no national limit: authorities set 30 to 45 working days",
        ),
    ),
    note=(
        "Not verified: from general knowledge. The start and completion come from Annex A list 2 or the "
        "authority's own form; the dataset holds the episode of help and not its assessment."
    ),
    cases="""
        early_help_assessment | as_at || due | reading | why
        2024-04-02..2024-06-06 | 2024-09-06 || 2024-06-06 | met | ended on the last day in time
        2024-04-02..2024-06-07 | 2024-09-06 || 2024-06-06 | late | one working day over
        2024-04-02.. | 2024-05-29 || 2024-06-06 | running | six working days left
        2024-04-02.. | 2024-05-30 || 2024-06-06 | due_soon | five working days left
        2024-04-02.. | 2024-06-07 || 2024-06-06 | overdue | a day past the limit
        2024-04-02..2024-03-01 | 2024-09-06 || 2024-06-06 | cannot_tell | ends before it begins
        ?.. | 2024-09-06 ||  | cannot_tell | no start recorded
    """,
)
