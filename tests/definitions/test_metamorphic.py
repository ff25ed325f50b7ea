"""What must make no difference to a reading: who else is in the file, in what order rows come, which other clocks run.

A clock of each shape, over generated journeys. Every clock there is, over records of the invented authority, is in
test_every_clock; every clock's cases as authorities apart are in tests/spark.
"""

from datetime import date
from functools import cache
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.definitions.duck import Child, Duck
from tests.definitions.test_many import CLOCKS
from tests.definitions.test_parity import children, days
from tests.definitions.test_parity import few as few_days
from undrift.clocks import engine
from undrift.clocks.definition import Clock
from undrift.clocks.readings import readings
from undrift.engines import to_sql
from undrift.engines.many import AUTHORITY, over_many
from undrift.journeys.build import create, create_calendar
from undrift.journeys.tables import EVENTS, SPELLS

every_shape = pytest.mark.parametrize("clock", CLOCKS, ids=lambda card: card.id)
few = settings(max_examples=5)
COLUMNS = ", ".join(engine.INSTANCES)


@pytest.fixture(scope="module")
def duck() -> Duck:
    return Duck()


@pytest.fixture(scope="module")
def region() -> duckdb.DuckDBPyConnection:
    """Journeys of several authorities in one pair of tables, each row with whose it is."""
    con = duckdb.connect()
    create_calendar(con)
    for name, columns in (("events", EVENTS), ("spells", SPELLS)):
        create(con, f"journeys.{name}", {**columns, AUTHORITY: "string"})
    return con


def family(
    data: st.DataObject, clock: Clock, on: st.SearchStrategy[date] = days, called: str = "c"
) -> list[Child]:
    """Children with the same names whoever they are given to."""
    drawn = data.draw(st.lists(children(clock, on), min_size=1, max_size=6))
    return [(f"{called}{n}", events, spells) for n, (events, spells) in enumerate(drawn)]


@cache
def over_region(clock: Clock) -> str:
    return to_sql(over_many(engine.instances(clock)))


def instances(con: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    return sorted(con.execute(f"SELECT {COLUMNS} FROM clocks.instances").fetchall(), key=repr)


@every_shape
@few
@given(data=st.data())
def test_one_authority_or_a_country(
    duck: Duck, region: duckdb.DuckDBPyConnection, clock: Clock, data: st.DataObject
) -> None:
    """Children and spells of three authorities have the same ids; each reads together as it does alone."""
    alone: dict[str, list[tuple[Any, ...]]] = {}
    region.execute("DELETE FROM journeys.events; DELETE FROM journeys.spells")
    for authority in ("E06000001", "E06000002", "E06000003"):
        duck.give(family(data, clock))
        duck.run(clock)
        alone[authority] = instances(duck.con)
        for name in ("events", "spells"):
            rows = duck.con.execute(f"SELECT *, '{authority}' FROM journeys.{name}").fetchall()
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                region.executemany(f"INSERT INTO journeys.{name} VALUES ({marks})", rows)
    together: dict[str, list[tuple[Any, ...]]] = {authority: [] for authority in alone}
    region.execute(f"CREATE OR REPLACE TEMP TABLE found ({AUTHORITY} VARCHAR, {TYPED})")
    region.execute(f"INSERT INTO found SELECT {AUTHORITY}, {COLUMNS} FROM ({over_region(clock)})")
    for authority, *row in region.execute("FROM found").fetchall():
        together[authority].append(tuple(row))
    assert {authority: sorted(rows, key=repr) for authority, rows in together.items()} == alone


# A day plus a month is a moment in DuckDB; stored, it is the day again.
TYPED = ", ".join(
    f"{name} {({'string': 'VARCHAR', 'date': 'DATE', 'boolean': 'BOOLEAN'})[kind]}"
    for name, kind in engine.INSTANCES.items()
)


@every_shape
@few
@given(data=st.data(), seed=st.integers(0, 9))
def test_shuffled_rows(duck: Duck, clock: Clock, data: st.DataObject, seed: int) -> None:
    """Several on one day, of different teams: which of them is the start must not hang on the order of rows."""
    duck.give(family(data, clock, few_days))
    duck.con.execute("UPDATE journeys.events SET team_id = 'T' || hash(source_key) % 4")
    duck.run(clock)
    before = instances(duck.con)
    for name in ("events", "spells"):
        duck.con.execute(f"CREATE OR REPLACE TEMP TABLE mixed AS FROM journeys.{name}")
        duck.con.execute(f"DELETE FROM journeys.{name}")
        duck.con.execute(
            f"INSERT INTO journeys.{name} FROM mixed ORDER BY hash(source_key || '{seed}') DESC, source_key"
        )
    duck.run(clock)
    assert instances(duck.con) == before


@every_shape
@few
@given(data=st.data(), as_at=days)
def test_doubled_children(duck: Duck, clock: Clock, data: st.DataObject, as_at: date) -> None:
    """Each child a second time under another name: the second reads as the first, and the first as before."""
    given_ = family(data, clock)
    duck.give(given_)
    duck.run(clock)
    once = duck.read(as_at)
    duck.give([*given_, *((f"{child}again", events, spells) for child, events, spells in given_)])
    duck.run(clock)
    twice = duck.read(as_at)
    assert [row for row in twice if not row[0].endswith("again")] == once
    copies = [(row[0].removesuffix("again"), *row[1:]) for row in twice if row[0].endswith("again")]
    assert sorted(copies) == once


@every_shape
@few
@given(data=st.data(), as_at=days, nth=st.integers(1, len(CLOCKS) - 1))
def test_one_clock_or_another_beside_it(
    duck: Duck, clock: Clock, data: st.DataObject, as_at: date, nth: int
) -> None:
    """The rows of another clock's children, and its instances, change nothing of this one's."""
    other = CLOCKS[(CLOCKS.index(clock) + nth) % len(CLOCKS)]
    duck.give([*family(data, clock), *family(data, other, called="other")])
    duck.run(clock)
    duck.run_too(other)
    beside = readings(duck.con, as_at, clocks=[clock.id])
    duck.run(clock)
    assert beside == readings(duck.con, as_at)
