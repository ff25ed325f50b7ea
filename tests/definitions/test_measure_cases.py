"""Every case of every measure, by the reference and by DuckDB; and every measure has the cases it needs."""

import pytest

from tests.definitions.duck import Duck
from undrift import measures
from undrift.clocks.engine import INSTANCES
from undrift.drift.engine import FLAG_SPELLS
from undrift.drift.reference import FOREVER
from undrift.engines import to_sql
from undrift.journeys.build import create
from undrift.measures import engine
from undrift.measures.cases import Case, cases
from undrift.measures.definition import InTime, Measure, NotHeld
from undrift.measures.reference import in_time, snapshot

HELD = [m for m in measures.catalogue().values() if not isinstance(m.counts, NotHeld)]
EVERY = [
    pytest.param(measure, case, id=f"{measure.id}-{nth}-{case.why}")
    for measure in HELD
    for nth, case in enumerate(cases(measure.cases), start=1)
]


def test_every_measure_has_cases_that_count_and_that_do_not() -> None:
    for measure in HELD:
        wanted = {case.expected for case in cases(measure.cases)}
        assert {(0, 0), (1, 1)} <= wanted, measure.id
        if measure.denominates:
            assert (0, 1) in wanted, measure.id


@pytest.mark.parametrize(("measure", "case"), EVERY)
def test_the_reference_counts_what_the_case_says(measure: Measure, case: Case) -> None:
    if isinstance(measure.counts, InTime):
        found = in_time(measure.counts, case.instance, case.as_at, case.month)
    else:
        found = snapshot(measure, case.spells, case.flags, case.month)
    assert found == case.expected, case.why


@pytest.fixture(scope="module")
def duck() -> Duck:
    made = Duck()
    made.con.execute("CREATE SCHEMA drift; CREATE SCHEMA measures")
    create(made.con, "drift.flag_spells", FLAG_SPELLS)
    made.con.execute(
        """CREATE TABLE measures.calendar_months AS SELECT CAST(m AS DATE) AS month, last_day(m) AS ends_on
           FROM generate_series(DATE '2023-01-01', DATE '2024-12-01', INTERVAL 1 MONTH) AS given(m)"""
    )
    return made


@pytest.mark.parametrize(("measure", "case"), EVERY)
def test_duckdb_counts_what_the_case_says(duck: Duck, measure: Measure, case: Case) -> None:
    duck.give([("child", (), case.spells)])
    # An allocation's worker stands in its outcome in a case table.
    duck.con.execute("UPDATE journeys.spells SET worker_id = outcome WHERE kind = 'allocation'")
    duck.con.execute("DELETE FROM clocks.instances; DELETE FROM drift.flag_spells")
    if isinstance(measure.counts, InTime):
        give_instance(duck, measure.counts, case)
    for flag in case.flags:
        until = None if flag.until == FOREVER else flag.until
        duck.con.execute(
            "INSERT INTO drift.flag_spells (pattern_id, child_id, since, until) VALUES (?, 'child', ?, ?)",
            [getattr(measure.counts, "pattern", ""), flag.since, until],
        )
    rows = engine.months(measure, case.as_at)
    found = duck.con.execute(
        f"SELECT coalesce(sum(numerator), 0), coalesce(sum(denominator), 0) FROM ({to_sql(rows)}) WHERE month = ?",
        [case.month],
    ).fetchone()
    assert found == case.expected, case.why


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
