"""The morning's list over the invented authority, against a list worked out one reading at a time."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from undrift import clocks, records
from undrift.clocks.engine import OF_THE_RECORD
from undrift.clocks.readings import Reading, load_as_at, readings
from undrift.clocks.worklists import NO_CASE, NOT_LISTED, REVIEWS, SOON, listed, worklist
from undrift.dates import add_months, working_days_between

Row = tuple[str, str, str, date | None, date | None, int | None, str | None, str | None, str]


@pytest.fixture(scope="module")
def cur(built_demo: Path) -> duckdb.DuckDBPyConnection:
    return records.cursor(built_demo)


def _holders(cur: duckdb.DuckDBPyConnection, day: date) -> dict[str, tuple[str, str]]:
    spells = cur.execute(
        "SELECT child_id, started_on, ended_on, spell_id, team_id, worker_id FROM journeys.spells WHERE kind = 'allocation'"
    ).fetchall()
    found: dict[str, tuple[str, str]] = {}
    for child, start, end, _, team, worker in sorted(spells, key=lambda s: (s[1], s[3])):
        if start <= day and (end is None or end > day):
            found[child] = (team, worker)
    return found


def _expected(cur: duckdb.DuckDBPyConnection, day: date) -> list[Row]:
    held, known, rows = _holders(cur, day), _known(cur, day), []
    for r in readings(cur, day, clocks=listed()):
        if r.child_id is None:
            continue
        group = _group(r, day, r.child_id in held, r.child_id in known)
        if group is None:
            continue
        team, worker = held.get(r.child_id, (r.team_id, None))
        days = (
            None if group == "cannot_tell" or r.due_on is None else abs(working_days_between(day, r.due_on))
        )
        rows.append((group, r.clock_id, r.child_id, r.started_on, r.due_on, days, team, worker, r.source_key))
    return rows


def _known(cur: duckdb.DuckDBPyConnection, day: date) -> set[str]:
    spells = cur.execute("SELECT child_id, kind, started_on, ended_on FROM journeys.spells").fetchall()
    return {
        child
        for child, kind, start, end in spells
        if not (start and start > day) and not (end and end <= day) and kind not in NO_CASE
    }


def _group(r: Reading, day: date, is_held: bool, is_known: bool) -> str | None:
    if r.reading == "overdue":
        assert r.due_on is not None
        return "late" if is_known or r.due_on >= add_months(day, -12) else None
    if r.reading in ("running", "due_soon"):
        assert r.due_on is not None
        return "soon" if working_days_between(day, r.due_on) <= SOON else None
    recent = r.started_on is None or r.started_on >= add_months(day, -12)
    to_put_right = r.reading == "cannot_tell" and r.reason in OF_THE_RECORD
    return "cannot_tell" if to_put_right and is_held and recent else None


def test_what_nobody_can_do_anything_about_is_on_no_list() -> None:
    assert {"icpc_15wd", "cp_visit", "case_unallocated"} <= set(listed())
    for left_out in ("rereferral_window_12m", "cpp_2_years", "assessment_45wd_from_start", *NOT_LISTED):
        assert left_out in clocks.catalogue()
        assert left_out not in listed()


def _rows(cur: duckdb.DuckDBPyConnection, **narrowed: str) -> list[Row]:
    return [
        (
            i.group,
            i.clock_id,
            i.child_id,
            i.started_on,
            i.due_on,
            i.days,
            i.team_id,
            i.worker_id,
            i.source_key,
        )
        for i in worklist(cur, load_as_at(cur), **narrowed)
    ]


def _sorted(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=str)


def test_the_list_is_every_open_clock_and_no_other(cur: duckdb.DuckDBPyConnection) -> None:
    wanted = _expected(cur, load_as_at(cur))
    assert {row[0] for row in wanted} == {"late", "soon", "cannot_tell"}
    assert _sorted(_rows(cur)) == _sorted(wanted)


def test_what_was_late_of_somebody_long_gone_is_nobodys_work(cur: duckdb.DuckDBPyConnection) -> None:
    for day, more_than_a_year_ago in ((load_as_at(cur), True), (date(2022, 6, 1), False)):
        known = _known(cur, day)
        found = {
            (r.clock_id, r.source_key)
            for r in readings(cur, day, clocks=listed())
            if r.reading == "overdue" and r.child_id not in known
            if r.due_on and (r.due_on < add_months(day, -12)) == more_than_a_year_ago
        }
        assert found
        shown = {(i.clock_id, i.source_key) for i in worklist(cur, day)}
        assert not found & shown if more_than_a_year_ago else found <= shown


def test_a_teams_list_and_a_workers_own_are_parts_of_it(cur: duckdb.DuckDBPyConnection) -> None:
    whole = _rows(cur)
    team = _rows(cur, team="SC")
    assert _sorted(team) == _sorted([row for row in whole if row[6] == "SC"])
    worker = next(row[7] for row in team if row[7])
    assert _sorted(_rows(cur, worker=worker)) == _sorted([row for row in whole if row[7] == worker])


def test_an_officers_list_is_the_reviews_of_the_children_reviewed_whoever_holds_them(
    cur: duckdb.DuckDBPyConnection,
) -> None:
    day = load_as_at(cur)
    reviewed: dict[str, set[str]] = {}
    for officer, child, start, end in cur.execute(
        """SELECT invo_professional_id, invo_person_id, invo_involvement_start_date, invo_involvement_end_date
           FROM records.ssd_involvements WHERE invo_professional_role_id = 'Independent reviewing officer'"""
    ).fetchall():
        if start <= day and (end is None or end > day):
            reviewed.setdefault(officer, set()).add(child)
    assert len(reviewed) >= 5
    whole = [row for row in _rows(cur) if row[1] in REVIEWS]
    for officer, children in reviewed.items():
        shown = _rows(cur, officer=officer)
        assert shown
        assert _sorted(shown) == _sorted([row for row in whole if row[2] in children])
        assert officer not in {row[7] for row in shown}, "an officer reviews and holds nobody"


def test_late_comes_first_and_the_longest_late_first_of_all(cur: duckdb.DuckDBPyConnection) -> None:
    items = worklist(cur, load_as_at(cur))
    groups = [item.group for item in items]
    assert groups == sorted(groups, key=["late", "soon", "cannot_tell"].index)
    late = [item.due_on for item in items if item.group == "late"]
    assert late == sorted(late, key=str)
