"""Of the measures published for children's services: which are built here, and why the others are not."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from undrift.measures.definition import NotHeld
from undrift.measures.results import catalogue


@dataclass(frozen=True)
class Covered:
    """One published measure: its id and name as published; built, or why not; how ours differs, if it does."""

    measure_id: str
    name: str
    built: bool
    why_not: str
    differs: str


@cache
def _published() -> list[dict[str, str]]:
    text = files(__package__).joinpath("coverage.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def coverage() -> list[Covered]:
    """Every published measure, in the order of the table. ValueError when the table and the cards disagree."""
    found = []
    for row in _published():
        card = catalogue().get(row["measure_id"])
        built = card is not None and not isinstance(card.counts, NotHeld)
        if built == bool(row["why_not"]):
            raise ValueError(
                f"{row['measure_id']}: coverage.csv and the cards disagree about whether it is built"
            )
        found.append(
            Covered(row["measure_id"], row["name"], built, row["why_not"], card.differs if card else "")
        )
    return found
