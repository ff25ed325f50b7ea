"""The children in need census as data: its modules and elements, and from which census to which.

`cin_census.csv` beside this file is a row an element. A census is named by the year it ends in: 2026 is April 2025 to
March 2026. The 2026-27 census is not here: its pre-proceedings module had not been seen when this was written.
"""

import csv
import io
from dataclasses import dataclass
from functools import cache
from importlib import resources

FIRST_YEAR, LAST_YEAR = 2023, 2026


@dataclass(frozen=True)
class Element:
    """One element. required: as `spec.ListColumn`. codes: the census's label to the SSD's code."""

    module: str
    name: str
    type: str
    required: str
    codes: dict[str, str]
    since: int
    until: int
    target: str
    note: str


@cache
def modules() -> dict[str, tuple[Element, ...]]:
    """Every module with its elements, of every census known, in their order."""
    text = resources.files(__package__).joinpath("cin_census.csv").read_text(encoding="utf-8")
    found: dict[str, list[Element]] = {}
    for row in csv.DictReader(io.StringIO(text)):
        found.setdefault(row["module"], []).append(
            Element(
                module=row["module"],
                name=row["element"],
                type=row["type"],
                required=row["required"],
                codes=dict(item.split("=") for item in row["codes"].split(";") if item),
                since=int(row["since"] or FIRST_YEAR),
                until=int(row["until"] or LAST_YEAR),
                target=row["target"],
                note=row["note"],
            )
        )
    return {module: tuple(of_module) for module, of_module in found.items()}
