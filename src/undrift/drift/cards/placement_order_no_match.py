from undrift.drift.definition import Happened, On, Pattern
from undrift.engines.limits import calendar_days
from undrift.sources import Cite

pattern = Pattern(
    id="placement_order_no_match",
    name="Placement order with no match",
    area="adoption",
    question="Was a placement order made 121 days ago with no match agreed and the child not placed since?",
    whom="Children with a placement order",
    state=Happened(
        (On("placement_order"),),
        within=("care",),
        cleared_by=(On("adoption_matched"), On("placed_for_adoption"), On("adoption_reversed")),
        for_good=True,
        grace=calendar_days(121),
    ),
    since_when="121 days after the placement order",
    words="The placement order was made on {last}; no match is recorded.",
    why_it_matters="The younger a child is matched, the better the chance that the family lasts.",
    blind_to="A match being made; a carer who is already adopting.",
    cites=(Cite("adoption_scorecards", "A2", "the threshold from placement order to match is 121 days"),),
    cases="""
        care | placement_order | adoption_matched | placed_for_adoption | adoption_reversed | as_at || since | why
        2024-01-01.. | 2024-01-10 |  |  |  | 2024-05-10 || 2024-05-10 | 121 days
        2024-01-01.. | 2024-01-10 |  |  |  | 2024-05-09 || - | a day short
        2024-01-01.. | 2024-01-10 | 2024-03-10 |  |  | 2024-06-01 || - | matched
        2024-01-01.. | 2024-01-10 | 2024-01-05 |  |  | 2024-06-01 || - | matched before the order
        2024-01-01.. | 2024-01-10 |  | 2024-03-10 |  | 2024-06-01 || - | placed
        2024-01-01.. | 2024-01-10 |  |  | 2024-03-10 | 2024-06-01 || - | the decision was reversed
        2024-01-01..2024-05-20 | 2024-01-10 |  |  |  | 2024-05-20 || - | left care
        2024-01-01.. |  |  |  |  | 2024-06-01 || - | no order
        2024-01-01.. | 2024-01-10, 2024-05-01 |  |  |  | 2024-05-10 || 2024-05-10 | a second entry of it answers nothing
        2024-01-12.. | 2024-01-10 |  |  |  | 2024-06-01 || - | an order from before this period of care
    """,
)
