from undrift.clocks.definition import Clock, Each
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

clock = Clock(
    id="lac_seen_alone",
    name="Looked-after child seen alone at a visit",
    area="looked_after",
    question="Was the child seen alone at this visit?",
    starts=Each("cla_visit"),
    stops="cla_visit_alone",
    limit=calendar_days(0),
    cites=(
        Cite(
            "care_planning_regs",
            "regulation 29",
            "the child is spoken to in private unless that is inappropriate or refused",
        ),
    ),
    note=(
        "Not verified: from general knowledge. A share of visits and not a time limit. A refusal, or a child "
        "too young, is not recorded apart."
    ),
    cases="""
        cla_visit | cla_visit_alone | as_at || due | reading | why
        2024-04-02 | 2024-04-02 | 2024-07-02 || 2024-04-02 | met | on the last day in time
        2024-04-02 | 2024-04-03 | 2024-07-02 || 2024-04-02 | late | one day over
        2024-04-02 |  | 2024-04-02 || 2024-04-02 | due_soon | never more than five working days
        2024-04-02 |  | 2024-04-03 || 2024-04-02 | overdue | a day past the limit
        2024-04-02, 2024-04-11 | 2024-04-11 | 2024-07-02 || 2024-04-02, 2024-04-11 | late, met | what comes after the next start answers that one
        ? |  | 2024-07-02 ||  | cannot_tell | no start recorded
    """,
)
