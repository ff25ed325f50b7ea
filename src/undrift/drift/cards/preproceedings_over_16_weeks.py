from undrift.drift.definition import Lasting, Open, Pattern
from undrift.engines.limits import weeks
from undrift.sources import Cite

pattern = Pattern(
    id="preproceedings_over_16_weeks",
    name="Pre-proceedings over sixteen weeks",
    area="pre_proceedings",
    question="Has pre-proceedings been open for more than sixteen weeks?",
    whom="Children in pre-proceedings",
    state=Lasting(Open(("preproceedings",)), weeks(16)),
    since_when="the day sixteen weeks were up",
    words="Pre-proceedings began on {first} and have not ended.",
    why_it_matters="Sixteen weeks is time for a parent to show change; beyond it the child waits.",
    blind_to="An extension agreed for a good reason: see the next flag.",
    cites=(
        Cite("plo_guidance", "pre-proceedings", "sixteen weeks from start to end"),
        Cite("bury_2021", "paragraph 12", "inspectors found pre-proceedings extended inappropriately"),
    ),
    cases="""
        preproceedings | as_at || since | why
        2024-01-10.. | 2024-05-01 || 2024-05-01 | sixteen weeks
        2024-01-10.. | 2024-04-30 || - | a day short
        2024-01-10..2024-05-20 | 2024-05-20 || - | ended
    """,
)
