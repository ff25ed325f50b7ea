"""A limit an authority sets: in force from the next build, shown with who and why, and every decision kept."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from undrift.clocks import catalogue, readings, settings
from undrift.clocks.command import run_settings
from undrift.clocks.explain import explain
from undrift.clocks.readings import NOT_SET, build
from undrift.engines.limits import weeks, working_days
from undrift.errors import UserError
from undrift.journeys.build import create, create_calendar
from undrift.journeys.tables import EVENTS, SPELLS
from undrift.returns.spec import record_tables

AS_AT = date(2024, 5, 1)


def decide(home: Path, **given: object) -> settings.Setting:
    told = {
        "clock_id": "cp_visit",
        "limit": working_days(15),
        "by": "Director",
        "why": "as our procedures say",
    }
    return settings.decide(home, **(told | given))  # type: ignore[arg-type]


def test_the_last_decision_is_in_force_and_none_is_lost(tmp_path: Path) -> None:
    assert settings.in_force(tmp_path)["cp_visit"].limit == working_days(10)
    decide(tmp_path)
    decide(tmp_path, limit=weeks(4), why="changed our minds")
    assert settings.in_force(tmp_path)["cp_visit"].limit == weeks(4)
    assert [(d.limit, d.by, d.why) for d in settings.decisions(tmp_path)] == [
        (working_days(15), "Director", "as our procedures say"), (weeks(4), "Director", "changed our minds"),
    ]  # fmt: skip
    assert settings.in_force(tmp_path)["cin_visit"] == settings.defaults()["cin_visit"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"clock_id": "assessment_45wd"}, "is not a setting"),
        ({"clock_id": "no such"}, "is not a setting"),
        ({"why": " "}, "who decided it and why"),
        ({"by": ""}, "who decided it and why"),
    ],
)
def test_what_cannot_be_set_is_refused_and_nothing_is_kept(
    tmp_path: Path, given: dict[str, object], words: str
) -> None:
    with pytest.raises(UserError, match=words):
        decide(tmp_path, **given)
    assert settings.decisions(tmp_path) == []


def test_a_limit_is_read_as_people_write_it() -> None:
    assert settings.read_limit("15 working days") == working_days(15)
    for wrong in ("soon", "15", "-3 weeks", "two weeks"):
        with pytest.raises(UserError, match="Cannot read the limit"):
            settings.read_limit(wrong)


def test_the_signature_changes_with_every_decision(tmp_path: Path) -> None:
    before = settings.signature(tmp_path)
    decide(tmp_path)
    assert settings.signature(tmp_path) != before


@pytest.fixture
def con() -> duckdb.DuckDBPyConnection:
    """A child protection plan begun on 2 April 2024 and nothing since; every table held."""
    made = duckdb.connect()
    create_calendar(made)
    create(made, "journeys.events", EVENTS)
    create(made, "journeys.spells", SPELLS)
    made.execute("CREATE SCHEMA records; CREATE TABLE records.load AS SELECT DATE '2024-05-01' AS as_at")
    made.execute('CREATE TABLE records.sources ("table" VARCHAR, held BOOLEAN, extent VARCHAR)')
    for name in record_tables():
        made.execute("INSERT INTO records.sources VALUES (?, true, 'all')", [name])
    made.execute(
        """INSERT INTO journeys.spells BY NAME
           SELECT 'c' AS child_id, 'cp_plan' AS kind, 'P' AS spell_id, DATE '2024-04-02' AS started_on,
                  'ssd_cp_plans' AS source_table, 'P' AS source_key"""
    )
    return made


def test_the_limit_in_force_decides_the_reading_and_says_whose_it_is(
    con: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    build(con)
    (by_default,) = readings(con, AS_AT, clocks=["cp_visit"])
    assert by_default.due_on == date(2024, 4, 16)
    assert "at its default" in explain(by_default, AS_AT).rule
    decide(tmp_path)
    build(con, settings.in_force(tmp_path))
    (as_set,) = readings(con, AS_AT, clocks=["cp_visit"])
    assert as_set.due_on == date(2024, 4, 23)
    told = explain(as_set, AS_AT)
    assert "within 15 working days" in told.rule
    assert "decided by Director" in told.rule
    assert "as our procedures say" in told.rule
    assert [day.number for day in told.counted if day.number][-1] == 15


def test_a_clock_not_in_use_says_so_and_is_not_taken_for_met(
    con: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    decide(tmp_path, limit=None)
    build(con, settings.in_force(tmp_path))
    ran = con.execute("SELECT ran, why FROM clocks.ran WHERE clock_id = 'cp_visit'").fetchone()
    assert ran == (False, NOT_SET)
    assert readings(con, AS_AT, clocks=["cp_visit"]) == []
    assert con.execute("SELECT ran FROM clocks.ran WHERE clock_id = 'cp_visit_4_weeks'").fetchone() == (True,)


def test_a_limit_of_law_has_no_setting() -> None:
    for card in catalogue().values():
        assert (card.id in settings.defaults()) == card.setting


def test_the_command_lists_and_sets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_settings(tmp_path, "cp_visit", "15 working_days", False, "Director", "ours", "csv") == 0
    assert "decided by Director" in capsys.readouterr().out
    assert run_settings(tmp_path, None, None, False, "", "", "csv") == 0
    listed = capsys.readouterr().out
    assert "cp_visit,15 working days,Director," in listed
    assert "management_oversight,not in use,default," in listed
    with pytest.raises(UserError, match="Say what the limit is"):
        run_settings(tmp_path, "cp_visit", None, False, "Director", "ours", "csv")
