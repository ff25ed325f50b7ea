"""A measure's cases: one child, worker or instance a row, the month, and what must be counted: `in` of `of`.

A clock's measure gives an instance: started, due, stopped, ended, counted (default: started), as_at. A flag's gives
`flag` as since..until and the spells the child is in. A fact's gives the fact's own columns; `a;b` is two rows of it,
`-` is nothing recorded. Another fact the card looks into has a column of its name, holding start..end. Where the value
is not a count of rows, `value` is what comes out of this one.
"""

import re
from dataclasses import dataclass
from datetime import date

from undrift.clocks.cases import SPELL_COLUMNS, table_rows
from undrift.clocks.reference import Instance, Spell
from undrift.drift.reference import FOREVER, FlagSpell
from undrift.measures.definition import Measure, Ratio
from undrift.measures.facts import FACTS

Row = dict[str, object]


@dataclass(frozen=True)
class Case:
    """One row: an instance, or a child's spells, flags and facts; the month; and what must be counted."""

    why: str
    month: date
    as_at: date
    instance: Instance
    spells: tuple[Spell, ...]
    flags: tuple[FlagSpell, ...]
    facts: dict[str, list[Row]]
    expected: tuple[int, int]
    value: float | None
    unknown: int


def cases(measure: Measure) -> list[Case]:
    """The cases of a measure's table, in order."""
    found = []
    for given, expected in table_rows(measure.cases):
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
        found.append(
            Case(
                expected["why"], month, day["as_at"] or date(2100, 1, 1), instance,
                () if measure.facts else tuple(spells), flags, _facts(measure, given),
                (int(expected["in"]), int(expected["of"])),
                float(expected["value"]) if expected.get("value") else None,
                int(expected.get("unknown") or 0),
            )
        )  # fmt: skip
    return found


def _facts(measure: Measure, given: dict[str, str]) -> dict[str, list[Row]]:
    """The rows of every fact the measure reads. A ratio's two facts each take the columns they know."""
    names = list(dict.fromkeys(measure.facts))
    if not names:
        return {}
    main = names[:2] if isinstance(measure.counts, Ratio) else names[:1]
    made: dict[str, list[Row]] = {}
    for name in main:
        columns = {
            column: cell for column, cell in given.items() if _name(column) in FACTS[name].schema and cell
        }
        if name in given:  # `start..end` or a day, for a fact that needs no more
            made[name] = [_short(name, part) for part in given[name].split(";") if part.strip()]
            continue
        count = max((len(cell.split(";")) for cell in columns.values()), default=0)
        made[name] = [
            {
                column: _value(kind, columns.get(_cell(column), ""), nth)
                for column, kind in FACTS[name].schema.items()
            }
            for nth in range(count)
        ]
    for name in names:
        if name not in main:
            made[name] = [_short(name, part) for part in given.get(name, "").split(";") if part.strip()]
    return made


def _name(column: str) -> str:
    return {"started": "started_on", "ended": "ended_on", "on": "on_date"}.get(column, column)


def _cell(column: str) -> str:
    return {"started_on": "started", "ended_on": "ended", "on_date": "on"}.get(column, column)


def _value(kind: str, cell: str, nth: int) -> object:
    parts = [part.strip() for part in cell.split(";")]
    word = parts[nth] if nth < len(parts) else parts[-1] if len(parts) == 1 else ""
    if word in ("", "-"):
        return None
    if kind == "date":
        return date.fromisoformat(word)
    return int(word) if kind == "int64" else float(word) if kind == "float64" else word


def _short(name: str, cell: str) -> Row:
    row: Row = dict.fromkeys(FACTS[name].schema)
    start, _, end = cell.strip().partition("..")
    if FACTS[name].lasts:
        return row | {"started_on": _day(start), "ended_on": _day(end)}
    return row | {"on_date": _day(start)}


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if re.fullmatch(r"\d{4}-\d\d-\d\d", cell.strip()) else None


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
