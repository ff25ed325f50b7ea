"""What we cite: each document once, and the place in it that a definition rests on."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Source:
    """A document: who published it, which edition, where it stands. `read` says how far it was verified."""

    id: str
    title: str
    publisher: str
    edition: str
    address: str
    read: str


@dataclass(frozen=True)
class Cite:
    """A place in a Source and what it requires, in our own words. Fails at once on an unknown source."""

    source: str
    place: str
    requires: str

    def __post_init__(self) -> None:
        if self.source not in sources():
            raise KeyError(f"no source called {self.source!r} in sources/register.csv")

    @property
    def words(self) -> str:
        held = sources()[self.source]
        place = f", {self.place}" if self.place else ""
        return f"{held.title} ({held.publisher}, {held.edition}){place}: {self.requires}"


@cache
def sources() -> Mapping[str, Source]:
    """Every source we hold, by id, read from register.csv beside this file."""
    text = files(__package__).joinpath("register.csv").read_text(encoding="utf-8")
    return {row["id"]: Source(**row) for row in csv.DictReader(text.splitlines())}
