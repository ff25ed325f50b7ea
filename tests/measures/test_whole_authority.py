"""On the whole invented authority: a figure is its rows, a group is part of the whole, and the commands say both."""

import csv
import json
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from undrift import drift, measures, records
from undrift.clocks.readings import load_as_at
from undrift.dates import add_months
from undrift.drift.command import run_flags, run_patterns
from undrift.measures.command import run_coverage, run_measures, run_rows
from undrift.measures.definition import Share
from undrift.measures.workforce import posts, recruits

LAST = date(2026, 9, 1)


@pytest.fixture(scope="module")
def cur(built_demo: Path) -> duckdb.DuckDBPyConnection:
    return records.cursor(built_demo)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    "measure", ["cla_foster_pct", "referrals_police_pct", "cpp_number", "sw_fte", "icpc_15wd_pct"]
)
def test_a_figure_is_the_rows_it_opens_into(cur: duckdb.DuckDBPyConnection, measure: str) -> None:
    point = next(p for p in measures.series(cur, measure) if p.month == LAST)
    rows = measures.opened(cur, measure, LAST, LAST)
    assert rows
    assert sum(row.numerator for row in rows) == point.numerator
    assert sum(row.cannot_tell for row in rows) == point.result.cannot_tell
    if point.denominator is not None:
        assert sum(row.denominator for row in rows) == point.denominator


def test_the_teams_and_nobodys_add_up_to_the_whole(cur: duckdb.DuckDBPyConnection) -> None:
    whole = measures.over(cur, "cla_number", LAST, LAST)
    held = [
        measures.over(cur, "cla_number", LAST, LAST, team.id).numerator or 0 for team in measures.teams(cur)
    ]
    nobodys = [row for row in measures.opened(cur, "cla_number", LAST, LAST) if row.team_id is None]
    assert sum(held) + len(nobodys) == whole.numerator


@pytest.mark.parametrize("cohort", ["disabled", "unaccompanied", "babies", "ehc_plan"])
def test_a_group_is_part_of_the_whole_and_only_its_own_children(
    cur: duckdb.DuckDBPyConnection, cohort: str
) -> None:
    whole = measures.opened(cur, "cin_rate", LAST, LAST)
    some = measures.opened(cur, "cin_rate", LAST, LAST, cohort=cohort)
    assert 0 < len(some) < len(whole)
    flags = drift.flags(cur, load_as_at(cur), cohort=cohort)
    assert {flag.child_id for flag in flags} <= {
        child
        for (child,) in cur.execute(
            "SELECT child_id FROM journeys.cohorts WHERE cohort = ?", [cohort]
        ).fetchall()
    }


@pytest.mark.parametrize(
    "measure", ["cin_rate", "assessments_45wd_pct", "children_rereferred_pct", "assessment_duration_median"]
)
@pytest.mark.parametrize("cohort", ["disabled", "babies"])
def test_a_groups_months_are_the_rows_they_open_into(
    cur: duckdb.DuckDBPyConnection, measure: str, cohort: str
) -> None:
    """What is kept month by month against each month opened and counted; and a year against its rows."""
    kept = {p.month: p.result for p in measures.series(cur, measure, cohort=cohort)[-6:]}
    for month, result in kept.items():
        opened = measures.over(cur, measure, month, month, cohort=cohort)
        assert (result.status, result.numerator, result.denominator, result.cannot_tell) == (
            opened.status, opened.numerator, opened.denominator, opened.cannot_tell,
        ), month  # fmt: skip
        assert result.value == pytest.approx(opened.value)
    assert any(result.numerator for result in kept.values())
    first = LAST if measures.catalogue()[measure].is_snapshot else add_months(LAST, -11)
    year, whole = (
        measures.year(cur, measure, cohort=cohort),
        measures.over(cur, measure, first, LAST, cohort=cohort),
    )
    assert (year.numerator, year.value) == (whole.numerator, pytest.approx(whole.value))


def test_a_figure_made_from_its_rows_has_its_months_too(cur: duckdb.DuckDBPyConnection) -> None:
    """A median, and a child counted once: no sum of the teams' own gives the whole."""
    exact = [card for card in measures.catalogue().values() if card.is_exact]
    assert len(exact) >= 3
    for card in exact:
        point = measures.series(cur, card.id)[-1]
        assert point.status == "number", card.id
        assert point.value == measures.over(cur, card.id, LAST, LAST).value


def test_months_are_not_kept_by_team_and_group_together(cur: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(ValueError, match="not by both"):
        measures.series(cur, "cin_rate", "SC", "disabled")


def test_a_year_earlier_is_the_year_before(cur: duckdb.DuckDBPyConnection) -> None:
    for measure in ("referrals_number", "cla_number"):
        first = add_months(LAST, -12 if measure == "cla_number" else -23)
        before = measures.over(cur, measure, first, add_months(LAST, -12))
        assert measures.year(cur, measure, back=1).value == before.value
    assert measures.year(cur, "cla_number", back=8).status == "not_available"


def test_a_plan_is_in_time_only_if_every_review_of_it_was(cur: duckdb.DuckDBPyConnection) -> None:
    """Counted again in plain Python from the readings of both review clocks, on the last day of the latest month."""
    day = add_months(LAST, 1) - timedelta(days=1)
    late = {
        plan
        for plan, due, stopped, ended in cur.execute(
            """SELECT spell_id, due_on, stopped_on, ended_on FROM clocks.instances
               WHERE clock_id IN ('cp_review_first', 'cp_review_next') AND trouble IS NULL"""
        ).fetchall()
        if due < day and (stopped is None or stopped > due) and (ended is None or ended > due)
    }
    plans = {
        plan
        for plan, began, ended in cur.execute(
            "SELECT spell_id, started_on, ended_on FROM journeys.spells WHERE kind = 'cp_plan'"
        ).fetchall()
        if began and add_months(began, 3) <= day and (ended is None or ended > day)
    }
    found = measures.over(cur, "cpp_reviews_in_time_pct", LAST, LAST)
    assert (found.numerator, found.denominator) == (len(plans - late), len(plans))
    assert 0 < len(plans & late) < len(plans)


def test_a_child_counted_once_is_counted_once(cur: duckdb.DuckDBPyConnection) -> None:
    card = measures.catalogue()["children_rereferred_pct"]
    assert isinstance(card.counts, Share)
    assert card.counts.each == "child"
    rows = measures.opened(cur, card.id, date(2025, 10, 1), LAST)
    again = {row.child_id for row in rows if row.numerator}
    result = measures.over(cur, card.id, date(2025, 10, 1), LAST)
    assert (result.numerator, result.denominator) == (len(again), len({row.child_id for row in rows}))
    assert len(rows) > len({row.child_id for row in rows}), "somebody was referred twice in the year"


def test_every_measure_and_pattern_says_something_of_the_authority(cur: duckdb.DuckDBPyConnection) -> None:
    silent = [id_ for id_ in measures.catalogue() if measures.year(cur, id_).status == "not_available"]
    assert silent == []
    could_not = [name for name, why in cur.execute("SELECT pattern_id, why FROM drift.ran").fetchall() if why]
    assert could_not == []


def test_without_a_population_figure_a_rate_is_not_available(cur: duckdb.DuckDBPyConnection) -> None:
    from undrift.measures import population

    assert population.children("Irwell", date(2026, 3, 1)) == population.children("irwell", date(2026, 12, 1))
    assert population.children("Somewhere Else", date(2026, 3, 1)) is None
    assert population.children("Irwell", date(2014, 3, 1)) is None


def test_the_commands_write_what_the_figures_are(cur: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run_measures(cur, "cpp_rate", 2026, None, None, "csv", out) == 0
    (row,) = read(out)
    assert float(row["value"]) == pytest.approx(
        measures.published_year(cur, "cpp_rate", 2026).value, abs=1e-4
    )
    assert all(row[name] for name in ("version", "load", "as_at"))
    assert run_rows(cur, "cpp_number", LAST, None, "json", out) == 0
    rows = json.loads(out.read_text(encoding="utf-8"))
    assert len(rows) == measures.over(cur, "cpp_number", LAST, LAST).numerator
    assert run_flags(cur, None, "three_social_workers", None, None, "csv", out) == 0
    flags = read(out)
    assert len(flags) == len(drift.flags(cur, load_as_at(cur), pattern="three_social_workers"))
    assert all(row["words"] and row["version"] and row["load"] for row in flags)
    assert run_patterns(cur, tmp_path, None, "xlsx", tmp_path / "patterns.xlsx") == 0
    assert (tmp_path / "patterns.xlsx").stat().st_size > 5000
    assert run_coverage("csv", out) == 0
    assert len(read(out)) == 141


def test_recruits_are_followed_as_a_plain_count_follows_them(cur: duckdb.DuckDBPyConnection) -> None:
    """The invented authority recruited 23 social workers abroad in one month; plain Python counts who stayed."""
    (group,) = [found for found in recruits(cur) if found.origin == "outside England"]
    assert group.began == 23
    workers = cur.execute(
        "SELECT who, started_on, ended_on FROM facts.posts WHERE origin = '3' AND date_trunc('month', started_on) = ?",
        [group.month],
    ).fetchall()
    allocations = cur.execute(
        "SELECT child_id, worker_id, started_on, ended_on FROM journeys.spells WHERE kind = 'allocation'"
    ).fetchall()
    for point in group.since[::6]:
        end = add_months(point.month, 1) - timedelta(days=1)
        here = {who for who, began, left in workers if began <= end and (left is None or left > end)}
        held = {
            child for child, who, began, over in allocations
            if who in here and began <= end and (over is None or over > end)
        }  # fmt: skip
        assert (point.in_post, point.children) == (len(here), len(held)), point.month
    assert group.since[0].children_each < group.since[-1].children_each  # type: ignore[operator]


def test_every_post_says_how_it_is_held_and_for_how_long(cur: duckdb.DuckDBPyConnection) -> None:
    found = posts(cur, date(2021, 12, 10))
    assert {post.status for post in found} <= {"PERMANENT", "INTERIM", "VACANT"}
    for post in found:
        assert post.since is not None
        assert post.months is not None
        assert (
            add_months(post.since, post.months)
            <= date(2021, 12, 10)
            < add_months(post.since, post.months + 1)
        )


def test_three_workers_in_a_year_are_counted_as_a_range_join_would(cur: duckdb.DuckDBPyConnection) -> None:
    """The running sum of event deltas against the plain count, child by child at six month-ends."""
    for month in (3, 4, 5, 6, 7, 8):
        plain = cur.execute(
            """WITH day AS (SELECT last_day(make_date(2026, ?, 1)) AS d)
               SELECT DISTINCT s.child_id FROM journeys.spells s, day
               WHERE s.kind IN ('care', 'cp_plan', 'cin_plan') AND s.started_on <= d AND (s.ended_on IS NULL OR s.ended_on > d)
                 AND (SELECT count(DISTINCT a.worker_id) FROM journeys.spells a
                      WHERE a.kind = 'allocation' AND a.child_id = s.child_id AND a.started_on <= d
                        AND (a.ended_on IS NULL OR a.ended_on >= a.started_on)
                        AND (a.ended_on IS NULL OR a.ended_on + INTERVAL 12 MONTH > d)) >= 3 ORDER BY 1""",
            [month],
        ).fetchall()
        day = cur.execute("SELECT last_day(make_date(2026, ?, 1))", [month]).fetchone()
        assert day is not None
        flags = drift.flags(cur, day[0], pattern="three_social_workers")
        assert sorted({flag.child_id for flag in flags}) == [child for (child,) in plain]
