"""All the clocks there are, by id."""

from functools import cache
from typing import cast

from undrift.cards import collect
from undrift.clocks.definition import Clock


@cache
def catalogue() -> dict[str, Clock]:
    """Every clock card in `clocks/cards`, by id. Raises ValueError when two share an id."""
    cards = cast("list[Clock]", collect("undrift.clocks.cards", "clock"))
    found = {card.id: card for card in cards}
    if len(found) != len(cards):
        raise ValueError("two clock cards share an id")
    return found
