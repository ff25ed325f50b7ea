from undrift.clocks.definition import Clock, Each, When
from undrift.clocks.settings import default
from undrift.sources import Cite

clock = Clock(
    id="cp_seen_alone",
    name="Child on a plan seen alone every four weeks",
    area="child_protection",
    question="Was the child seen alone within four weeks of the last time?",
    starts=Each("cp_visit_alone", within="cp_plan", and_opening=True),
    stops="cp_visit_alone",
    limit=default("cp_seen_alone"),
    setting=True,
    not_applicable=When(("unborn",), "the child is not yet born", of="detail"),
    cites=(Cite("local_convention", "seeing children alone", "expected practice without a national number"),),
    note=(
        "Not verified: from general knowledge. Children too young to be seen alone are counted: no record "
        "says when it was not suitable."
    ),
    cases="""
        cp_plan | cp_visit_alone | as_at || due | reading | why
        2024-04-02.. | 2024-04-30 | 2024-05-01 || 2024-04-30, 2024-05-28 | met, running | on the last day in time, and the next begins
        2024-04-02.. | 2024-05-01 | 2024-05-01 || 2024-04-30, 2024-05-29 | late, running | one day over
        2024-04-02.. | 2024-04-02 | 2024-04-03 || 2024-04-30, 2024-04-30 | met, running | on the day it began, which starts the next as well
        2024-04-02.. | 2024-04-30, 2024-04-30 | 2024-05-01 || 2024-04-30, 2024-05-28 | met, running | the same day twice is once
        2024-04-02.. |  | 2024-04-22 || 2024-04-30 | running | six working days left
        2024-04-02.. |  | 2024-04-23 || 2024-04-30 | due_soon | five working days left
        2024-04-02.. |  | 2024-05-01 || 2024-04-30 | overdue | a day past the limit
        2024-04-02..2024-06-03 /unborn |  | 2024-05-01 || 2024-04-30 | not_applicable | nobody to see until the birth
        2024-04-02..2024-04-30 |  | 2024-07-30 || 2024-04-30 | not_applicable | over on the last day in time
        2024-04-02..2024-05-01 |  | 2024-07-30 || 2024-04-30 | late | over a day past the limit
        2024-04-02..2024-04-03 | 2024-04-04 | 2024-07-30 || 2024-04-30, 2024-05-02 | not_applicable, cannot_tell | dated after it was over
        2024-04-02..2024-03-01 |  | 2024-07-30 || 2024-04-30 | cannot_tell | it ends before it begins
        ?.. |  | 2024-07-30 ||  | cannot_tell | no start recorded
    """,
)
