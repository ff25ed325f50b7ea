"""Two ids that a person has said are one child make one journey; the records stay as they were."""

from collections.abc import Iterator
from datetime import date

import duckdb
import pyarrow as pa
import pytest

from undrift.journeys import build, child, kept_id
from undrift.records import tables
from undrift.records.links import SameChild, create
from undrift.synthetic.files import live
from undrift.synthetic.story import AS_AT
from undrift.synthetic.tables import Row, Tables

COPY = "copy of "


@pytest.fixture(scope="module")
def irwell() -> Tables:
    history, _ = live(scale=0.02)
    return history.at(AS_AT)


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as made:
        made.execute("CREATE SCHEMA records")
        for table in tables().values():
            made.execute(table.create_sql())
        made.execute("CREATE TABLE records.load AS SELECT CAST(? AS DATE) AS as_at", [AS_AT])
        yield made


def give(con: duckdb.DuckDBPyConnection, name: str, rows: list[Row]) -> None:
    if rows:
        said = {column: [row.get(column) for row in rows] for column in rows[0] if not column.startswith("_")}
        con.register("rows", pa.table(said))
        con.execute(f"INSERT INTO records.{name} BY NAME SELECT * FROM rows")
        con.unregister("rows")


def everything(con: duckdb.DuckDBPyConnection, table: str) -> list[tuple[object, ...]]:
    return con.execute(f"SELECT * FROM journeys.{table} ORDER BY ALL").fetchall()


def test_a_child_split_over_two_ids_and_joined_again_has_the_journey_of_one(
    con: duckdb.DuckDBPyConnection, irwell: Tables
) -> None:
    # Given an authority, and its journeys
    for name, rows in irwell.items():
        give(con, name, rows)
    build(con)
    whole = {name: everything(con, name) for name in ("events", "spells")}
    # When every second row about a child is under another id
    moved = 0
    for name in irwell:
        person = tables()[name].person
        if person and name != "ssd_person":
            moved += con.execute(
                f"UPDATE records.{name} SET {person} = '{COPY}' || {person} WHERE rowid % 2 = 1"
            ).fetchall()[0][0]
    con.execute(
        f"INSERT INTO records.ssd_person BY NAME SELECT '{COPY}' || pers_person_id AS pers_person_id, 'X' AS pers_sex FROM records.ssd_person"
    )
    assert moved > 1000
    build(con)
    assert everything(con, "events") != whole["events"]
    # And a person has said that the two are one
    ids = [
        row[0]
        for row in con.execute(
            f"SELECT pers_person_id FROM records.ssd_person WHERE NOT starts_with(pers_person_id, '{COPY}')"
        ).fetchall()
    ]
    create(con, [SameChild(COPY + one, one) for one in ids])
    before = con.execute("SELECT * FROM records.ssd_involvements ORDER BY ALL").fetchall()
    build(con)
    # Then the journeys are what they were, and the records too
    for name, rows in whole.items():
        assert everything(con, name) == rows, name
    assert con.execute("SELECT * FROM records.ssd_involvements ORDER BY ALL").fetchall() == before
    assert con.execute("SELECT count(*) FROM joined.ssd_person").fetchone() == (len(ids),)


def test_either_id_finds_the_journey_and_undoing_parts_them(con: duckdb.DuckDBPyConnection) -> None:
    give(
        con,
        "ssd_person",
        [{"pers_person_id": one, "pers_forename": name} for one, name in (("1", "Ada"), ("01", "Adah"))],
    )
    give(
        con,
        "ssd_contacts",
        [
            {"cont_contact_id": f"C{one}", "cont_person_id": one, "cont_contact_date": date(2026, 1, 5)}
            for one in ("1", "01")
        ],
    )
    create(con, [SameChild("01", "1")])
    build(con)
    for one in ("1", "01"):
        found = child(con, one)
        assert found is not None
        assert (found.child.id, found.child.name, found.child.other_ids) == ("1", "Ada", ("01",))
        assert [event.source_key for event in found.events] == ["C01", "C1"]
    assert kept_id(con, "01") == kept_id(con, "1") == "1"
    create(con)
    build(con)
    apart = child(con, "01")
    assert apart is not None
    assert (apart.child.id, apart.child.other_ids, len(apart.events)) == ("01", (), 1)


def test_an_id_made_before_birth_takes_the_birth_from_the_id_it_is_joined_to(
    con: duckdb.DuckDBPyConnection,
) -> None:
    """Unborn, moved in on a plan, born, and in care under a second id: kept under the first, it is one child who was born."""
    expected, born = date(2026, 8, 15), date(2026, 8, 18)
    given = [
        {"pers_person_id": "U", "pers_forename": "Unborn", "pers_expected_dob": expected, "pers_dob": None},
        {"pers_person_id": "B", "pers_forename": "Ada", "pers_expected_dob": None, "pers_dob": born},
        {
            "pers_person_id": "C",
            "pers_forename": "Cy",
            "pers_expected_dob": None,
            "pers_dob": date(2015, 1, 2),
        },
    ]
    give(con, "ssd_person", given)
    give(
        con,
        "ssd_cp_plans",
        [{"cppl_cp_plan_id": "P", "cppl_person_id": "U", "cppl_cp_plan_start_date": date(2026, 6, 20)}],
    )
    create(con, [SameChild("B", "U")])
    build(con)
    told = con.execute(
        "SELECT kind, on_date FROM journeys.events WHERE child_id = 'U' ORDER BY ALL"
    ).fetchall()
    assert told == [("born", born), ("cp_plan_started", date(2026, 6, 20))]
    unborn = con.execute("SELECT child_id, ended_on FROM journeys.spells WHERE kind = 'unborn'").fetchall()
    assert unborn == [("U", born)]
    found = child(con, "B")
    assert found is not None
    assert (found.child.id, found.child.name, found.child.born) == ("U", "Unborn", born), (
        "what the kept id says, it says"
    )
    assert con.execute("SELECT count(*) FROM joined.ssd_person").fetchone() == (2,)


def test_a_child_named_in_no_list_of_people_has_a_journey_all_the_same(
    con: duckdb.DuckDBPyConnection,
) -> None:
    give(
        con,
        "ssd_contacts",
        [{"cont_contact_id": "1", "cont_person_id": "N", "cont_contact_date": date(2026, 1, 5)}],
    )
    build(con)
    found = child(con, "N")
    assert found is not None
    assert (found.child.name, found.child.born, len(found.events)) == ("Child N", None, 1)
    assert child(con, "nobody") is None
