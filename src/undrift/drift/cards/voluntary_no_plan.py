from undrift.drift.definition import All, Lasting, On, Open, Pattern, Quiet
from undrift.engines.limits import weeks
from undrift.sources import Cite

pattern = Pattern(
    id="voluntary_no_plan",
    name="Accommodated by agreement with no plan",
    area="looked_after",
    question="Has the child been accommodated by agreement for twelve weeks with no plan for permanence recorded in that time?",
    whom="Children in care by agreement (section 20)",
    state=All(
        (
            Lasting(Open(("legal_status",), ("V2",)), weeks(12)),
            Lasting(Quiet(("care",), (On("permanence_planned"), On("permanence_agreed"))), weeks(12)),
        )
    ),
    since_when="twelve weeks after the agreement began, or after the last plan was recorded if later",
    words="Accommodated by agreement since {first}, with no plan for permanence recorded since.",
    why_it_matters="With no court and no plan, nothing makes the question of where the child will grow up come to be answered.",
    blind_to="Plans being made and not recorded; family group decision making.",
    cites=(
        Cite(
            "care_planning_guidance",
            "voluntary accommodation",
            "accommodation by agreement has a plan and an end in view",
        ),
        Cite("local_convention", "section 20", "twelve weeks is a setting"),
    ),
    cases="""
        legal_status | care | permanence_planned | permanence_agreed | as_at || since | why
        2024-01-10.. V2 | 2024-01-10.. |  |  | 2024-04-03 || 2024-04-03 | twelve weeks and no plan
        2024-01-10.. V2 | 2024-01-10.. |  |  | 2024-04-02 || - | a day short
        2024-01-10.. C2 | 2024-01-10.. |  |  | 2024-05-01 || - | on a care order
        2024-01-10.. V2 | 2024-01-10.. | 2024-02-10 |  | 2024-05-01 || - | planned in February
        2024-01-10.. V2 | 2024-01-10.. |  | 2024-02-10 | 2024-05-01 || - | agreed in February
        2024-01-10.. V2 | 2024-01-10.. | 2024-02-10 |  | 2024-05-04 || 2024-05-04 | and nothing in the twelve weeks since
        2024-01-10.. V2 | 2023-12-01.. |  |  | 2024-04-03 || 2024-04-03 | in care before, by agreement for twelve weeks
        2024-01-10..2024-04-20 V2 | 2024-01-10.. |  |  | 2024-04-20 || - | the agreement has ended
        2024-01-10.. V2 | 2024-01-10..2024-04-20 |  |  | 2024-04-20 || - | care has ended
    """,
)
