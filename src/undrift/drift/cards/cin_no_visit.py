from undrift.drift.definition import Lasting, On, Pattern, Quiet
from undrift.engines.limits import weeks
from undrift.sources import Cite

pattern = Pattern(
    id="cin_no_visit",
    name="Child in need not seen for eight weeks",
    area="child_in_need",
    question="Has a child in need plan gone eight weeks without a visit at which the child was seen?",
    whom="Children with an open child in need plan",
    state=Lasting(Quiet(("cin_plan",), (On("cin_visit"),)), weeks(8)),
    since_when="eight weeks after the last visit, or after the plan began",
    words="The child was last seen on a visit on {last} (or the plan began then), and not since.",
    why_it_matters="Nobody can know how a child is without seeing them.",
    blind_to="Being seen by a school, a nurse or another worker.",
    cites=(
        Cite("bury_2021", "paragraph 8", "inspectors found delay in having plans progressed"),
        Cite(
            "local_convention",
            "child in need visits",
            "no national frequency exists; eight weeks is twice the usual four, and a setting",
        ),
    ),
    cases="""
        cin_plan | cin_visit | as_at || since | why
        2024-01-10.. |  | 2024-03-06 || 2024-03-06 | eight weeks and none
        2024-01-10.. |  | 2024-03-05 || - | a day short
        2024-01-10.. | 2024-02-01 | 2024-03-27 || - | seen on 1 February
        2024-01-10.. | 2024-02-01 | 2024-03-28 || 2024-03-28 | and not since
        2024-01-10..2024-04-01 |  | 2024-04-01 || - | the plan has ended
    """,
)
