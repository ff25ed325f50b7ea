"""Build the journeys of a whole authority inside one analytical file."""

import json
from functools import cache

import duckdb
import pyarrow as pa

from undrift import dates
from undrift.engines import to_sql
from undrift.engines.kept import kept
from undrift.journeys import around, derive, joined
from undrift.journeys.around import USUAL, Thresholds
from undrift.journeys.tables import COHORTS, EVENTS, SPELLS, events, spells

_SQL_TYPES = {
    "string": "VARCHAR",
    "date": "DATE",
    "boolean": "BOOLEAN",
    "int64": "BIGINT",
    "float64": "DOUBLE",
}


def create(con: duckdb.DuckDBPyConnection, name: str, schema: dict[str, str]) -> None:
    """An empty table of this schema, replacing any of the name."""
    columns = ", ".join(f'"{column}" {_SQL_TYPES[kind]}' for column, kind in schema.items())
    con.execute(f"CREATE OR REPLACE TABLE {name} ({columns})")


def create_calendar(con: duckdb.DuckDBPyConnection) -> None:
    """The calendar table every working-day limit is counted on."""
    con.execute("CREATE SCHEMA IF NOT EXISTS journeys")
    day, working, count = zip(*dates.calendar(), strict=True)
    rows = pa.table({"day": day, "is_working": working, "working_days": count})
    con.register("calendar_rows", rows)
    con.execute("CREATE OR REPLACE TABLE journeys.calendar AS SELECT * FROM calendar_rows")
    con.unregister("calendar_rows")


def build(con: duckdb.DuckDBPyConnection, limits: Thresholds = USUAL) -> None:
    """Schema `journeys` (calendar, spells, events) from schema `records`; set-based, one pass a kind.

    limits: the thresholds this authority has set for what stands around a child.
    """
    create_calendar(con)
    build_rows(con, limits)


def build_rows(con: duckdb.DuckDBPyConnection, limits: Thresholds = USUAL) -> None:
    """Events and spells alone, from schema `records`; enough for one child's page, where no working day is counted."""
    con.execute("CREATE SCHEMA IF NOT EXISTS journeys")
    joined.create(con)
    create(con, "journeys.spells", SPELLS)
    create(con, "journeys.events", EVENTS)
    create(con, "journeys.cohorts", COHORTS)
    for statement in _statements(limits):
        con.execute(statement)


@cache
def _statements(limits: Thresholds) -> list[str]:
    """What fills the three tables, in order."""
    statements: list[str] = json.loads(kept(_as_json, limits))
    return statements


def _as_json(limits: Thresholds) -> str:
    columns = ", ".join(column for column in COHORTS if column != "cohort")
    allocations = spells.filter(spells.kind == "allocation")
    held_spells = derive.with_holder(spells, allocations, "started_on")
    held_events = derive.with_holder(events, allocations, "on_date")
    statements = [
        *("INSERT INTO journeys.spells " + to_sql(rows) for _, rows in derive.spells_of_records(limits)),
        *_again("spells", SPELLS, to_sql(derive.with_ends(spells))),
        *(
            "INSERT INTO journeys.spells " + to_sql(rows)
            for _, rows in derive.spells_of_spells(spells, limits)
        ),
        # In order of child, so that one child's page reads only where the child is.
        *_again("spells", SPELLS, to_sql(held_spells) + " ORDER BY child_id, started_on"),
        *(
            "INSERT INTO journeys.events " + to_sql(rows)
            for source in (derive.events_of_records(), derive.events_of_spells(spells))
            for _, rows in source
        ),
        *_again("events", EVENTS, to_sql(held_events) + " ORDER BY child_id, on_date"),
        *(
            f"INSERT INTO journeys.cohorts SELECT '{name}', {columns} FROM ({to_sql(rows)})"
            for name, rows in around.cohorts()
        ),
    ]
    return json.dumps(statements)


def _again(name: str, schema: dict[str, str], rows: str) -> tuple[str, ...]:
    """The table made again from a query over itself, its columns' types kept: a sum of dates is a timestamp in DuckDB."""
    columns = ", ".join(f'"{column}" {_SQL_TYPES[kind]}' for column, kind in schema.items())
    return (
        f"CREATE OR REPLACE TABLE journeys.{name}_again ({columns})",
        f"INSERT INTO journeys.{name}_again {rows}",
        f"DROP TABLE journeys.{name}",
        f"ALTER TABLE journeys.{name}_again RENAME TO {name}",
    )
