from undrift.clocks.definition import Clock, Opens
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="preproceedings_letter",
    name="Letter before proceedings sent in time",
    area="pre_proceedings",
    question="Was the letter sent within five working days of the decision?",
    starts=Opens("preproceedings"),
    stops="preproceedings_letter",
    limit=default("preproceedings_letter"),
    setting=True,
    cites=(
        Cite(
            "local_procedures",
            "a law firm's account of usual practice",
            "within five days; national guidance sets no number",
        ),
    ),
    note=(
        "Read second-hand. The dataset's table is a placeholder many systems leave empty; the authority's own "
        "form fills it."
    ),
    cases="""
        preproceedings | preproceedings_letter | as_at || due | reading | why
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
        2024-04-02.. | 2024-03-24 | 2024-07-09 || 2024-04-09 | cannot_tell | dated before it began
        2024-04-02..2024-03-01 |  | 2024-07-09 || 2024-04-09 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-09 ||  | cannot_tell | no start recorded
    """,
)
