"""For each limit known to law, guidance and local practice: whether there is a clock of it, or why not, in plain words."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Known:
    """A limit somebody has set, from coverage.csv. verified: how far its text was read. built: there is a clock of it.

    records_can: whether records can hold it, as first surveyed: yes, partial (a stand-in or a flag), no (only by our forms).
    """

    clock_id: str
    name: str
    area: str
    set_by: str
    verified: str
    records_can: str
    built: bool
    why_not: str


@cache
def coverage() -> tuple[Known, ...]:
    """Every limit surveyed, by area in the order a child meets them."""
    text = files(__package__).joinpath("coverage.csv").read_text(encoding="utf-8")
    return tuple(
        Known(*(row[name] == "Y" if name == "built" else row[name] for name in Known.__dataclass_fields__))  # type: ignore[arg-type]
        for row in csv.DictReader(text.splitlines())
    )
