"""What the files loaded can say, and what they cannot: held, held in part, or not held at all.

A table not held is not a table with nothing in it. Annex A holds the latest visit and never the one before,
and six months of contacts: lateness now can be shown from it, past lateness cannot.
"""

import re
from collections.abc import Iterable, Mapping

import duckdb

from undrift.journeys.kinds import KINDS_OF_EVENT, KINDS_OF_SPELL
from undrift.returns.spec import record_tables

ALL = "all"
EVENT_TABLES = {name: kind.tables[0] for name, kind in KINDS_OF_EVENT.items()}
SPELL_TABLES = {name: kind.tables[0] for name, kind in KINDS_OF_SPELL.items()}

Holdings = Mapping[str, str | None]
"""Table to what part of history is held of it: ALL, words for a part, or None when it is not held."""


def holdings(con: duckdb.DuckDBPyConnection) -> Holdings:
    """What the current load holds of each table, from `records.sources`."""
    rows = con.execute('SELECT "table", held, extent FROM records.sources').fetchall()
    return {name: extent if held else None for name, held, extent in rows}


def called(table: str) -> str:
    """What the table's rows are, as people call them."""
    return record_tables()[table].called


def not_held(tables: Iterable[str], held: Holdings) -> str | None:
    """Words for the tables nothing loaded holds, or None when all are held: what they are first, then their names."""
    missing = sorted({name for name in tables if held.get(name) is None})
    if not missing:
        return None
    return f"no record of {' or '.join(map(called, missing))} in this load ({', '.join(missing)})"


def held_in_part(tables: Iterable[str], held: Holdings) -> str | None:
    """Words for the tables of which only a part is held, or None when each is held whole or not at all."""
    part = sorted({name for name in tables if held.get(name) not in (ALL, None)})
    if not part:
        return None
    each = ", ".join(f"{called(name)} ({name}: {held[name]})" for name in part)
    return f"only part of the past is in this load: {each}"


def latest_only(tables: Iterable[str], held: Holdings) -> str | None:
    """Words for the tables of which only each child's latest row is held, or None when there is none such."""
    latest = sorted({name for name in tables if is_latest_only(name, held)})
    if not latest:
        return None
    return f"of {' and '.join(map(called, latest))} only the latest is in this load ({', '.join(latest)})"


def is_latest_only(table: str, held: Holdings) -> bool:
    """Only the latest of each child's rows is held: what came before it is unknown."""
    return held.get(table) in ("latest only", "now")


def months_held(table: str, held: Holdings) -> int | None:
    """How many months back the table reaches, when it reaches only so far; None when it holds all of them.

    A part "of" other rows holds all that belongs to those, however old.
    """
    extent = held.get(table) or ALL
    found = re.search(r"(\d+) months", extent)
    return int(found[1]) if found and not extent.startswith("of ") else None
