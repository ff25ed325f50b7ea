from undrift.drift.definition import Distinct, On, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="contacts_many_sources",
    name="Contacts from several sources with no assessment",
    area="front_door",
    question="Have three different sources been in contact about this child in twelve months, with no assessment begun since?",
    whom="Any child about whom a contact is recorded",
    state=Distinct("sources of contact", 3, months(12), cleared_by=(On("assessment_started"),)),
    since_when="the day the third source was first in contact",
    words="{n} different sources in contact within twelve months, the latest to begin on {last}, and no assessment has begun since.",
    why_it_matters="People who do not know of each other and worry about the same child are stronger evidence than one who asks three times.",
    blind_to=(
        "What the contacts were about, contacts recorded under a brother or sister, two people whose agencies share a code, "
        "and a contact with no source recorded."
    ),
    cites=(
        Cite(
            "bury_2021", "paragraph 1", "inspectors found cumulative harm not well understood and risk missed"
        ),
        Cite("cin_census", "source of referral", "the codes by which sources are told apart"),
        Cite("local_convention", "repeat contacts", "the count and the window are settings"),
    ),
    cases="""
        contact | assessment_started | as_at || since | why
        2024-01-10:~6, 2024-03-10:~2A, 2024-05-10:~3A |  | 2024-05-10 || 2024-05-10 | police, school and doctor
        2024-01-10:~6, 2024-03-10:~2A, 2024-05-10:~3A |  | 2024-05-09 || - | the third has not come yet
        2024-01-10:~6, 2024-03-10:~2A, 2024-05-10:~6 |  | 2024-06-10 || - | the police twice are one source
        2024-01-10:~6, 2024-03-10:~2A, 2024-05-10 |  | 2024-06-10 || - | one with no source recorded
        2024-01-10:~6, 2024-03-10:~2A |  | 2024-06-10 || - | two sources
        2024-01-10:~6, 2024-03-10:~2A, 2024-05-10:~3A, 2024-06-10:~4 |  | 2024-07-10 || 2024-05-10 | a fourth: up since the third
        2024-01-10:~6, 2024-03-10:~2A, 2025-01-09:~3A |  | 2025-01-09 || 2025-01-09 | on the last day of the twelve months
        2024-01-10:~6, 2024-03-10:~2A, 2025-01-10:~3A |  | 2025-01-10 || - | the first is twelve months old
        2024-01-10:~6, 2024-03-10:~2A, 2024-04-10:~6, 2025-01-10:~3A |  | 2025-01-10 || 2025-01-10 | the police had been in contact again since
        2024-01-10:~6, 2024-03-10:~2A, 2024-05-10:~3A |  | 2025-01-10 || - | the first of the three has grown too old
        2024-01-10:~6, 2024-03-10:~2A, 2024-05-10:~3A | 2024-05-20 | 2024-05-19 || 2024-05-10 | up until an assessment begins
        2024-01-10:~6, 2024-03-10:~2A, 2024-05-10:~3A | 2024-05-20 | 2024-05-20 || - | an assessment has begun
        2024-01-10:~6, 2024-03-10:~2A, 2024-05-10:~3A | 2024-04-01 | 2024-06-10 || - | assessed after the second: the count starts again
        2024-01-10:~6, 2024-03-10:~2A, 2024-05-10:~3A | 2023-12-01 | 2024-06-10 || 2024-05-10 | an assessment before the first answers none
    """,
)
