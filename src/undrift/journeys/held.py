"""What the files loaded can say, and what they cannot: held, held in part, or not held at all.

A table not held is not a table with nothing in it. Annex A holds the latest visit and never the one before,
and six months of contacts: lateness now can be shown from it, past lateness cannot.
"""

import re
from collections.abc import Iterable, Mapping

import duckdb

from undrift.journeys.kinds import KINDS_OF_EVENT, KINDS_OF_SPELL

ALL = "all"
EVENT_TABLES = {name: kind.tables[0] for name, kind in KINDS_OF_EVENT.items()}
SPELL_TABLES = {name: kind.tables[0] for name, kind in KINDS_OF_SPELL.items()}

Holdings = Mapping[str, str | None]
"""Table to what part of history is held of it: ALL, words for a part, or None when it is not held."""


def holdings(con: duckdb.DuckDBPyConnection) -> Holdings:
    """What the current load holds of each table, from `records.sources`."""
    rows = con.execute('SELECT "table", held, extent FROM records.sources').fetchall()
    return {name: extent if held else None for name, held, extent in rows}


def not_held(tables: Iterable[str], held: Holdings) -> str | None:
    """Words for the tables nothing loaded holds, or None when all are held."""
    missing = sorted({name for name in tables if held.get(name) is None})
    return f"no file loaded holds {' or '.join(missing)}" if missing else None


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
