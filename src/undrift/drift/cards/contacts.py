from undrift.drift.definition import Happened, On, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="contacts_no_assessment",
    name="Contacts that keep coming with no assessment",
    area="front_door",
    question="Have there been three contacts about this child in twelve months, with no assessment begun since the first?",
    whom="Any child about whom a contact is recorded",
    state=Happened((On("contact"),), needs=3, window=months(12), cleared_by=(On("assessment_started"),)),
    since_when="the day of the third contact",
    words="Three contacts between {first} and {last}, and no assessment has begun since.",
    why_it_matters=(
        "Each contact can look minor alone; together they can be harm building up that nobody has looked at whole."
    ),
    blind_to="What the contacts were about, contacts recorded under another child of the family, and early help work.",
    cites=(
        Cite(
            "local_convention",
            "repeat contacts",
            "the count and the window are settings: three in twelve months here",
        ),
        Cite(
            "bury_2021",
            "paragraph 1",
            "inspectors found that cumulative harm was not well understood and risk was missed",
        ),
    ),
    cases="""
        contact | assessment_started | as_at || since | why
        2024-01-10, 2024-03-10, 2024-05-10 |  | 2024-05-10 || 2024-05-10 | up from the day of the third contact
        2024-01-10, 2024-03-10, 2024-05-10 |  | 2024-05-09 || - | the third contact has not come yet
        2024-01-10, 2024-03-10 |  | 2024-06-01 || - | two contacts are not three
        2024-01-10, 2024-03-10, 2025-01-09 |  | 2025-01-09 || 2025-01-09 | the third comes on the last day of the twelve months
        2024-01-10, 2024-03-10, 2025-01-10 |  | 2025-01-10 || - | the first is twelve months old
        2024-01-10, 2024-03-10, 2024-05-10 |  | 2025-01-09 || 2024-05-10 | still up while the first is under twelve months old
        2024-01-10, 2024-03-10, 2024-05-10 |  | 2025-01-10 || - | the first of the three has grown too old to count
        2024-01-10, 2024-03-10, 2024-05-10, 2024-12-01 |  | 2025-02-01 || 2024-05-10 | a fourth contact keeps it up
        2024-01-10, 2024-03-10, 2024-05-10, 2025-01-10 |  | 2025-02-01 || 2024-05-10 | a fourth on the day the first grows too old: never down
        2024-01-10, 2024-03-10, 2024-05-10 | 2024-05-20 | 2024-05-19 || 2024-05-10 | up until the assessment begins
        2024-01-10, 2024-03-10, 2024-05-10 | 2024-05-20 | 2024-05-20 || - | an assessment has begun
        2024-01-10, 2024-03-10, 2024-05-10 | 2024-05-10 | 2024-06-01 || - | assessed on the day of the third contact
        2024-01-10, 2024-03-10, 2024-05-10 | 2024-04-01 | 2024-06-01 || - | an assessment began after the second: the count starts again
        2024-01-10, 2024-03-10, 2024-05-10 | 2023-12-01 | 2024-06-01 || 2024-05-10 | an assessment before the first answers none of them
        2024-01-10, 2024-03-10, ? |  | 2024-06-01 || - | a contact with no date cannot be counted
    """,
)
