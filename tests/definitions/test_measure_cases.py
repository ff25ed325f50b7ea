"""Every case of every measure, by the reference and by DuckDB; and every measure has the cases it needs."""

from collections.abc import Iterator
from functools import cache

import pyarrow as pa
import pytest

from tests.definitions.duck import Duck
from undrift import measures
from undrift.clocks.engine import INSTANCES
from undrift.drift.engine import FLAG_SPELLS
from undrift.drift.reference import FOREVER
from undrift.engines.kept import compiled
from undrift.journeys.build import create
from undrift.measures import engine, results
from undrift.measures.cases import Case, cases
from undrift.measures.counting import held
from undrift.measures.definition import Flagged, HasFlag, InTime, Measure, Not, NotHeld, Row, Share
from undrift.measures.facts import FACTS
from undrift.measures.reference import Sums, flagged, in_time, of_facts, value

HELD = [m for m in measures.catalogue().values() if not isinstance(m.counts, NotHeld)]
EVERY = [
    pytest.param(measure, case, id=f"{measure.id}-{nth}-{case.why}")
    for measure in HELD
    for nth, case in enumerate(cases(measure), start=1)
]
PEOPLE = 44_200
"""Children in the authority, for a rate."""


def test_every_measure_has_cases_that_count_and_that_do_not() -> None:
    for measure in HELD:
        wanted = [case.expected for case in cases(measure)]
        assert (0, 0) in wanted, measure.id
        assert any(top > 0 for top, _ in wanted), measure.id
        if measure.denominates:
            assert (0, 1) in wanted, measure.id


def by_reference(measure: Measure, case: Case) -> Sums:
    match measure.counts:
        case InTime() as counts:
            return in_time(counts, case.instance, case.as_at, case.month)
        case Flagged() as counts:
            return flagged(counts, case.spells, case.flags, case.month)
        case counts:
            return of_facts(counts, case.facts, case.flags, case.month)


def told(measure: Measure, case: Case, sums: Sums) -> tuple[object, ...]:
    """What a case says must come out, from the reference's sums."""
    given = value(measure.counts, sums, PEOPLE) if case.value is not None or valued(measure) else None
    return (sums.numerator, sums.denominator), sums.cannot_tell, given


def expected(measure: Measure, case: Case) -> tuple[object, ...]:
    wanted = case.value
    if wanted is not None and type(measure.counts).__name__ == "Rate":
        wanted = 10_000 * wanted / PEOPLE
    return case.expected, case.unknown, wanted if wanted is None else pytest.approx(wanted)


def valued(measure: Measure) -> bool:
    """Is what matters a value, and not one number of another?"""
    return bool(measure.facts) and not isinstance(measure.counts, Share)


@pytest.mark.parametrize(("measure", "case"), EVERY)
def test_the_reference_counts_what_the_case_says(measure: Measure, case: Case) -> None:
    assert told(measure, case, by_reference(measure, case)) == expected(measure, case), case.why


@pytest.fixture(scope="module")
def duck() -> Iterator[Duck]:
    made = Duck()
    made.con.execute("CREATE SCHEMA drift; CREATE SCHEMA measures; CREATE SCHEMA facts")
    create(made.con, "drift.flag_spells", FLAG_SPELLS)
    create(made.con, "measures.held", dict(held.schema().items()) and {
        name: str(kind) for name, kind in held.schema().items()
    })  # fmt: skip
    for name, fact in FACTS.items():
        create(made.con, f"facts.{name}", fact.schema)
    made.con.execute(
        """CREATE TABLE measures.calendar_months AS SELECT CAST(m AS DATE) AS month, last_day(m) AS ends_on
           FROM generate_series(DATE '2023-01-01', DATE '2024-12-01', INTERVAL 1 MONTH) AS given(m)"""
    )
    yield made
    made.con.close()


@cache
def rows_sql(measure_id: str, as_at: object) -> str:
    return compiled(engine.rows, measures.catalogue()[measure_id], as_at)


@pytest.mark.parametrize(("measure", "case"), EVERY)
def test_duckdb_counts_what_the_case_says(duck: Duck, measure: Measure, case: Case) -> None:
    give(duck, measure, case)
    rows = [
        Row(*row)
        for row in duck.con.execute(
            f"SELECT {', '.join(Row.__dataclass_fields__)} FROM ({rows_sql(measure.id, case.as_at)}) WHERE month = ?",
            [case.month],
        ).fetchall()
    ]
    found = results.of_rows(measure, rows, PEOPLE)
    if isinstance(measure.counts, Share) and measure.counts.each == "child":
        rows = results.once_a_child(rows)
    counted = (sum(row.numerator for row in rows), sum(row.denominator for row in rows))
    unknown = sum(row.cannot_tell for row in rows)
    shown = found.value if case.value is not None or valued(measure) else None
    assert (counted, unknown, shown) == expected(measure, case), case.why


def give(duck: Duck, measure: Measure, case: Case) -> None:
    """The case's instance, spells, flags and facts in the tables a measure reads."""
    duck.give([("child", (), case.spells)])
    duck.con.execute("DELETE FROM clocks.instances; DELETE FROM drift.flag_spells")
    if isinstance(measure.counts, InTime):
        give_instance(duck, measure.counts, case)
    for flag in case.flags:
        until = None if flag.until == FOREVER else flag.until
        duck.con.execute(
            "INSERT INTO drift.flag_spells (pattern_id, child_id, since, until) VALUES (?, 'child', ?, ?)",
            [pattern_of(measure), flag.since, until],
        )
    for name in set(measure.facts):
        duck.con.execute(f"DELETE FROM facts.{name}")
        for nth, row in enumerate(case.facts.get(name, ())):
            known = row | {"who": "child", "child_id": "child", "source_key": f"{name}-{nth}"}
            given = pa.Table.from_pylist(
                [known],
                pa.schema([(c, {"date": pa.date32(), "string": pa.string(), "int64": pa.int64(), "float64": pa.float64()}[k])
                           for c, k in FACTS[name].schema.items()]),
            )  # fmt: skip
            duck.con.register("given", given)
            duck.con.execute(f"INSERT INTO facts.{name} BY NAME SELECT * FROM given")
            duck.con.unregister("given")


def pattern_of(measure: Measure) -> str:
    if isinstance(measure.counts, Flagged):
        return measure.counts.pattern
    tests = getattr(measure.counts, "where", ())
    bare = [test.test if isinstance(test, Not) else test for test in tests]
    return next((test.pattern for test in bare if isinstance(test, HasFlag)), "")


def give_instance(duck: Duck, counts: InTime, case: Case) -> None:
    i, clock = case.instance, counts.clocks[0]
    given = {
        "clock_id": clock, "child_id": "child", "started_on": i.started, "due_on": i.due, "stopped_on": i.stopped,
        "ended_on": i.ended, "counted_on": i.counted, "is_window": clock.startswith("rereferral"),
    }  # fmt: skip
    names = ", ".join(given)
    assert set(given) <= set(INSTANCES)
    duck.con.execute(
        f"INSERT INTO clocks.instances ({names}) VALUES ({', '.join('?' * len(given))})", list(given.values())
    )
