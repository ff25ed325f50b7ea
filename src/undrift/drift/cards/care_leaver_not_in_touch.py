from undrift.drift.definition import Lasting, On, Pattern, Quiet
from undrift.engines.limits import weeks
from undrift.sources import Cite

pattern = Pattern(
    id="care_leaver_not_in_touch",
    name="Care leaver not in touch",
    area="care_leavers",
    question="Has a care leaver gone eight weeks without contact?",
    whom="Care leavers aged 16 to 21",
    state=Lasting(Quiet(("care_leaver",), (On("care_leaver_contact"),)), weeks(8)),
    since_when="eight weeks after the last contact",
    words="The last contact was on {last}; none since.",
    why_it_matters="A young person nobody speaks to is one nobody would miss.",
    blind_to="Contact not written down; young people who have said they want none.",
    cites=(
        Cite("cla_statistics", "in touch", "the authority is in touch with each care leaver"),
        Cite("local_convention", "keeping in touch", "eight weeks is a setting"),
    ),
    cases="""
        care_leaver | care_leaver_contact | as_at || since | why
        2024-01-10.. |  | 2024-03-06 || 2024-03-06 | eight weeks and none
        2024-01-10.. |  | 2024-03-05 || - | a day short
        2024-01-10.. | 2024-02-01 | 2024-03-27 || - | spoken to in February
        2024-01-10.. | 2024-02-01 | 2024-03-28 || 2024-03-28 | and not since
        2024-01-10..2024-04-01 |  | 2024-04-01 || - | twenty-one
    """,
)
