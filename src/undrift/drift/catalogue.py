"""All the patterns there are, by id."""

from functools import cache
from typing import cast

from undrift.cards import collect
from undrift.drift.definition import Pattern


@cache
def catalogue() -> dict[str, Pattern]:
    """Every pattern card in `drift/cards`, by id."""
    return {card.id: card for card in cast("list[Pattern]", collect("undrift.drift.cards", "pattern"))}
