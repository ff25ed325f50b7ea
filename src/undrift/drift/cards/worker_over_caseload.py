from undrift.drift.definition import Given, Open, Pattern
from undrift.sources import Cite

pattern = Pattern(
    id="worker_over_caseload",
    name="Held by a social worker above the caseload limit",
    area="workforce_oversight",
    question="Is the child's social worker holding more children than the limit?",
    whom="Children held by a social worker",
    state=Open(("over_caseload",)),
    given=Given("children", 20),
    since_when="the day the worker went above the limit while holding the child",
    words="The child's social worker has held more than the limit of children since {first}.",
    why_it_matters="A worker with too many children cannot know each of them.",
    blind_to="Children weigh differently; the limit counts each as one.",
    cites=(
        Cite("bury_2021", "paragraph 7", "inspectors found caseloads too high"),
        Cite("local_convention", "caseload limit", "twenty children is a setting"),
    ),
    cases="""
        over_caseload | as_at || since | why
        2024-01-10.. | 2024-01-10 || 2024-01-10 | up
        2024-01-10.. | 2024-01-09 || - | not yet
        2024-01-10..2024-02-01 | 2024-02-01 || - | over
    """,
)
