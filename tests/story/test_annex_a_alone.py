"""Annex A by itself: what it can bear is told, the same as from full histories; what it cannot is said, not guessed."""

from pathlib import Path

import duckdb
import pytest

from undrift import clocks, measures, pipeline, records
from undrift.clocks.readings import NOT_SET, load_as_at, readings
from undrift.synthetic.story import AS_AT, AUTHORITY


@pytest.fixture(scope="module")
def cur(built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    home = tmp_path_factory.mktemp("annex")
    (workbook,) = (built_demo / "files").glob("annex-a-*.xlsx")
    load = records.load([workbook], authority=AUTHORITY, as_at=AS_AT, by="test", home=home).load
    pipeline.build(load.id, home, say=lambda _: None)
    return records.cursor(home)


OPEN_NOW = ("running", "due_soon", "overdue")


@pytest.mark.parametrize("clock", ["cp_visit", "cp_review_next", "icpc_15wd", "lac_review_first"])
def test_what_is_open_now_is_told_as_the_histories_tell_it(
    cur: duckdb.DuckDBPyConnection, built_demo: Path, clock: str
) -> None:
    def open_now(cursor: duckdb.DuckDBPyConnection) -> set[tuple[object, ...]]:
        rows = readings(cursor, load_as_at(cursor), clocks=[clock], only=OPEN_NOW)
        return {(r.child_id, r.started_on, r.due_on, r.reading) for r in rows}

    told, whole = open_now(cur), open_now(records.cursor(built_demo))
    assert told, "nothing open to compare"
    assert told <= whole, "Annex A may say less, never anything else"


def test_lateness_that_annex_a_cannot_bear_is_cannot_tell(cur: duckdb.DuckDBPyConnection) -> None:
    late = readings(
        cur, load_as_at(cur), clocks=["cp_visit", "cp_review_first", "lac_visit_first"], only=["late"]
    )
    assert [r for r in late if r.stopped_on] == [], "an earlier visit or review may have been in time"
    unsure = readings(cur, load_as_at(cur), clocks=["cp_review_first"], only=["cannot_tell"])
    assert any("only the latest" in r.reason for r in unsure)


def test_a_referral_with_none_before_it_in_six_months_cannot_be_told(cur: duckdb.DuckDBPyConnection) -> None:
    rows = readings(cur, load_as_at(cur), clocks=["rereferral_window_12m"])
    assert {r.reading for r in rows if r.due_on is None} == {"cannot_tell"}


def test_a_clock_that_could_not_run_says_why(cur: duckdb.DuckDBPyConnection) -> None:
    ran = dict(cur.execute("SELECT clock_id, ran FROM clocks.ran").fetchall())
    assert set(ran) == set(clocks.catalogue())
    why = dict(cur.execute("SELECT clock_id, why FROM clocks.ran WHERE NOT ran").fetchall())
    # The latest review alone does not say which in order it was; nothing in Annex A holds a supervision.
    assert why["lac_review_second"].startswith(
        "of reviews of children in care only the latest is in this load"
    )
    assert why["supervision_monthly"].startswith("no record of supervision")
    reasons = ("no record of ", "only the latest is in this load", NOT_SET)
    assert [clock for clock, words in why.items() if not any(reason in words for reason in reasons)] == []
    assert {"icpc_15wd", "cp_visit", "assessment_45wd", "lac_review_first"} <= {
        c for c, did in ran.items() if did
    }


def test_a_measure_of_a_past_that_is_not_held_is_not_available_and_never_zero(
    cur: duckdb.DuckDBPyConnection,
) -> None:
    for measure in ("cpp_visits_in_time_pct", "preproceedings_16w_pct", "cla_no_permanence_plan"):
        result = measures.year(cur, measure)
        assert (result.status, result.value) == ("not_available", None)
        assert result.reason


def test_the_children_behind_a_measure_today_are_shown_with_who_holds_them(
    cur: duckdb.DuckDBPyConnection,
) -> None:
    rows = [row for row in measures.behind(cur, "cpp_visits_in_time_pct") if row.reading == "overdue"]
    assert rows
    assert all(row.team_name != "No team recorded" for row in rows)
