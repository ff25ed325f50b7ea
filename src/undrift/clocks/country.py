"""Every clock over a whole country: journeys kept as Parquet by authority, one authority in memory at a time.

    JOURNEYS/events/authority=E06000001/*.parquet     columns as journeys.tables.EVENTS
    JOURNEYS/spells/authority=E06000001/*.parquet     columns as journeys.tables.SPELLS
    OUT/authority=E06000001/instances.parquet         columns as clocks.engine.INSTANCES

What is asked of each authority's journeys is `Asked`: the clocks here, the patterns of drift in `drift.country`.

An authority is finished when its file is in place, so a run that was stopped goes on where it was. The same folders are
what Apache Spark reads (clocks.spark).
"""

import hashlib
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from undrift.clocks import engine
from undrift.clocks.catalogue import catalogue
from undrift.clocks.settings import as_set, defaults
from undrift.engines.kept import compiled
from undrift.errors import UserError
from undrift.journeys.build import create, create_calendar
from undrift.journeys.tables import EVENTS, SPELLS

TABLES = {"events": EVENTS, "spells": SPELLS}
SIGNATURE = "undrift"
"""The Parquet metadata key that says which definitions and journeys an authority's file was made from."""


@dataclass(frozen=True)
class Asked:
    """Queries whose rows fill one table, kept as a file of its name. order: the columns its rows are kept in order of.

    words: what a row is, in the plural, for what is said of each authority.
    """

    table: str
    columns: dict[str, str]
    sql: tuple[str, ...]
    order: str
    words: str

    @property
    def file(self) -> str:
        return f"{self.table}.parquet"


@dataclass(frozen=True)
class Done:
    """One authority finished, and how many rows it gave. seconds is 0 when it already was."""

    authority: str
    rows: int
    instances: int
    seconds: float


def authorities(journeys: Path) -> list[str]:
    """The authorities held, by code. UserError when the folder is not laid out as above."""
    found = sorted(folder.name.partition("=")[2] for folder in (journeys / "events").glob("authority=*"))
    if not found:
        raise UserError(
            "No journeys by authority are kept here.",
            where=str(journeys),
            try_="Give a folder that holds events/authority=CODE and spells/authority=CODE, each of Parquet files.",
        )
    return found


def run(
    journeys: Path,
    out: Path,
    *,
    only: Iterable[str] | None = None,
    memory: str = "2GB",
    threads: int = 2,
    say: Callable[[str], None] = print,
) -> list[Done]:
    """Every clock over every authority (or `only` some), within `memory`; says each as it is finished.

    Limits that an authority may set are at their defaults; a clock with none is not in use and is not run.
    """
    in_use = [clock for card in catalogue().values() if (clock := as_set(card, defaults()))]
    sql = tuple(compiled(engine.instances, clock) for clock in in_use)
    asked = Asked("instances", engine.INSTANCES, sql, "clock_id, child_id", "clocks started")
    return ask(asked, journeys, out, only=only, memory=memory, threads=threads, say=say)


def ask(
    asked: Asked,
    journeys: Path,
    out: Path,
    *,
    only: Iterable[str] | None = None,
    memory: str = "2GB",
    threads: int = 2,
    say: Callable[[str], None] = print,
) -> list[Done]:
    """Ask it of every authority (or `only` some), one in memory at a time, within `memory`; says each as it is finished."""
    out.mkdir(parents=True, exist_ok=True)  # what does not fit in memory is spilled to it
    chosen = sorted(only) if only is not None else authorities(journeys)
    finished = []
    for nth, authority in enumerate(chosen, start=1):
        done = _one(asked, journeys, out, authority, memory, threads)
        finished.append(done)
        how = f"{done.seconds:.1f} s" if done.seconds else "already done"
        say(
            f"{nth} of {len(chosen)}: {authority}: {done.rows:,} rows, {done.instances:,} {asked.words}, {how}"
        )
    return finished


def _one(asked: Asked, journeys: Path, out: Path, authority: str, memory: str, threads: int) -> Done:
    sources = {name: _files(journeys / name / f"authority={authority}") for name in TABLES}
    place = out / f"authority={authority}" / asked.file
    signature = _signature(asked.sql, sources.values())
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": memory,
        "threads": threads,
        "temp_directory": str(out / "spill"),
    }
    with duckdb.connect(":memory:", config=config) as con:
        # DuckDB's own would be drawn over what is said of each authority.
        con.execute("SET enable_progress_bar = false")
        rows = sum(_count(con, files) for files in sources.values())
        if place.exists() and _signed(con, place) == signature:
            return Done(authority, rows, _count(con, [place]), 0.0)
        started = time.monotonic()
        create_calendar(con)
        for name, schema in TABLES.items():
            columns = ", ".join(schema)
            con.execute(
                f"CREATE TABLE journeys.{name} AS SELECT {columns} FROM read_parquet($files) ORDER BY kind",
                {"files": [str(file) for file in sources[name]]},
            )
        create(con, asked.table, asked.columns)
        for text in asked.sql:
            con.execute(f"INSERT INTO {asked.table} {text}")
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_suffix(".part")
        con.execute(
            f"""COPY (FROM {asked.table} ORDER BY {asked.order}) TO '{beside}'
                (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{SIGNATURE}: '{signature}'}})"""
        )
        count = _count(con, [beside])
        os.replace(beside, place)
    return Done(authority, rows, count, time.monotonic() - started)


def _files(folder: Path) -> list[Path]:
    files = sorted(folder.glob("*.parquet"))
    if not files:
        raise UserError(
            "An authority's journeys are not all here.",
            where=str(folder),
            try_="Each authority needs its events and its spells.",
        )
    return files


def _count(con: duckdb.DuckDBPyConnection, files: list[Path]) -> int:
    row = con.execute(
        "SELECT coalesce(sum(num_rows), 0) FROM parquet_file_metadata($files)",
        {"files": [str(file) for file in files]},
    ).fetchone()
    assert row is not None
    return int(row[0])


def _signature(sql: Iterable[str], sources: Iterable[list[Path]]) -> str:
    total = hashlib.sha256()
    for text in sorted(sql):
        total.update(text.encode())
    for file in (file for files in sources for file in files):
        stat = file.stat()
        total.update(f"{file.name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return total.hexdigest()


def _signed(con: duckdb.DuckDBPyConnection, place: Path) -> str:
    row = con.execute(
        "SELECT decode(value) FROM parquet_kv_metadata($file) WHERE decode(key) = $key",
        {"file": str(place), "key": SIGNATURE},
    ).fetchone()
    return str(row[0]) if row else ""
