"""How many children live in an authority: the figure a rate is made with, from a small file with its source."""

import csv
from datetime import date
from functools import cache
from importlib.resources import files


@cache
def _figures() -> dict[str, dict[int, int]]:
    text = files(__package__).joinpath("population.csv").read_text(encoding="utf-8")
    found: dict[str, dict[int, int]] = {}
    for row in csv.DictReader(text.splitlines()):
        found.setdefault(row["authority"].casefold(), {})[int(row["year"])] = int(row["children"])
    return found


def children(authority: str, day: date) -> int | None:
    """Children aged 0 to 17 at the middle of the year last published before the day; None when none is held.

    A mid-year figure is published about a year on: rates for a year to March use the one before.
    """
    years = _figures().get(authority.casefold(), {})
    usable = [year for year in years if year < day.year]
    return years[max(usable)] if usable else None
