"""The dataset read straight from a database: the same records as from its CSV files, and nothing written or told."""

import csv
import logging
import pickle
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import mssql

from tests.returns.postgres import PASSWORD, Server
from undrift import records
from undrift.cli import main
from undrift.errors import UserError
from undrift.returns import Submission, ssd
from undrift.returns.database import Address, read, source, statement
from undrift.returns.mapping import Said, using
from undrift.returns.spec import TableSpec, record_tables
from undrift.returns.submission import ORIGIN

AS_AT = date(2026, 9, 30)
_TYPES = {
    "text": ("text", "varchar(200)"), "flag": ("char(1)", "boolean", "text"), "date": ("date", "timestamp", "text"),
    "number": ("numeric", "double precision"), "integer": ("integer", "bigint", "numeric(10,0)"),
    "json": ("text",),
}  # fmt: skip
# A database cannot hold a nought character; a line break in a cell is the CSV format's own affair.
_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12)
_MESS = st.sampled_from(
    ["31/02/2024", "01/02/2024", "13/02/2024", "NULL", "n/a", " ", "1900-01-01", "45123", "=A1", "Y", "yes", "maybe",
     "1,000", "2024-02-30", "5 May 2024"]
)  # fmt: skip


def cell(kind: str, made: str) -> st.SearchStrategy[Any]:
    """A value of a column of the records of this kind, as a database column of type `made` holds it."""
    return {
        "date": st.dates(date(1990, 1, 1), date(2030, 1, 1)),
        "timestamp": st.datetimes().map(lambda d: d.replace(microsecond=0, year=1990 + d.year % 40, day=min(d.day, 28))),
        "boolean": st.booleans(),
        "char(1)": st.sampled_from("YNyn"),
        "integer": st.integers(-1000, 10**6),
        "bigint": st.integers(0, 10**12),
        "numeric(10,0)": st.integers(0, 10**6).map(Decimal),
        "numeric": st.decimals(-1000, 1000, places=3),
        "double precision": st.floats(-1e9, 1e9).map(lambda f: f + 0.0),
    }.get(made, _WORDS | _MESS if kind in ("text", "date", "flag") else st.sampled_from(['{"a": "b"}', "{", ""]))  # fmt: skip


@st.composite
def contents(draw: st.DrawFn) -> tuple[TableSpec, list[str], list[str], list[tuple[Any, ...]]]:
    """A table of the dataset, some of its columns in some order, a database type for each, and rows."""
    mixed = [name for name, spec in record_tables().items() if len({c.type for c in spec.columns}) > 3]
    spec = record_tables()[draw(st.sampled_from(mixed) | st.sampled_from(sorted(record_tables())))]
    needed = [c for c in spec.columns if c.required or c.is_key]
    others = draw(st.just(spec.columns) | st.lists(st.sampled_from(spec.columns), unique_by=lambda c: c.name))
    columns = draw(st.permutations(list({c.name: c for c in [*needed, *others]}.values())))
    types = [draw(st.sampled_from(_TYPES[c.type])) for c in columns]
    row = st.tuples(*(cell(c.type, made) | st.none() for c, made in zip(columns, types, strict=True)))
    return spec, [c.name for c in columns], types, draw(st.lists(row, min_size=1, max_size=4))


def make(
    database: Server, table: str, columns: Sequence[str], types: Sequence[str], rows: Sequence[Any]
) -> None:
    declared = ", ".join(f"{name} {made}" for name, made in zip(columns, types, strict=True))
    with database.engine().begin() as connection:
        connection.exec_driver_sql(
            "DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC"
        )
        connection.exec_driver_sql(f"CREATE TABLE {table} ({declared})")
        for row in rows:
            connection.exec_driver_sql(
                f"INSERT INTO {table} VALUES ({', '.join(['%s'] * len(row))})", tuple(row)
            )


def as_csv(path: Path, columns: Sequence[str], rows: Sequence[Any]) -> None:
    """As a case system's own export would write it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(
            [
                ["" if v is None else "Y" if v is True else "N" if v is False else v for v in row]
                for row in rows
            ]
        )


def rows_of(submission: Submission, table: str) -> Counter[tuple[object, ...]]:
    """What the records hold, wherever each row stood."""
    kept = submission.tables[table].drop_columns([name for name, _ in ORIGIN])
    return Counter(tuple(row.values()) for row in kept.to_pylist())


def faults(submission: Submission) -> Counter[tuple[str, ...]]:
    return Counter((i.column, i.what, i.code, i.severity, i.value) for i in submission.issues)


@settings(max_examples=40)
@given(held=contents())
def test_the_database_and_the_csv_file_give_the_same_records(
    database: Server, tmp_path: Path, held: tuple[TableSpec, list[str], list[str], list[tuple[Any, ...]]]
) -> None:
    spec, columns, types, rows = held
    make(database, spec.name, columns, types, rows)
    as_csv(tmp_path / f"{spec.name}.csv", columns, rows)
    from_file = ssd.read(tmp_path / f"{spec.name}.csv")
    there = source(database.address())
    assert isinstance(there, Address)
    from_database = read(there)
    assert rows_of(from_database, spec.name) == rows_of(from_file, spec.name)
    assert faults(from_database) == faults(from_file)
    assert from_database.tables.keys() == from_file.tables.keys()
    assert from_database.not_held.keys() == from_file.not_held.keys()


PEOPLE = ("ssd_person", ["pers_person_id", "pers_dob"], ["text", "date"])


@pytest.fixture
def people(database: Server) -> Iterator[Server]:
    make(database, *PEOPLE, [("C2", date(2015, 2, 1)), ("C1", date(2014, 3, 1))])
    yield database


def there(database: Server, **given: str) -> Address:
    found = source(database.address(**{k: v for k, v in given.items() if k != "schema"}), given.get("schema"))
    assert isinstance(found, Address)
    return found


def test_the_same_rows_are_the_same_load_whatever_order_they_come_in(people: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"

    def load() -> records.LoadResult:
        return records.load([there(people)], authority="Irwell", as_at=AS_AT, by="Analyst", home=home)

    first = load()
    make(people, *PEOPLE, [("C1", date(2014, 3, 1)), ("C2", date(2015, 2, 1))])
    assert load().already
    make(people, *PEOPLE, [("C1", date(2014, 3, 2)), ("C2", date(2015, 2, 1))])
    third = load()
    assert not third.already
    (change,) = records.compare(home, first.load.id, third.load.id).changes
    assert (change.table, change.altered) == ("ssd_person", 1)


def test_a_view_and_a_name_in_capitals_are_tables_too(people: Server) -> None:
    with people.engine().begin() as connection:
        connection.exec_driver_sql(
            'CREATE VIEW "SSD_Contacts" AS SELECT 1 AS "Cont_Contact_ID", \'C1\' AS cont_person_id, 7 AS extra;'
            "CREATE MATERIALIZED VIEW ssd_department AS SELECT 'AB' AS dept_team_id;"
            'GRANT SELECT ON "SSD_Contacts", ssd_department TO undrift_reader'
        )
    found = read(there(people))
    assert set(found.tables) == {"ssd_person", "ssd_contacts", "ssd_department"}
    assert found.tables["ssd_contacts"].column("cont_contact_id").to_pylist() == ["1"]
    assert any("cont_contact_date is not in" in said for said in found.assumptions)


def test_a_column_that_a_person_has_named_is_read_as_what_they_said(database: Server) -> None:
    make(database, "ssd_person", ['"Pupil key"', "pers_dob", "born"], ["text", "date", "date"],
         [("C1", date(2014, 3, 1), date(1999, 1, 1))])  # fmt: skip
    said = [
        Said(
            "column", "*", "", "pupil key", "pers_person_id", "Amira", datetime.now(UTC), "our system's name"
        ),
        Said("column", "*", "", "born", "pers_dob", "Amira", datetime.now(UTC), "our system's name"),
    ]
    with pytest.raises(UserError, match="pers_person_id"):
        read(there(database))
    with using(said) as mapping:
        person = read(there(database)).tables["ssd_person"]
    # The column that has the dataset's own name stands, whatever was said of another.
    assert person.column("pers_person_id").to_pylist() == ["C1"]
    assert person.column("pers_dob").to_pylist() == [date(2014, 3, 1)]
    assert said[0] in mapping.used


def test_a_schema_can_be_named_and_one_that_is_not_there_is_said(people: Server) -> None:
    with people.engine().begin() as connection:
        connection.exec_driver_sql(
            "DROP SCHEMA IF EXISTS hdm CASCADE; CREATE SCHEMA hdm; GRANT USAGE ON SCHEMA hdm TO undrift_reader;"
            "CREATE TABLE hdm.ssd_person (pers_person_id text); INSERT INTO hdm.ssd_person VALUES ('H1');"
            "CREATE SCHEMA IF NOT EXISTS empty; GRANT USAGE ON SCHEMA empty TO undrift_reader"
        )
    assert read(there(people, schema="hdm")).tables["ssd_person"].column("pers_person_id").to_pylist() == [
        "H1"
    ]
    with pytest.raises(UserError, match="no schema elsewhere"):
        read(there(people, schema="elsewhere"))
    with pytest.raises(UserError, match="--schema"):
        read(there(people, schema="empty"))


def test_a_table_the_account_may_not_read_is_held_back_and_the_others_are_read(
    people: Server, caplog: pytest.LogCaptureFixture
) -> None:
    with people.engine().begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE ssd_contacts (cont_contact_id text, cont_person_id text);"
            "REVOKE ALL ON ssd_contacts FROM undrift_reader;"
            "CREATE TABLE ssd_cin_episodes (cine_referral_id text)"
        )
    with caplog.at_level(logging.DEBUG):
        found = read(there(people))
    assert set(found.tables) == {"ssd_person"}
    assert {(i.file, i.severity) for i in found.issues} == {
        ("public.ssd_contacts", "held back"), ("public.ssd_cin_episodes", "held back"),
    }  # fmt: skip
    assert found.not_held["ssd_contacts"] == "its table could not be used"
    assert not caplog.records


def test_nothing_can_be_written_even_by_an_account_that_could(people: Server) -> None:
    from sqlalchemy import text
    from sqlalchemy.exc import DBAPIError

    from undrift.returns.database import _connection

    owner = there(people, user="undrift_owner")
    with pytest.raises(RuntimeError, match="only read"), _connection(owner) as connection:
        connection.execute(text("DELETE FROM ssd_person"))
    # And were the statement to look like a query, the server itself refuses it.
    with pytest.raises(UserError), _connection(owner) as connection:
        try:
            connection.execute(text("WITH gone AS (DELETE FROM ssd_person RETURNING 1) SELECT * FROM gone"))
        except DBAPIError as fault:
            assert "read-only transaction" in str(fault.orig)
            raise
    assert read(owner).tables["ssd_person"].num_rows == 2


def test_all_tables_are_read_as_of_one_moment(people: Server) -> None:
    from sqlalchemy import text

    from undrift.returns.database import _connection

    with _connection(there(people)) as connection:
        count = text("SELECT count(*) FROM ssd_person")
        before = connection.execute(count).scalar()
        with people.engine().begin() as other:
            other.exec_driver_sql("INSERT INTO ssd_person VALUES ('C9', NULL)")
        assert connection.execute(count).scalar() == before


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"password": "wrong" + PASSWORD}, "did not accept"),
        ({"database": "nothing"}, "no database of this name"),
        ({"user": "nobody"}, "did not accept"),
    ],
)
def test_what_goes_wrong_is_said_without_the_password(
    people: Server, given: dict[str, str], says: str, caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("UNDRIFT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("UNDRIFT_DEBUG", "1")
    monkeypatch.setenv("DATABASE", people.address(**given))
    with caplog.at_level(logging.DEBUG):
        assert main(["load", "env:DATABASE", "--authority", "Irwell", "--as-at", "2026-09-30"]) == 2
    printed = capsys.readouterr()
    assert says in printed.err
    assert "s3cret" not in printed.err + printed.out + caplog.text and "%40" not in printed.err


def test_the_password_is_nowhere_under_the_home_nor_in_words(
    people: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("UNDRIFT_HOME", str(home))
    kept = tmp_path / "address"
    kept.write_text(people.address() + "\n")
    assert main(["check", f"file:{kept}", "--as-at", "2026-09-30"]) == 0
    where = there(people)
    records.load([where], authority="Irwell", as_at=AS_AT, by="Analyst", home=home)
    said = capsys.readouterr()
    assert "public.ssd_person of the database postgres on 127.0.0.1, 2 rows" in said.out
    everything = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    for secret in ("s3cret", "undrift_reader"):
        assert secret.encode() not in everything
        assert secret not in said.out + said.err + repr(where) + str(where)
    assert b"s3cret" in pickle.dumps(where)  # it is in there, and shown nowhere


@pytest.mark.parametrize(
    "text", ["postgresql://u:s3cret@[bad/db", "mysql://u:s3cret@h/db", "postgresql://u:s3cret@h:port/db"]
)
def test_an_address_that_is_none_is_not_repeated(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", text, "--as-at", "2026-09-30"]) == 2
    with pytest.raises(SystemExit):
        main(["loads", text])
    said = capsys.readouterr()
    assert "s3cret" not in said.out + said.err
    assert "database" in said.err


def test_an_address_that_cannot_be_found_says_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="NO_SUCH_NAME"):
        source("env:NO_SUCH_NAME")
    with pytest.raises(UserError, match="cannot be read"):
        source(f"file:{tmp_path / 'absent'}")
    assert source("a/b.csv") == Path("a/b.csv")


def test_a_server_that_does_not_answer_is_said() -> None:
    there = source("postgresql+pg8000://u:s3cret@127.0.0.1:1/db")
    assert isinstance(there, Address)
    with pytest.raises(UserError, match="could not be reached") as fault:
        read(there)
    assert "s3cret" not in str(fault.value)


def test_sql_server_is_asked_the_same_in_its_own_words() -> None:
    """No SQL Server is here: the statement is compiled by its dialect, and the connection asks for reading only."""
    asked = str(
        statement("dbo", "ssd_person", ["pers_person_id", "PERS DOB"]).compile(dialect=mssql.dialect())
    )
    assert " ".join(asked.split()) == "SELECT pers_person_id, [PERS DOB] FROM dbo.ssd_person"
    there = source("mssql+pyodbc://reader:s3cret@server/ssd?driver=ODBC+Driver+18+for+SQL+Server")
    assert isinstance(there, Address)
    (how,), _ = there.url.get_dialect()().create_connect_args(there.url)
    assert "ApplicationIntent=ReadOnly" in how
    assert there.words == "database ssd on server"
