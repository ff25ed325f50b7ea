from undrift.drift.definition import Happened, On, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="contacts_closing_in",
    name="Contacts coming closer together with no assessment",
    area="front_door",
    question="Have three contacts come in twelve months, the last sooner after the second than that after the first, with no assessment begun since?",
    whom="Any child about whom a contact is recorded",
    state=Happened(
        (On("contact"),), needs=3, window=months(12), cleared_by=(On("assessment_started"),), closing_in=True
    ),
    since_when="the day of the third contact",
    words="Three contacts between {first} and {last}, the gaps between them growing shorter, and no assessment has begun since.",
    why_it_matters="Harm that builds up shows in contacts that come faster before it shows in any one of them.",
    blind_to="What the contacts were about, contacts recorded under a brother or sister, and early help work.",
    cites=(
        Cite(
            "bury_2021", "paragraph 1", "inspectors found cumulative harm not well understood and risk missed"
        ),
        Cite("local_convention", "repeat contacts", "the count and the window are settings"),
    ),
    cases="""
        contact | assessment_started | as_at || since | why
        2024-01-10, 2024-04-10, 2024-05-10 |  | 2024-05-10 || 2024-05-10 | thirty days after ninety-one
        2024-01-10, 2024-04-10, 2024-05-10 |  | 2024-05-09 || - | the third has not come yet
        2024-01-10, 2024-02-10, 2024-05-10 |  | 2024-05-10 || - | growing further apart
        2024-01-10, 2024-02-10, 2024-03-12 |  | 2024-04-10 || - | the same gap twice is no closer
        2023-12-01, 2024-01-10, 2024-04-10, 2024-05-10 |  | 2024-06-10 || 2024-05-10 | only the last three are compared
        2024-01-10, 2024-04-10 |  | 2024-06-10 || - | two contacts are not three
        2024-01-10, 2024-12-10, 2025-01-09 |  | 2025-01-09 || 2025-01-09 | the third on the last day of the twelve months
        2024-01-10, 2024-12-10, 2025-01-10 |  | 2025-01-10 || - | the first is twelve months old
        2024-01-10, 2024-04-10, 2024-05-10 | 2024-05-20 | 2024-05-20 || - | an assessment has begun
        2024-01-10, 2024-04-10, 2024-05-10 | 2024-05-20 | 2024-05-19 || 2024-05-10 | up until it begins
    """,
)
