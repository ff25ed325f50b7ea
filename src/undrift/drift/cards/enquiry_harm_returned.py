from undrift.drift.definition import End, Followed, Pattern, Start
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="enquiry_harm_returned",
    name="Enquiry ended, and harm suspected again within six months",
    area="child_protection",
    question="Did an enquiry end with no conference, and another begin within six months?",
    whom="Children about whom an enquiry has ended",
    state=Followed((End("s47", ("no_conference",)),), (Start("s47"),), months(6), shown=months(6)),
    since_when="the day the next enquiry began, for six months",
    words="An enquiry ended on {first} with no conference; the next began on {last}.",
    why_it_matters="It says how far the decision to end could be relied on, while there is still time to think again.",
    blind_to="Harm that nobody reported; whether the second concern had anything to do with the first.",
    cites=(
        Cite(
            "bury_2021",
            "paragraph 1",
            "inspectors found children at risk of further harm before purposeful action was taken",
        ),
        Cite("local_convention", "repeat enquiries", "six months is a setting"),
    ),
    cases="""
        s47 | as_at || since | why
        2024-01-02..2024-01-10 no_conference, 2024-05-10.. | 2024-05-10 || 2024-05-10 | the next begins
        2024-01-02..2024-01-10 no_conference, 2024-05-10.. | 2024-05-09 || - | not yet
        2024-01-02..2024-01-10, 2024-05-10.. | 2024-06-10 || - | the first went to conference
        2024-01-02..2024-01-10 no_conference, 2024-07-10.. | 2024-08-10 || 2024-07-10 | on the last day of the six months
        2024-01-02..2024-01-10 no_conference, 2024-07-11.. | 2024-08-10 || - | a day more
        2024-01-02..2024-01-10 no_conference, 2024-05-10.. | 2024-11-09 || 2024-05-10 | shown for six months
        2024-01-02..2024-01-10 no_conference, 2024-05-10.. | 2024-11-10 || - | and no longer
    """,
)
