"""A load put into a database: all of it for the live file, or one person's rows as some load knew them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb

from undrift.engines.apart import in_memory
from undrift.errors import UserError
from undrift.records.about import about
from undrift.records.kept import kept_rows
from undrift.records.store import Load, loads, read_load
from undrift.records.tables import tables


def as_known_on(home: Path, day: date, authority: str | None = None) -> Load:
    """The load that speaks for the latest day on or before `day`: what the records said then.

    Of two for one day, the later loaded. authority: whose; the only one there is when None. UserError when no load
    reaches so far back, or when several authorities are held and none is named.
    """
    kept = [item for item in loads(home) if authority in (None, item.authority)]
    names = sorted({item.authority for item in kept})
    if len(names) > 1:
        raise UserError(
            f"The loads here are of {len(names)} authorities: {', '.join(names)}.",
            try_="Say which authority is meant.",
        )
    known = [item for item in kept if item.as_at <= day]
    if not known:
        oldest = min((item.as_at for item in kept), default=None)
        raise UserError(
            f"No load says what was known on {day:%d/%m/%Y}.",
            try_=f"The earliest speaks for {oldest:%d/%m/%Y}."
            if oldest
            else "Load a submission: undrift load",
        )
    return max(known, key=lambda item: (item.as_at, item.at, item.id))


@contextmanager
def one_person(home: Path, load_id: str, person: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory, schema `records` as in the live file, with the rows that one load has about one person;
    teams, workers and other tables about no child are there whole."""
    with in_memory() as con:
        fill(con, home, read_load(home, load_id), person)
        yield con


def fill(con: duckdb.DuckDBPyConnection, home: Path, load: Load, person: str | None = None) -> None:
    """Schema `records` from a load: every table typed, held or not; `load`, one row; `sources`, a row a table.

    The whole load is sorted by child, with what each column means; one person's rows are neither.
    """

    rows = kept_rows(home, load)
    con.execute("CREATE SCHEMA records")
    for table in tables().values():
        con.execute(table.create_sql())
        if person is None:
            con.execute(table.comment_sql())
        kept = rows(table.name)
        if kept is None:
            continue
        insert = f"INSERT INTO records.{table.name} BY NAME SELECT * FROM {kept}"
        if person is None:
            # A child's rows side by side: one child's page reads few blocks.
            con.execute(f"{insert} ORDER BY {', '.join(filter(None, [table.person, *table.keys]))}")
        elif condition := about(table.name, rows):
            con.execute(f"{insert} WHERE {condition}", {"people": [person]} if "$people" in condition else {})
        else:
            con.execute(insert)
    _describe(con, load)


def _describe(con: duckdb.DuckDBPyConnection, load: Load) -> None:
    con.execute(
        """CREATE TABLE records.load AS
           SELECT ? AS load_id, ? AS authority, CAST(? AS DATE) AS as_at, ? AS loaded_by,
                  CAST(? AS TIMESTAMP) AS loaded_at, ? AS spec_version, CAST(? AS BIGINT) AS issues,
                  CAST(? AS BIGINT) AS rows_held_back""",
        [
            load.id,
            load.authority,
            load.as_at,
            load.by,
            load.at.replace(tzinfo=None),
            load.spec_version,
            load.issues,
            load.rows_held_back,
        ],
    )
    con.execute(
        """CREATE TABLE records.sources ("table" VARCHAR, held BOOLEAN, why_not VARCHAR, source_kind VARCHAR,
                                         source_file VARCHAR, rows BIGINT, extent VARCHAR)"""
    )
    said = []
    for name in tables():
        note = load.tables.get(name)
        said.append(
            [name, True, None, note.kind, ", ".join(note.files), note.rows, note.extent]
            if note
            else [name, False, load.not_held.get(name, "nothing sent holds it"), None, None, 0, "not held"]
        )
    # One statement: a row at a time took longer than all the rest of opening one person's rows.
    con.execute(
        f"INSERT INTO records.sources VALUES {', '.join(['(?, ?, ?, ?, ?, ?, ?)'] * len(said))}",
        [value for row in said for value in row],
    )
