"""Every case of every pattern, on every engine."""

from datetime import date
from functools import cache

import pytest

from tests.definitions.duck import Duck
from undrift.drift import catalogue, engine, flags
from undrift.drift.cases import Case, cases, expected_since
from undrift.drift.definition import Pattern
from undrift.drift.reference import flag_spells
from undrift.engines.kept import compiled
from undrift.journeys.build import create

EVERY = [
    pytest.param(pattern, case, id=f"{pattern.id}-{nth}-{case.why}")
    for pattern in catalogue().values()
    for nth, case in enumerate(cases(pattern.cases), start=1)
]


@pytest.fixture(scope="module")
def duck() -> Duck:
    made = Duck()
    made.con.execute("CREATE SCHEMA drift")
    create(made.con, "drift.flag_spells", engine.FLAG_SPELLS)
    return made


def up_by_reference(pattern: Pattern, case: Case) -> date | None:
    found = [
        f.since for f in flag_spells(pattern, case.events, case.spells) if f.since <= case.as_at < f.until
    ]
    return found[0] if found else None


@pytest.mark.parametrize(("pattern", "case"), EVERY)
def test_the_reference_gives_what_the_case_says(pattern: Pattern, case: Case) -> None:
    assert up_by_reference(pattern, case) == expected_since(case), case.why


@pytest.mark.parametrize(("pattern", "case"), EVERY)
def test_duckdb_gives_what_the_case_says(duck: Duck, pattern: Pattern, case: Case) -> None:
    duck.give([("child", case.events, case.spells)])
    duck.con.execute("DELETE FROM drift.flag_spells")
    duck.con.execute("INSERT INTO drift.flag_spells " + sql(pattern.id))
    found = [flag.since for flag in flags(duck.con, case.as_at)]
    wanted = expected_since(case)
    assert found == ([] if wanted is None else [wanted]), case.why


@cache
def sql(pattern_id: str) -> str:
    return compiled(engine.flag_spells, catalogue()[pattern_id])


def test_a_pattern_that_counts_says_how_many(duck: Duck) -> None:
    """Two states overlap where it is up; the number told is of social workers, not of states."""
    pattern = catalogue()["three_social_workers"]
    case = cases(pattern.cases)[0]
    duck.give([("child", case.events, case.spells)])
    duck.con.execute("DELETE FROM drift.flag_spells")
    duck.con.execute("INSERT INTO drift.flag_spells " + sql(pattern.id))
    (flag,) = flags(duck.con, case.as_at)
    assert flag.words == "3 different social workers in twelve months; the latest of them since 1 March 2024."
