"""A measure's cases. A clock's measure gives one instance a row; a snapshot one child, at a month's end.

Instance columns: started, due, stopped, ended, counted (default: started), as_at, month. Child columns: the
spells, allocations as `start..end worker` (several with commas), `flag` as since..until. Expected: `in` of `of`.
"""

import re
from dataclasses import dataclass
from datetime import date

from undrift.clocks.cases import SPELL_COLUMNS, table_rows
from undrift.clocks.reference import Instance, Spell
from undrift.drift.reference import FOREVER, FlagSpell


@dataclass(frozen=True)
class Case:
    """One row: an instance, or a child's spells and flags; the month; and what must be counted."""

    why: str
    month: date
    as_at: date
    instance: Instance
    spells: tuple[Spell, ...]
    flags: tuple[FlagSpell, ...]
    expected: tuple[int, int]


def cases(text: str) -> list[Case]:
    """The cases of a measure's table, in order."""
    found = []
    for given, expected in table_rows(text):
        day = {
            name: _day(given.get(name, ""))
            for name in ("started", "due", "stopped", "ended", "counted", "as_at")
        }
        month = date.fromisoformat(given["month"] + "-01")
        instance = Instance(
            day["started"], day["due"], day["stopped"], day["ended"], day["counted"] or day["started"]
        )
        spells = [
            spell for column, kind in SPELL_COLUMNS.items() for spell in _spells(kind, given.get(column, ""))
        ]
        flags = tuple(
            FlagSpell(since, until or FOREVER, since, since)
            for since, until, _ in _ranges(given.get("flag", ""))
        )
        wanted = (int(expected["in"]), int(expected["of"]))
        as_at = day["as_at"] or date(2100, 1, 1)
        found.append(Case(expected["why"], month, as_at, instance, tuple(spells), flags, wanted))
    return found


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _ranges(cell: str) -> list[tuple[date, date | None, str | None]]:
    parts = [
        re.fullmatch(r"([\d-]+)\.\.([\d-]*)\s*(\S*)", part.strip())
        for part in cell.split(",")
        if part.strip()
    ]
    return [(date.fromisoformat(m[1]), _day(m[2]), m[3] or None) for m in parts if m]


def _spells(kind: str, cell: str) -> list[Spell]:
    return [
        Spell(kind, f"{kind}-{n}", start, end, word) for n, (start, end, word) in enumerate(_ranges(cell))
    ]
