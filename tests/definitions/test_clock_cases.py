"""Every case of every clock, on every engine: the plain-Python reference and DuckDB."""

from datetime import date

import pytest

from tests.definitions.duck import Duck
from undrift.clocks import catalogue
from undrift.clocks.cases import Case, cases
from undrift.clocks.definition import Again, Clock
from undrift.clocks.reference import Event, instances, reading

EVERY = [
    pytest.param(clock, case, id=f"{clock.id}-{nth}-{case.why}")
    for clock in catalogue().values()
    for nth, case in enumerate(cases(clock.cases), start=1)
]


def expected(case: Case) -> list[tuple[str, str]]:
    readings = case.expected["reading"]
    dues = case.expected["due"] or ("-",) * len(readings)
    return sorted(zip(dues, readings, strict=True))


def by_reference(clock: Clock, case: Case) -> list[tuple[str, str]]:
    found = instances(clock, case.events, case.spells, case.records_from)
    told = ((str(i.due or "-"), reading(clock, i, case.as_at)) for i in found)
    return sorted((due, word) for due, word in told if word is not None)


@pytest.mark.parametrize(("clock", "case"), EVERY)
def test_the_reference_gives_what_the_case_says(clock: Clock, case: Case) -> None:
    assert by_reference(clock, case) == expected(case), case.why


@pytest.fixture(scope="module")
def duck() -> Duck:
    return Duck()


def counts_from(clock: Clock) -> str:
    """The kind of event a window counts from."""
    assert isinstance(clock.starts, Again)
    return clock.starts.since or clock.starts.event


def by_duckdb(duck: Duck, clock: Clock, case: Case) -> list[tuple[str, str]]:
    children = [("child", case.events, case.spells)]
    if case.records_from and isinstance(clock.starts, Again):
        children.append(("first in the records", [Event(counts_from(clock), case.records_from)], ()))
    duck.give(children)
    duck.run(clock)
    return sorted((row[2], row[4]) for row in duck.read(case.as_at) if row[0] == "child")


@pytest.mark.parametrize(("clock", "case"), EVERY)
def test_duckdb_gives_what_the_case_says(duck: Duck, clock: Clock, case: Case) -> None:
    assert by_duckdb(duck, clock, case) == expected(case), case.why


def test_a_reading_on_a_day_before_anything_happened_is_empty(duck: Duck) -> None:
    clock = catalogue()["icpc_15wd"]
    case = cases(clock.cases)[0]
    duck.give([("child", case.events, case.spells)])
    duck.run(clock)
    assert duck.read(date(2000, 1, 1)) == []
