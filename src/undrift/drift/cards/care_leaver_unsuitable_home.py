from undrift.drift.definition import Open, Pattern
from undrift.sources import Cite

pattern = Pattern(
    id="care_leaver_unsuitable_home",
    name="Care leaver in unsuitable accommodation",
    area="care_leavers",
    question="Is a care leaver living somewhere recorded as unsuitable?",
    whom="Care leavers",
    state=Open(("unsuitable_home",)),
    since_when="the last contact, when it was learnt",
    words="Living somewhere unsuitable, as was learnt on {first}.",
    why_it_matters="Somewhere unsafe to live undoes everything else that is tried.",
    blind_to="Who judged it unsuitable and why; the dataset keeps only how things stand now.",
    cites=(
        Cite("cla_statistics", "accommodation", "suitable or not, as the return asks"),
        Cite("bury_2021", "paragraph 36", "inspectors looked at where care leavers live"),
    ),
    cases="""
        unsuitable_home | as_at || since | why
        2024-01-10.. | 2024-01-10 || 2024-01-10 | up
        2024-01-10.. | 2024-01-09 || - | not yet
        2024-01-10..2024-02-01 | 2024-02-01 || - | over
    """,
)
