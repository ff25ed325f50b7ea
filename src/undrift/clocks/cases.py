"""The small text table beside a card: what is given, what is expected, and why.

A row is one child. A cell under the name of a spell holds `start..end outcome/detail` (end, outcome and detail may
be missing, `?` is a start nobody recorded; several are separated by commas); under the name of an event, its days,
separated by commas, each with `:outcome/detail` if it has them; `first~last` is every day from one to the other.
Events belong to the row's first spell. Expected: due dates and readings, in the order the instances start; `met*75` is that many of them.
`records_from` says where the whole submission's records begin.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from undrift.clocks.reference import Event, Spell
from undrift.journeys.tables import EVENT_KINDS, SPELL_KINDS

SPELL_COLUMNS = {f"{kind}_spell" if kind in EVENT_KINDS else kind: kind for kind in SPELL_KINDS}


@dataclass(frozen=True)
class Case:
    """One row: a child's events and spells, the as-at date, and what must come out."""

    why: str
    events: tuple[Event, ...]
    spells: tuple[Spell, ...]
    as_at: date
    records_from: date | None
    expected: dict[str, tuple[str, ...]]


def table_rows(text: str) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """(given, expected) cells of each row of a case table, by column name."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    left, right = ([name.strip() for name in half.split("|")] for half in lines[0].split("||"))
    for line in lines[1:]:
        given, expected = line.split("||")
        yield (
            dict(zip(left, (cell.strip() for cell in given.split("|")), strict=True)),
            dict(zip(right, (cell.strip() for cell in expected.split("|", len(right) - 1)), strict=True)),
        )


def cases(text: str) -> list[Case]:
    """The cases of a table, in order. Raises ValueError on a cell that cannot be read."""
    found = []
    for given, expected in table_rows(text):
        spells: list[Spell] = []
        events: list[Event] = []
        for column, cell in given.items():
            for part in filter(None, cell.split(",")) if column in SPELL_COLUMNS else ():
                spells.append(_spell(SPELL_COLUMNS[column], part.strip(), f"spell-{len(spells) + 1}"))
        home = spells[0].id if spells else None
        for column, cell in given.items():
            if column in EVENT_KINDS and column not in SPELL_COLUMNS and cell:
                for part in cell.split(","):
                    events += _events(column, part.strip(), home)
            elif column not in (*EVENT_KINDS, *SPELL_COLUMNS, "as_at", "records_from"):
                raise ValueError(f"a case table has no column {column!r}")
        begin = given.get("records_from")
        wanted = {
            name: tuple(word for part in cell.split(",") for word in _each(part.strip())) if cell else ()
            for name, cell in expected.items()
            if name != "why"
        }
        found.append(
            Case(
                expected["why"],
                tuple(events),
                tuple(spells),
                date.fromisoformat(given["as_at"]),
                date.fromisoformat(begin) if begin else None,
                wanted,
            )
        )
    return found


def _each(part: str) -> list[str]:
    word, _, times = part.partition("*")
    return [word] * int(times or 1)


def _day(text: str) -> date | None:
    return None if text == "?" else date.fromisoformat(text)


def _spell(kind: str, cell: str, key: str) -> Spell:
    match = re.fullmatch(r"(\?|[\d-]+)\.\.([\d-]*)\s*(\S*)", cell)
    if not match:
        raise ValueError(f"{kind}: cannot read the spell {cell!r}; write start..end outcome")
    start, end, said = match.groups()
    outcome, _, detail = said.partition("/")
    return Spell(kind, key, _day(start), _day(end) if end else None, outcome or None, detail=detail or None)


def _events(kind: str, cell: str, spell_id: str | None) -> Iterator[Event]:
    day, _, said = cell.partition(":")
    outcome, _, detail = said.partition("/")
    first, _, last = day.partition("~")
    on, until = _day(first), _day(last or first)
    while on != until:
        assert on is not None
        yield Event(kind, on, spell_id, outcome or None, detail=detail or None)
        on += timedelta(days=1)
    yield Event(kind, until, spell_id, outcome or None, detail=detail or None)
