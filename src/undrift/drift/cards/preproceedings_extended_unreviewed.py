from undrift.drift.definition import Happened, On, Pattern
from undrift.engines.limits import weeks
from undrift.sources import Cite

pattern = Pattern(
    id="preproceedings_extended_unreviewed",
    name="Pre-proceedings extended and not reviewed",
    area="pre_proceedings",
    question="Was pre-proceedings extended, and not reviewed in the eight weeks since?",
    whom="Children in pre-proceedings",
    state=Happened(
        (On("preproceedings_extended"),),
        within=("preproceedings",),
        cleared_by=(On("preproceedings_reviewed"),),
        grace=weeks(8),
    ),
    since_when="eight weeks after the extension",
    words="Extended on {last}; no review is recorded since.",
    why_it_matters="An extension buys time for a purpose; without a review nobody asks whether it was served.",
    blind_to="The record holds only the latest review of each, so an earlier one cannot be seen.",
    cites=(
        Cite(
            "bury_2021",
            "paragraph 12",
            "inspectors found review and tracking not regular enough, and extensions that did not consider current risk",
        ),
        Cite("local_convention", "pre-proceedings review", "eight weeks is a setting"),
    ),
    cases="""
        preproceedings | preproceedings_extended | preproceedings_reviewed | as_at || since | why
        2024-01-10.. | 2024-05-01 |  | 2024-06-26 || 2024-06-26 | eight weeks on
        2024-01-10.. | 2024-05-01 |  | 2024-06-25 || - | a day short
        2024-01-10.. | 2024-05-01 | 2024-06-01 | 2024-07-01 || - | reviewed in time
        2024-01-10.. | 2024-05-01 | 2024-04-01 | 2024-07-01 || 2024-06-26 | reviewed only before
        2024-01-10.. | 2024-05-01 | 2024-07-01 | 2024-07-01 || - | reviewed late: answered now
        2024-01-10.. |  |  | 2024-07-01 || - | never extended
        2024-01-10.. | 2024-05-01, 2024-06-20 |  | 2024-06-26 || 2024-06-26 | a second extension does not answer the first
        2024-01-10..2024-06-20 | 2024-05-01 |  | 2024-07-01 || - | ended
        2024-01-10.. | 2024-01-05 |  | 2024-07-01 || - | dated before it began
    """,
)
