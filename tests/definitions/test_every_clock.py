"""What must make no difference to a reading makes none: every clock there is, over records of the invented authority.

The shapes of clocks over stranger, generated lives are in test_metamorphic.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from undrift import clocks, records
from undrift.clocks import engine
from undrift.clocks.definition import Clock
from undrift.clocks.readings import build, load_as_at, readings
from undrift.clocks.settings import default, defaults
from undrift.engines import to_sql
from undrift.engines.kept import compiled
from undrift.engines.many import AUTHORITY, over_many
from undrift.journeys.build import create, create_calendar
from undrift.journeys.tables import EVENTS, SPELLS

WHOSE = "coalesce(child_id, spell_id)"
ONE_IN, FIRST = 40, 5
CHOSEN = f"""{WHOSE} IN (SELECT DISTINCT {WHOSE} FROM journeys.spells WHERE hash({WHOSE}) % {ONE_IN} = 0
             UNION SELECT unnest(min(DISTINCT {WHOSE}, {FIRST})) FROM clocks.instances GROUP BY clock_id)"""
"""One in so many children, workers and adopters, and the first few that each clock is about."""
FEW = {"fgdm_offer": 3, "prebirth_legal_planning": 4}
"""Clocks that fewer than FIRST of Irwell ever meet, and how many do."""

BETWEEN_TEAMS = """SELECT * REPLACE (CASE WHEN kind = 'unallocated' THEN 'transfer' ELSE outcome END AS outcome)
                   FROM journeys.spells"""
"""Irwell leaves nobody between two teams, so every gap between two workers is made one."""

COLUMNS = ", ".join(engine.INSTANCES)
IN_USE = {
    name: setting if setting.limit else replace(setting, limit=default(name), by="Director")
    for name, setting in defaults().items()
}
"""The limits an authority sets, none left unsaid."""

Cells = dict[str, list[tuple[Any, ...]]]
"""Of each clock, its instances in order, each with its reading last."""

every_clock = pytest.mark.parametrize("clock", clocks.catalogue().values(), ids=lambda card: card.id)


class Irwell:
    """The rows chosen, and databases of journeys made of them."""

    def __init__(self, home: Path) -> None:
        cur = records.cursor(home)
        self.rows: dict[str, pa.Table] = {
            name: cur.sql(f"FROM {table}").to_arrow_table()
            for name, table in {
                "events": f"journeys.events WHERE {CHOSEN}", "spells": f"({BETWEEN_TEAMS}) WHERE {CHOSEN}",
                "sources": "records.sources", "load": "records.load",
            }.items()
        }  # fmt: skip
        self.as_at = load_as_at(cur)
        self.read = to_sql(engine.stored.mutate(reading=engine.reading(engine.stored, self.as_at)))

    def journeys(self, *given: tuple[str, str], **more: str) -> duckdb.DuckDBPyConnection:
        """Journeys of what each pair of queries makes of `events` and of `spells`, `more` columns beside their own."""
        con = duckdb.connect(config={"threads": 1})
        create_calendar(con)
        con.execute("CREATE SCHEMA clocks")
        create(con, "clocks.instances", engine.INSTANCES)
        for place, (name, columns) in enumerate((("events", EVENTS), ("spells", SPELLS))):
            create(con, f"journeys.{name}", {**columns, **more})
            con.register(name, self.rows[name])
            for queries in given:
                con.execute(f"INSERT INTO journeys.{name} BY NAME {queries[place]}")
            con.unregister(name)
        return con

    def cells(self, con: duckdb.DuckDBPyConnection) -> Cells:
        found: Cells = defaultdict(list)
        for row in con.execute(f"SELECT {COLUMNS}, reading FROM ({self.read}) ORDER BY ALL").fetchall():
            found[row[0]].append(row)
        return found

    def every(self, *given: tuple[str, str]) -> Cells:
        """Every clock over the journeys of these queries."""
        with self.journeys(*given) as con:
            for clock in clocks.catalogue().values():
                con.execute(f"INSERT INTO clocks.instances {compiled(engine.instances, clock)}")
            return self.cells(con)


AS_GIVEN = "FROM events", "FROM spells"


@pytest.fixture(scope="module")
def irwell(built_demo: Path) -> Irwell:
    return Irwell(built_demo)


@pytest.fixture(scope="module")
def alone(irwell: Irwell) -> Cells:
    """Every clock over the rows as they are."""
    return irwell.every(AS_GIVEN)


def test_every_clock_has_rows_here_to_be_held_to(alone: Cells) -> None:
    whose = {clock: len({row[1] or row[14] for row in rows}) for clock, rows in alone.items()}
    assert set(whose) == set(clocks.catalogue())
    assert {clock: found for clock, found in whose.items() if found < FIRST} == FEW


# Rows in another order: every event is on record twice, by other teams and workers, so that there is much to choose between.


def mixed(way: str) -> tuple[str, str]:
    again = "SELECT * REPLACE (source_key || '+' AS source_key) FROM events"
    by_key = "CASE WHEN hash(source_key) % 5 > 0 THEN hash(source_key) % 5 END"
    return (
        f"""SELECT * REPLACE ('T' || {by_key} AS team_id, 'W' || {by_key} AS worker_id) FROM (FROM events UNION ALL {again})
            ORDER BY hash(source_key, kind, on_date) {way}""",
        f"FROM spells ORDER BY hash(spell_id, kind) {way}",
    )


@pytest.fixture(scope="module")
def both_ways(irwell: Irwell) -> tuple[Cells, Cells]:
    return irwell.every(mixed("ASC")), irwell.every(mixed("DESC"))


@every_clock
def test_rows_in_any_order_read_alike(both_ways: tuple[Cells, Cells], clock: Clock) -> None:
    one, other = both_ways
    assert one[clock.id] and one[clock.id] == other[clock.id]


# Each child, worker and adopter a second time under another name.


@pytest.fixture(scope="module")
def doubled(irwell: Irwell) -> Cells:
    again = "SELECT * REPLACE (child_id || '+' AS child_id, spell_id || '+' AS spell_id, source_key || '+' AS source_key)"
    return irwell.every(AS_GIVEN, (f"{again} FROM events", f"{again} FROM spells"))


@every_clock
def test_the_second_of_each_reads_as_the_first_and_the_first_as_before(
    doubled: Cells, alone: Cells, clock: Clock
) -> None:
    second = [
        tuple(c[:-1] if isinstance(c, str) and c[-1:] == "+" else c for c in row) for row in doubled[clock.id]
    ]
    once = [row for row, bare in zip(doubled[clock.id], second, strict=True) if row == bare]
    assert once == alone[clock.id]
    assert Counter(second) == Counter({row: 2 * n for row, n in Counter(once).items()})


# One clock by itself, and beside all others, as they are built and read.


def built(con: duckdb.DuckDBPyConnection, rows: dict[str, pa.Table]) -> duckdb.DuckDBPyConnection:
    con.execute("CREATE SCHEMA IF NOT EXISTS records")
    for name in ("sources", "load"):
        con.register("given", rows[name])
        con.execute(f"CREATE OR REPLACE TABLE records.{name} AS FROM given")
        con.unregister("given")
    build(con, IN_USE)
    return con


@pytest.fixture(scope="module")
def together(irwell: Irwell) -> duckdb.DuckDBPyConnection:
    return built(irwell.journeys(AS_GIVEN), irwell.rows)


@pytest.fixture(scope="module")
def by_itself(irwell: Irwell) -> duckdb.DuckDBPyConnection:
    return irwell.journeys(AS_GIVEN)


@every_clock
def test_a_clock_reads_by_itself_as_it_does_beside_all_others(
    irwell: Irwell, together: duckdb.DuckDBPyConnection, by_itself: duckdb.DuckDBPyConnection, clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    module = import_module("undrift.clocks.readings")  # the package's own name for it is a function
    monkeypatch.setattr(module, "catalogue", lambda: {clock.id: clock})
    built(by_itself, irwell.rows)
    ran = "SELECT * FROM clocks.ran WHERE clock_id = ?"
    assert by_itself.execute("FROM clocks.ran").fetchall() == together.execute(ran, [clock.id]).fetchall()
    wanted = sorted(readings(by_itself, irwell.as_at), key=repr)
    assert wanted and sorted(readings(together, irwell.as_at, clocks=[clock.id]), key=repr) == wanted


# One authority, and several in one table: the same ids, on other days, so that a row of another's is never the same as one's own.


def moved(days: int, keep: str = "true") -> tuple[str, str]:
    return (
        f"SELECT * REPLACE (on_date + ({days}) AS on_date) FROM events WHERE {keep}",
        f"SELECT * REPLACE (started_on + ({days}) AS started_on, ended_on + ({days}) AS ended_on) FROM spells WHERE {keep}",
    )


AUTHORITIES = {
    "E06000001": AS_GIVEN, "E06000002": moved(17), "E06000003": moved(-40, f"hash({WHOSE}) % 3 = 0"),
}  # fmt: skip


@pytest.fixture(scope="module")
def each(irwell: Irwell, alone: Cells) -> dict[str, Cells]:
    """What every clock reads of each authority, were there no other."""
    return {who: alone if rows == AS_GIVEN else irwell.every(rows) for who, rows in AUTHORITIES.items()}


@pytest.fixture(scope="module")
def region(irwell: Irwell) -> Iterator[duckdb.DuckDBPyConnection]:
    """The journeys of all of them in one pair of tables."""
    owned = [
        (
            f"SELECT *, '{who}' AS {AUTHORITY} FROM ({events})",
            f"SELECT *, '{who}' AS {AUTHORITY} FROM ({spells})",
        )
        for who, (events, spells) in AUTHORITIES.items()
    ]
    with irwell.journeys(*owned, authority="string") as con:
        yield con


@every_clock
def test_an_authority_among_several_reads_as_it_does_alone(
    irwell: Irwell, each: dict[str, Cells], region: duckdb.DuckDBPyConnection, clock: Clock
) -> None:
    region.execute(f"CREATE OR REPLACE TEMP TABLE found AS {to_sql(over_many(engine.instances(clock)))}")
    told = {}
    for (who,) in region.execute(f"SELECT DISTINCT {AUTHORITY} FROM found").fetchall():
        region.execute("DELETE FROM clocks.instances")
        region.execute(
            f"INSERT INTO clocks.instances SELECT {COLUMNS} FROM found WHERE {AUTHORITY} = ?", [who]
        )
        told[who] = irwell.cells(region)[clock.id]
    assert told == {who: cells[clock.id] for who, cells in each.items() if cells[clock.id]}
    assert len(told) > 1
