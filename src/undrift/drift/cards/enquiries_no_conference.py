from undrift.drift.definition import End, Happened, On, Pattern
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="enquiries_no_conference",
    name="Enquiries that keep ending in no conference",
    area="child_protection",
    question="Have two enquiries in twelve months ended with no conference?",
    whom="Children about whom an enquiry has ended",
    state=Happened((End("s47", ("no_conference",)),), needs=2, window=months(12), cleared_by=(On("icpc"),)),
    since_when="the day the second enquiry ended",
    words="Two enquiries ended with no conference, on {first} and {last}.",
    why_it_matters="Each enquiry answered alone can look like enough; together they ask why harm keeps being suspected.",
    blind_to="Why each enquiry ended as it did, and support that was offered without a conference.",
    cites=(
        Cite(
            "bury_2021",
            "paragraph 1",
            "inspectors found decisions resting on an over-optimistic view of risk",
        ),
        Cite("local_convention", "repeat enquiries", "two in twelve months is a setting"),
    ),
    cases="""
        s47 | icpc | as_at || since | why
        2024-01-02..2024-01-10 no_conference, 2024-05-01..2024-05-10 no_conference |  | 2024-05-10 || 2024-05-10 | the second ends
        2024-01-02..2024-01-10 no_conference, 2024-05-01..2024-05-10 no_conference |  | 2024-05-09 || - | the second is still open
        2024-01-02..2024-01-10 no_conference, 2024-05-01..2024-05-10 |  | 2024-06-10 || - | one ended otherwise
        2024-01-02..2024-01-10 no_conference |  | 2024-06-10 || - | one is not two
        2024-01-02..2024-01-10 no_conference, 2024-02-01..2024-02-10 no_conference, 2024-05-01..2024-05-10 no_conference |  | 2024-06-10 || 2024-02-10 | since the second, however many follow
        2024-01-02..2024-01-10 no_conference, 2025-01-01..2025-01-09 no_conference |  | 2025-01-09 || 2025-01-09 | on the last day of the twelve months
        2024-01-02..2024-01-10 no_conference, 2025-01-01..2025-01-10 no_conference |  | 2025-01-10 || - | the first is twelve months old
        2024-01-02..2024-01-10 no_conference, 2024-05-01..2024-05-10 no_conference | 2024-05-20 | 2024-05-20 || - | a conference has been held
        2024-01-02..2024-01-10 no_conference, 2024-05-01..2024-05-10 no_conference | 2024-05-20 | 2024-05-19 || 2024-05-10 | up until it is
    """,
)
