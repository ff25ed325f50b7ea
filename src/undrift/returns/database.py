"""The Standard Safeguarding Dataset straight from the authority's database: read only, in one snapshot, in batches.

PostgreSQL and SQL Server by the same statements; a table or view of the dataset's name is read as its CSV file would be.
"""

import json
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.csv as pcsv

from undrift.errors import UserError
from undrift.returns.csv_file import UnusableError
from undrift.returns.mapping import active
from undrift.returns.rows import Rows, read_rows
from undrift.returns.spec import TableSpec, record_tables
from undrift.returns.ssd import fields_of, name_columns
from undrift.returns.submission import Issue, SourceFile, Submission, conform
from undrift.returns.words import counted, plain

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select
    from sqlalchemy.engine import URL

BATCH = 20_000  # rows held as Python values at a time
FROM_ENVIRONMENT, FROM_FILE = "env:", "file:"

# Read only: said to PostgreSQL, which enforces it; SQL Server has no such transaction, so `_only_reading` does.
_CONNECTION: dict[str, dict[str, Any]] = {
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
    "mssql": {},
}
_QUERY = {"postgresql": {}, "mssql": {"ApplicationIntent": "ReadOnly"}}
_READS = frozenset({"SELECT", "WITH", "SHOW", "SAVEPOINT", "ROLLBACK", "RELEASE", "SAVE"})


@dataclass(frozen=True)
class Address:
    """Where a database is. url: SQLAlchemy's, whose own words hide the password. schema: None for the default."""

    url: "URL" = field(repr=False)
    schema: str | None = None

    @property
    def words(self) -> str:
        """The database and its machine: no user and no password."""
        return f"database {self.url.database or ''} on {self.url.host or 'this machine'}"


def source(text: str, schema: str | None = None) -> Path | Address:
    """What a person gave to load: a path; or a database, by its address, by env:NAME or by file:PATH, which keep
    the address out of the shell's history and the list of processes. UserError when there is no address there."""
    if text.startswith(FROM_ENVIRONMENT):
        name = text.removeprefix(FROM_ENVIRONMENT)
        if not os.environ.get(name):
            raise UserError(f"The environment has no {name}.", try_=f"Set {name} to the database's address.")
        return _address(os.environ[name], schema)
    if text.startswith(FROM_FILE):
        path = Path(text.removeprefix(FROM_FILE))
        try:
            return _address(path.read_text(encoding="utf-8"), schema)
        except (OSError, UnicodeDecodeError):
            raise UserError(
                "The file with the database's address cannot be read.",
                where=str(path),
                try_="It should hold one line, readable by you alone.",
            ) from None
    return _address(text, schema) if "://" in text else Path(text)


def _address(text: str, schema: str | None) -> Address:
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):
        # The words of the fault, and what was given, can hold the password.
        raise UserError(
            "This is not a database's address.",
            try_="Write it as postgresql+pg8000://USER:PASSWORD@HOST/DATABASE, with %40 for an @ in the password.",
        ) from None
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+pg8000")
    if url.get_backend_name() not in _CONNECTION:
        raise UserError(
            f"No database of the kind {url.get_backend_name()} is read here.",
            try_="Give a PostgreSQL address (postgresql+pg8000://) or a SQL Server one (mssql+pyodbc://).",
        )
    return Address(url.update_query_dict(_QUERY[url.get_backend_name()]), schema)


def read(address: Address) -> Submission:
    """Every table of the dataset that the schema holds, as one submission. UserError when none can be used."""
    tables: dict[str, pa.Table] = {}
    files: list[SourceFile] = []
    issues: list[Issue] = []
    assumptions = ["Row numbers count a table's rows in the order of its columns, the key first."]
    recognised: list[str] = []
    with _connection(address) as connection:
        schema, found = _found(connection, address)
        for table, (called, columns) in found.items():
            spec, place = record_tables()[table], f"{schema}.{called}"
            try:
                raw = _fetch(connection, schema, called, spec, columns)
                rows, notes = _read(raw, spec, place)
            except UnusableError as fault:
                issues.append(fault.issue)
                continue
            files.append(_fingerprint(place, raw))
            issues += rows.issues
            assumptions += notes + rows.assumptions
            tables[table] = conform(rows.table, table)
            recognised.append(
                f"{table}: {place} of the {address.words}, {counted(rows.table.num_rows, 'row')}"
            )
    if not tables:
        first = issues[0] if issues else None
        raise UserError(
            first.what if first else f"Schema {schema} holds no table of the Standard Safeguarding Dataset.",
            where=first.where if first else address.words,
            try_=first.try_ if first else "Name the schema that does with --schema.",
        )
    not_held = {
        name: f"schema {schema} has no table of this name" for name in record_tables() if name not in found
    }
    not_held |= {name: "its table could not be used" for name in found if name not in tables}
    return Submission(
        kind="ssd",
        files=tuple(files),
        tables=tables,
        not_held=not_held,
        issues=tuple(issues),
        assumptions=tuple(assumptions),
        recognised=tuple(recognised),
    )


@contextmanager
def _connection(address: Address) -> "Iterator[Connection]":
    """One read-only transaction that sees one moment, rolled back at the end whatever happened."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.exc import SQLAlchemyError
    from sqlalchemy.pool import NullPool

    try:
        # hide_parameters: no value of a row in the words of a fault.
        engine = create_engine(address.url, poolclass=NullPool, hide_parameters=True)
    except ModuleNotFoundError:
        raise UserError(
            "The driver for this kind of database is not installed.",
            try_='For SQL Server: pip install "undrift[sqlserver]".',
        ) from None
    # A driver's own words about a fault go to no log: they are the one thing here we did not write.
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    event.listen(engine, "before_cursor_execute", _only_reading)
    try:
        with engine.connect() as opened:
            connection = opened.execution_options(**_CONNECTION[address.url.get_backend_name()])
            with connection.begin() as transaction:
                yield connection
                transaction.rollback()
    except SQLAlchemyError as fault:
        raise UserError(_why(fault), where=address.words, try_=_TRY) from None
    finally:
        engine.dispose()


_TRY = "Check the address, and that the account may read the schema; nothing was loaded."
_STATES = {
    "28P01": "The database did not accept the user's name or password.",
    "28000": "The database does not let this user in.",
    "3D000": "The server has no database of this name.",
    "42501": "The account may not read what was asked for.",
}


def _why(fault: Exception) -> str:
    """What a driver's fault means, in our words: its own can hold the address or a value."""
    told = getattr(getattr(fault, "orig", None), "args", ())
    state = told[0].get("C", "") if told and isinstance(told[0], dict) else str(told[0]) if told else ""
    return _STATES.get(state, "The database could not be reached, or broke off.")


def _only_reading(_: object, __: object, statement: str, *___: object) -> None:
    if statement.split(maxsplit=1)[0].upper() not in _READS:
        raise RuntimeError("A statement that does not only read was stopped.")


def _found(connection: "Connection", address: Address) -> tuple[str, dict[str, tuple[str, dict[str, str]]]]:
    """The schema; and each of the dataset's tables in it: what it is called there, and its columns by our names."""
    from sqlalchemy import inspect

    inspector = inspect(connection)
    schema = address.schema or inspector.default_schema_name or ""
    if schema not in inspector.get_schema_names():
        raise UserError(
            f"There is no schema {schema}.", where=address.words, try_="Name another with --schema."
        )
    names: dict[str, str] = {}
    for called in sorted(
        {*inspector.get_table_names(schema), *inspector.get_view_names(schema), *_further(inspector, schema)}
    ):
        table = called.lower()
        if table in record_tables():
            if table in names:
                raise UserError(
                    f"{names[table]} and {called} both hold {table}.",
                    where=f"schema {schema}",
                    try_="Rename the one that should not be read.",
                )
            names[table] = called
    return schema, {
        table: (
            names[table],
            _by_our_names(
                [str(c["name"]) for c in inspector.get_columns(names[table], schema)],
                record_tables()[table],
                f"{schema}.{names[table]}",
            ),
        )
        for table in record_tables()
        if table in names
    }


def _by_our_names(columns: Sequence[str], spec: TableSpec, place: str) -> dict[str, str]:
    """Our name of each column, or what a person has said it is, to its own. A column of our name goes before one said
    to be it."""
    known = {plain(c.name) for c in spec.columns}
    found = {name.lower(): name for name in columns}
    for name in columns:
        found.setdefault(active().header(name, known, (place,)).strip().lower(), name)
    return found


def _further(inspector: Any, schema: str) -> Sequence[str]:
    """Materialised views, where the kind of database has them."""
    named: Callable[[str], Sequence[str]] = inspector.get_materialized_view_names
    return named(schema) if inspector.dialect.name == "postgresql" else ()


def statement(schema: str, called: str, columns: Sequence[str]) -> "Select[*tuple[Any, ...]]":
    """The one kind of statement that reads rows: SELECT these columns FROM schema.table."""
    from sqlalchemy import column, select, table

    return select(*(column(name) for name in columns)).select_from(
        table(called, *(column(name) for name in columns), schema=schema)
    )


def _fetch(
    connection: "Connection", schema: str, called: str, spec: TableSpec, columns: dict[str, str]
) -> pa.Table:
    """The table's known columns as text, sorted, so that the same rows are the same whatever order they come in."""
    from sqlalchemy.exc import SQLAlchemyError

    known = [c.name for c in spec.columns if c.name in columns]
    shape = pa.schema([(name, pa.string()) for name in known])
    if not known:
        raise _unusable(f"{schema}.{called}", "The table has none of the dataset's columns.")
    batches: list[pa.RecordBatch] = []
    try:
        with connection.begin_nested():
            found = connection.execute(
                statement(schema, called, [columns[name] for name in known]),
                execution_options={"yield_per": BATCH},
            )
            for rows in found.partitions():
                arrays = [pa.array(map(_text, values), pa.string()) for values in zip(*rows, strict=True)]
                batches.append(pa.record_batch(arrays, schema=shape))
    except SQLAlchemyError as fault:
        raise _unusable(f"{schema}.{called}", _why(fault)) from None
    table = pa.Table.from_batches(batches, shape)
    order = sorted(known, key=lambda name: name not in spec.keys)
    return table.sort_by([(name, "ascending") for name in order]) if table.num_rows else table


def _text(value: Any) -> str | None:
    """A value as its CSV cell would say it."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _read(raw: pa.Table, spec: TableSpec, place: str) -> tuple[Rows, list[str]]:
    named, notes = name_columns(raw, Path(place), spec)
    numbers = pa.array(range(1, raw.num_rows + 1), pa.int32())
    return read_rows(named, numbers, fields_of(spec), place), notes


def _unusable(place: str, what: str) -> UnusableError:
    return UnusableError(Issue(place, "", None, "", what, _TRY, "file_unusable", "held back"))


class _Digest:
    """Counts and hashes what is written to it, and keeps none of it."""

    closed = False

    def __init__(self) -> None:
        self.total, self.size = sha256(), 0

    def write(self, content: bytes) -> int:
        self.total.update(content)
        self.size += len(content)
        return len(content)

    def flush(self) -> None:
        pass


def _fingerprint(place: str, raw: pa.Table) -> SourceFile:
    """What was read, as a file would be known: the hash and size of it written as CSV."""
    digest = _Digest()
    pcsv.write_csv(raw, pa.PythonFile(digest, mode="w"))
    return SourceFile(place, digest.total.hexdigest(), digest.size)
