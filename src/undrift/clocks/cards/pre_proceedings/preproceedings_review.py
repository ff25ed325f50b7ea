from undrift.clocks.definition import Clock, Each
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="preproceedings_review",
    name="Pre-proceedings reviewed half-way",
    area="pre_proceedings",
    question="Was the work reviewed within eight weeks of the first meeting?",
    starts=Each("preproceedings_meeting", within="preproceedings"),
    stops="preproceedings_reviewed",
    limit=default("preproceedings_review"),
    setting=True,
    cites=(Cite("plo_guidance", "review", "a mid-point review"),),
    note=(
        "Not verified: from general knowledge. The authority's form keeps the latest review only, so an "
        "earlier one in time may be hidden by a later."
    ),
    cases="""
        preproceedings | preproceedings_meeting | preproceedings_reviewed | as_at || due | reading | why
        2024-02-02.. | 2024-04-02 | 2024-05-28 | 2024-05-29 || 2024-05-28 | met | on the last day in time
        2024-02-02.. | 2024-04-02 | 2024-05-29 | 2024-05-29 || 2024-05-28 | late | one day over
        2024-02-02.. | 2024-04-02 | 2024-04-02 | 2024-08-28 || 2024-05-28 | met | the same day
        2024-02-02.. | 2024-04-02 |  | 2024-05-19 || 2024-05-28 | running | six working days left
        2024-02-02.. | 2024-04-02 |  | 2024-05-20 || 2024-05-28 | due_soon | five working days left
        2024-02-02.. | 2024-04-02 |  | 2024-05-29 || 2024-05-28 | overdue | a day past the limit
        2024-02-02..2024-05-28 | 2024-04-02 |  | 2024-08-28 || 2024-05-28 | not_applicable | over on the last day in time
        2024-02-02..2024-05-29 | 2024-04-02 |  | 2024-08-28 || 2024-05-28 | late | over a day past the limit
        2024-02-02.. |  |  | 2024-12-01 ||  |  | nothing has started it
        2024-02-02.. | ? |  | 2024-12-01 ||  |  | one with no date starts nothing
        2024-02-02..2024-04-01 | 2024-04-02 |  | 2024-08-28 || 2024-05-28 | cannot_tell | dated after the spell was over
    """,
)
