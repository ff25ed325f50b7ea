from undrift.clocks.definition import Clock, Each
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="preproceedings_meeting",
    name="First pre-proceedings meeting in time",
    area="pre_proceedings",
    question="Was the first meeting held within seven days of the letter?",
    starts=Each("preproceedings_letter", within="preproceedings"),
    stops="preproceedings_meeting",
    limit=default("preproceedings_meeting"),
    setting=True,
    cites=(
        Cite(
            "local_procedures",
            "a law firm's account of usual practice",
            "within seven days of the letter; elsewhere ten working days",
        ),
    ),
    note="Read second-hand.",
    cases="""
        preproceedings | preproceedings_letter | preproceedings_meeting | as_at || due | reading | why
        2024-02-02.. | 2024-04-02 | 2024-04-09 | 2024-04-10 || 2024-04-09 | met | on the last day in time
        2024-02-02.. | 2024-04-02 | 2024-04-10 | 2024-04-10 || 2024-04-09 | late | one day over
        2024-02-02.. | 2024-04-02 | 2024-04-02 | 2024-07-09 || 2024-04-09 | met | the same day
        2024-02-02.. | 2024-04-02 |  | 2024-04-02 || 2024-04-09 | due_soon | never more than five working days
        2024-02-02.. | 2024-04-02 |  | 2024-04-10 || 2024-04-09 | overdue | a day past the limit
        2024-02-02..2024-04-09 | 2024-04-02 |  | 2024-07-09 || 2024-04-09 | not_applicable | over on the last day in time
        2024-02-02..2024-04-10 | 2024-04-02 |  | 2024-07-09 || 2024-04-09 | late | over a day past the limit
        2024-02-02.. |  |  | 2024-12-01 ||  |  | nothing has started it
        2024-02-02.. | ? |  | 2024-12-01 ||  |  | one with no date starts nothing
        2024-02-02..2024-04-01 | 2024-04-02 |  | 2024-07-09 || 2024-04-09 | cannot_tell | dated after the spell was over
    """,
)
