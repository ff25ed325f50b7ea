"""What a person has said of what was not recognised: a tab, a column, a code, the order of day and month.

Readers ask here and nowhere else, so that a thing said once holds for every return; and everything used is noted, as is
what a person could still say (`noting`).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from undrift.returns.words import plain

Kind = Literal["sheet", "column", "code", "dates"]
KINDS: tuple[Kind, ...] = ("sheet", "column", "code", "dates")
ORDERS = ("day first", "month first")
ANYWHERE, NOTHING = "*", "(nothing)"


@dataclass(frozen=True)
class Said:
    """One thing said. kind "sheet": the tab `said` is the list or form `means`. "column": the column headed `said` is
    `means`. "code": in the column `column`, `said` is the code or label `means` (NOTHING: nothing is recorded).
    "dates": dates in the column `said` (ANYWHERE: in any) that can be read two ways are `means`. place: the sheet or
    file it holds for, or ANYWHERE. means "": taken back."""

    kind: Kind
    place: str
    column: str
    said: str
    means: str
    by: str
    at: datetime
    why: str

    @property
    def about(self) -> tuple[str, str, str, str]:
        """What it is about: of two about the same, the later holds."""
        return self.kind, self.place.casefold(), plain(self.column), _folded(self.kind, self.said)


@dataclass
class Mapping:
    """What stands of all that was said; `used` are those a reader has come to use, each once."""

    entries: Sequence[Said] = ()
    used: dict[Said, str] = field(default_factory=dict)

    def sheet(self, name: str) -> str:
        """The name by which to recognise a tab or file called `name`."""
        entry = self._find("sheet", name, "", (name,))
        return self._use(entry, f"{name} was taken for {entry.means}") if entry else name

    def header(self, text: str, known: Collection[str], places: Sequence[str] = ()) -> str:
        """The column that a header is, when it is none of `known` (plain names) and was said to be one of them."""
        if not self.entries or plain(text) in known:
            return text
        entry = self._find("column", text, "", places)
        if entry is None or plain(entry.means) not in known:
            return text
        return self._use(entry, f"column “{' '.join(text.split())}” was read as “{entry.means}”")

    def code(self, column: str, text: str, places: Sequence[str] = ()) -> str:
        """The code or label that `text` stands for in a column; NOTHING when it stands for nothing."""
        entry = self._find("code", text, column, places)
        return (
            self._use(entry, f"column {column}: “{entry.said}” was read as “{entry.means}”")
            if entry
            else text
        )

    def order(self, column: str, places: Sequence[str] = ()) -> str | None:
        """The order of day and month in a column of dates that can be read two ways; None when nobody has said."""
        entry = self._find("dates", column, "", places) or self._find("dates", ANYWHERE, "", places)
        if entry is None:
            return None
        return self._use(entry, f"dates of column {column} that can be read two ways were read {entry.means}")

    def _find(self, kind: Kind, said: str, column: str, places: Sequence[str]) -> Said | None:
        here = {place.casefold() for place in places if place}
        fitting = [
            entry
            for entry in self.entries
            if entry.kind == kind
            and _folded(kind, entry.said) == _folded(kind, said)
            and plain(entry.column) == plain(column)
            # A file in a ZIP is named as it is told of, or alone.
            and (entry.place == ANYWHERE or entry.place.casefold().rpartition(" › ")[2] in here)
        ]
        # What was said of this very sheet or file before what was said of any.
        return min(fitting, key=lambda entry: entry.place == ANYWHERE, default=None)

    def _use(self, entry: Said, words: str) -> str:
        because = f": {entry.why.rstrip('.')}" if entry.why else ""
        self.used[entry] = f"{words}, as {entry.by} said on {entry.at:%d/%m/%Y}{because}."
        return entry.means


def _folded(kind: Kind, text: str) -> str:
    return " ".join(text.casefold().split()) if kind == "code" or text == ANYWHERE else plain(text)


_active: ContextVar[Mapping] = ContextVar("mapping")


def active() -> Mapping:
    """What has been said for the return being read; nothing outside `using`."""
    return _active.get(_NONE)


_NONE = Mapping()


@contextmanager
def using(entries: Sequence[Said]) -> Iterator[Mapping]:
    """Readers within use `entries`; afterwards `used` of what is given tells which they came to use."""
    mapping = Mapping(entries)
    token = _active.set(mapping)
    try:
        yield mapping
    finally:
        _active.reset(token)


@dataclass(frozen=True)
class Unknown:
    """What a reader could make nothing of, and what a person may say it is. place: the sheet or file it stands in, for
    the person. column: as `Said`. choices: what it may mean, as `Said.means` would have it."""

    kind: Kind
    place: str
    column: str
    said: str
    choices: tuple[str, ...]


MOST_CODES = 12  # of one column: more are a column taken for another
_noted: ContextVar[dict[Unknown, None] | None] = ContextVar("noted", default=None)


@contextmanager
def noting() -> Iterator[dict[Unknown, None]]:
    """What readers within can make nothing of is put into what is given, in order; also when they refuse the file."""
    noted: dict[Unknown, None] = {}
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


def unknown(kind: Kind, place: str, said: Iterable[str], choices: Iterable[str], column: str = "") -> None:
    """Note each of `said` as `Unknown`, for who is `noting`; nothing when there is nothing to choose."""
    noted, choices = _noted.get(), tuple(choices)
    if noted is not None and choices:
        noted.update(
            dict.fromkeys(
                Unknown(kind, place, column, " ".join(text.split()), choices) for text in said if text
            )
        )
