"""The stored instances of every clock, and what they read as at a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import duckdb
import ibis

from undrift.clocks import engine
from undrift.clocks.catalogue import catalogue
from undrift.clocks.definition import Clock
from undrift.clocks.held import as_held, as_told, cannot_run, has_past, recorded_nowhere
from undrift.clocks.settings import Setting, as_set, defaults
from undrift.engines import to_sql
from undrift.engines.kept import compiled
from undrift.engines.limits import Limit
from undrift.journeys.build import create
from undrift.journeys.held import holdings

NOT_SET = "the authority has not said what its limit is"
SILENCE = 20
"""Where so many have fallen due and nothing that would stop them is recorded of anybody, it cannot be told; fewer may all
be late."""


@dataclass(frozen=True)
class Reading:
    """One clock started once for one child, read as at a day; `reason` is why, when it is not the dates alone.

    child_id is None for a worker's or an adopter's own clock. setting: the limit in force, where an authority sets it.
    """

    clock_id: str
    child_id: str | None
    team_id: str | None
    worker_id: str | None
    started_on: date | None
    due_on: date | None
    stopped_on: date | None
    ended_on: date | None
    reading: str
    reason: str
    source_table: str
    source_key: str
    stop_key: str | None
    setting: Setting | None = None


def build(con: duckdb.DuckDBPyConnection, settings: Mapping[str, Setting] | None = None) -> None:
    """Schema `clocks`: `instances`, every card over the whole authority; `ran`, which could and why others not;
    `settings`, the limit in force of each clock an authority sets (default: settings.csv)."""
    held, as_at = holdings(con), load_as_at(con)
    con.execute("CREATE SCHEMA IF NOT EXISTS clocks")
    settings = defaults() if settings is None else settings
    _keep(con, settings.values())
    con.execute(
        "CREATE OR REPLACE TABLE clocks.ran (clock_id VARCHAR, ran BOOLEAN, why VARCHAR, no_past VARCHAR)"
    )
    create(con, "clocks.unsorted", engine.INSTANCES)
    recorded = _recorded(con)
    for clock in (as_held(card, held) for card in catalogue().values()):
        as_is = as_set(clock, settings)
        why = cannot_run(clock, held) or (None if as_is else NOT_SET)
        nowhere = _nowhere(con, as_is, recorded, as_at) if as_is and not why else None
        con.execute(
            "INSERT INTO clocks.ran VALUES (?, ?, ?, ?)",
            [clock.id, not why, why, has_past(clock, held) or nowhere],
        )
        if as_is and not why:
            con.execute("INSERT INTO clocks.unsorted " + compiled(as_told, as_is, held, as_at, nowhere))
    con.execute(
        "CREATE OR REPLACE TABLE clocks.instances AS FROM clocks.unsorted ORDER BY child_id, clock_id"
    )
    con.execute("DROP TABLE clocks.unsorted")


def _recorded(con: duckdb.DuckDBPyConnection) -> set[tuple[str, bool]]:
    """Each kind of event that anybody's records give a day, and each kind of spell that anybody's say has ended."""
    return set(
        con.execute(
            """SELECT DISTINCT kind, true FROM journeys.events WHERE on_date IS NOT NULL
               UNION SELECT DISTINCT kind, false FROM journeys.spells WHERE ended_on IS NOT NULL"""
        ).fetchall()
    )


def _nowhere(
    con: duckdb.DuckDBPyConnection, clock: Clock, recorded: set[tuple[str, bool]], as_at: date
) -> str | None:
    """Words, where the clock has fallen due SILENCE times and what stops it is recorded of nobody."""
    words = recorded_nowhere(clock, recorded)
    if words is None:
        return None
    found = con.execute(
        f"""SELECT count(*) FROM ({compiled(engine.instances, clock)})
            WHERE trouble IS NULL AND excuse IS NULL AND due_on < ?""",
        [as_at],
    ).fetchone()
    return words if found and found[0] >= SILENCE else None


def _keep(con: duckdb.DuckDBPyConnection, settings: Iterable[Setting]) -> None:
    con.execute(
        """CREATE OR REPLACE TABLE clocks.settings
           (clock_id VARCHAR, n BIGINT, unit VARCHAR, why VARCHAR, set_by VARCHAR, set_at VARCHAR)"""
    )
    rows = [
        (s.clock_id, s.limit.n if s.limit else None, s.limit.unit if s.limit else None, s.why, s.by, s.at)
        for s in settings
    ]
    con.executemany("INSERT INTO clocks.settings VALUES (?, ?, ?, ?, ?, ?)", rows)


def settings_in_force(cur: duckdb.DuckDBPyConnection) -> dict[str, Setting]:
    """The settings the live file was built with; the defaults where it keeps none."""
    try:
        rows = cur.execute("SELECT clock_id, n, unit, why, set_by, set_at FROM clocks.settings").fetchall()
    except duckdb.CatalogException:
        return defaults()
    return {row[0]: Setting(row[0], Limit(row[1], row[2]) if row[2] else None, *row[3:]) for row in rows}


@cache
def readings_sql(day: date, among: str | None = None) -> str:
    """SQL of every instance that exists on a day, with its reading. among: a name for the instances to look among."""
    stored = ibis.table(engine.stored.schema(), among) if among else engine.stored
    rows = stored.filter(engine.exists(stored, day))
    read = rows.mutate(reading=engine.reading(rows, day))
    return to_sql(read)


def readings(
    cur: duckdb.DuckDBPyConnection,
    as_at: date,
    *,
    clocks: Iterable[str] | None = None,
    team: str | None = None,
    child: str | None = None,
    only: Iterable[str] | None = None,
) -> list[Reading]:
    """Readings as at a day, past days included, narrowed by clock ids, team, child or the reading itself."""
    where: list[str] = ["true"]
    given: list[object] = []
    for column, values in (("clock_id", clocks), ("reading", only)):
        if values is not None:
            where.append(f"list_contains(?, {column})")
            given.append(list(values))
    if team is not None:
        where.append("team_id = ?")
        given.append(team)
    first = ""
    if child is not None:
        # The child's own rows first, by the index, before anything is made of them.
        first = "WITH mine AS MATERIALIZED (FROM clocks.instances WHERE child_id = ?) "
        given.insert(0, child)
    columns = ", ".join(name for name in Reading.__dataclass_fields__ if name not in ("reason", "setting"))
    found = cur.execute(
        f"{first}SELECT {columns}, CASE reading WHEN 'cannot_tell' THEN trouble WHEN 'not_applicable' THEN "
        f"coalesce(excuse, '') ELSE '' END AS reason FROM ({readings_sql(as_at, 'mine' if first else None)}) "
        f"WHERE {' AND '.join(where)} ORDER BY started_on, clock_id, source_key",
        given,
    ).fetchall()
    names = [*columns.split(", "), "reason"]
    settings = settings_in_force(cur)
    return [Reading(**dict(zip(names, row, strict=True)), setting=settings.get(row[0])) for row in found]


def of_child(cur: duckdb.DuckDBPyConnection, child_id: str, as_at: date | None = None) -> list[Reading]:
    """All of one child's readings, as at a day (default: the load's)."""
    return readings(cur, as_at or load_as_at(cur), child=child_id)


def load_as_at(cur: duckdb.DuckDBPyConnection) -> date:
    """The day the current load speaks for."""
    row = cur.execute("SELECT as_at FROM records.load").fetchone()
    assert row is not None
    day: date = row[0]
    return day
