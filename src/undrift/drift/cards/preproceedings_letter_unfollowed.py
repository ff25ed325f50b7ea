from undrift.drift.definition import Happened, On, Pattern
from undrift.engines.limits import weeks
from undrift.sources import Cite

pattern = Pattern(
    id="preproceedings_letter_unfollowed",
    name="Letter before proceedings never followed",
    area="pre_proceedings",
    question="Was a letter before proceedings sent, and neither a meeting nor an application recorded in the four weeks since?",
    whom="Children in pre-proceedings",
    state=Happened(
        (On("preproceedings_letter"),),
        within=("preproceedings",),
        cleared_by=(On("preproceedings_meeting"), On("court_application")),
        grace=weeks(4),
    ),
    since_when="four weeks after the letter",
    words="The letter was sent on {last}; no meeting or application is recorded since.",
    why_it_matters="A letter that nothing follows frightens a parent and protects no child.",
    blind_to="A meeting held and not recorded.",
    cites=(
        Cite("bury_2021", "paragraph 12", "inspectors found inconsistent oversight and unchallenged delays"),
        Cite("plo_guidance", "pre-proceedings", "a meeting follows the letter"),
        Cite("local_convention", "pre-proceedings", "four weeks is a setting"),
    ),
    cases="""
        preproceedings | preproceedings_letter | preproceedings_meeting | court_application | as_at || since | why
        2024-01-10.. | 2024-01-17 |  |  | 2024-02-14 || 2024-02-14 | four weeks on
        2024-01-10.. | 2024-01-17 |  |  | 2024-02-13 || - | a day short
        2024-01-10.. | 2024-01-17 | 2024-01-24 |  | 2024-03-01 || - | a meeting was held
        2024-01-10.. | 2024-01-17 |  | 2024-01-24 | 2024-03-01 || - | an application was made
        2024-01-10.. | 2024-01-17 | 2024-01-15 |  | 2024-03-01 || 2024-02-14 | a meeting before the letter does not follow it
        2024-01-10.. |  |  |  | 2024-03-01 || - | no letter
        2024-01-10.. | 2024-01-17, 2024-02-10 |  |  | 2024-02-14 || 2024-02-14 | a second letter does not answer the first
        2024-01-10..2024-02-10 | 2024-01-17 |  |  | 2024-03-01 || - | ended
        2024-01-10.. | 2024-01-05 |  |  | 2024-03-01 || - | dated before it began
    """,
)
