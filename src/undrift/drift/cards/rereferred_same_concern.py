from undrift.drift.definition import Followed, Pattern, Start
from undrift.engines.limits import months
from undrift.sources import Cite

pattern = Pattern(
    id="rereferred_same_concern",
    name="Referred again for the same concern",
    area="front_door",
    question="Was the child referred again within twelve months for the same primary need?",
    whom="Children with more than one referral",
    state=Followed((Start("referral"),), (Start("referral"),), months(12), shown=months(6), same=True),
    since_when="the day of the later referral, for six months",
    words="Referred on {last} for the same concern as on {first}.",
    why_it_matters="The same concern coming back says that what was done about it did not last.",
    blind_to="Concerns recorded under different codes, and the referrals of a brother or sister.",
    cites=(
        Cite("bury_2021", "paragraph 3", "inspectors found repeat referrals for the same concern"),
        Cite("cin_census", "primary need", "one code of need for each episode"),
    ),
    cases="""
        referral_spell | as_at || since | why
        2024-01-10..2024-02-10 N1, 2024-05-10.. N1 | 2024-05-10 || 2024-05-10 | the same need four months on
        2024-01-10..2024-02-10 N1, 2024-05-10.. N1 | 2024-05-09 || - | not referred again yet
        2024-01-10..2024-02-10 N1, 2024-05-10.. N5 | 2024-06-10 || - | another need
        2024-01-10..2024-02-10 N1, 2024-03-10..2024-03-20 N5, 2024-05-10.. N1 | 2024-06-10 || 2024-05-10 | another concern between them
        2024-01-10..2024-02-10, 2024-05-10.. | 2024-06-10 || - | no need recorded on either
        2024-01-10..2024-02-10 N1, 2025-01-10.. N1 | 2025-02-10 || 2025-01-10 | on the last day of the twelve months
        2024-01-10..2024-02-10 N1, 2025-01-11.. N1 | 2025-02-10 || - | a day more
        2024-01-10..2024-02-10 N1, 2024-05-10.. N1 | 2024-11-09 || 2024-05-10 | shown for six months
        2024-01-10..2024-02-10 N1, 2024-05-10.. N1 | 2024-11-10 || - | and no longer
    """,
)
