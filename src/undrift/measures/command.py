"""`undrift measures` and `undrift comparators`: figures as a table, what is built, and what others published."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb

from undrift.clocks.readings import load_as_at
from undrift.drift import command as drift
from undrift.drift.flags import load_id
from undrift.errors import UserError
from undrift.journeys.tables import COHORT_NAMES
from undrift.measures import comparators
from undrift.measures.coverage import coverage
from undrift.measures.definition import Result
from undrift.measures.results import authority_of, catalogue, opened, over, published_year, series
from undrift.measures.workforce import posts, recruits
from undrift.sheet import write_table

COLUMNS = (
    "measure_id", "version", "area_of_practice", "title", "period", "team", "cohort", "status", "value", "unit",
    "numerator", "denominator", "cannot_tell", "reason", "better", "load", "as_at",
)  # fmt: skip
ROW_COLUMNS = (
    "measure_id", "version", "month", "on_date", "child_id", "team", "source_key", "counted", "of", "cannot_tell", "load",
    "as_at",
)  # fmt: skip
RECRUITED = (
    "began_in", "from", "recruits", "months_on", "month", "in_post", "children", "children_each", "load", "as_at",
)  # fmt: skip
POSTS = ("kind", "post", "team", "status", "since", "months", "load", "as_at")
COVERED = ("measure_id", "name", "built", "why_not", "how_it_differs")
BESIDE = (
    "measure_id",
    "area",
    "area_type",
    "period",
    "status",
    "value",
    "reason",
    "source",
    "how_it_differs",
)


def run(
    given: argparse.Namespace,
    home: Path,
    ready: Callable[[], duckdb.DuckDBPyConnection],
    look: Callable[[str], None],
) -> int:
    """Run what was asked for. ready: brings the live file up to date; look: notes who looks at children, before they do."""
    if given.what == "measures" and given.coverage:
        return run_coverage(given.format, given.out)
    if given.what == "comparators" and given.comparators_what == "load":
        return run_comparators_load(given.file, home, given.name, given.source)
    if given.what == "drift" and given.set:
        threshold, value = given.set
        return drift.run_set(home, given.pattern, threshold, value, given.by, given.why)
    cur = ready()
    if given.what == "comparators":
        return run_comparators_show(cur, home, given.measure, given.format, given.out)
    if given.what == "drift" and given.patterns:
        return drift.run_patterns(cur, home, given.as_at, given.format, given.out)
    if given.what == "drift":
        look(given.pattern or "every pattern")
        return drift.run_flags(
            cur, given.as_at, given.pattern, given.team, given.cohort, given.format, given.out
        )
    if given.recruits:
        return run_recruits(cur, given.format, given.out)
    if given.posts:
        return run_posts(cur, given.format, given.out)
    if given.rows is None:
        return run_measures(cur, given.measure, given.year, given.team, given.cohort, given.format, given.out)
    if given.measure is None:
        raise UserError("Whose rows?", try_="Name the measure with --measure.")
    look(given.measure)
    return run_rows(cur, given.measure, given.rows, given.team, given.format, given.out)


def run_measures(
    cur: duckdb.DuckDBPyConnection,
    measure: str | None,
    year: int | None,
    team: str | None,
    cohort: str | None,
    form: str,
    out: Path | None,
) -> int:
    """Write each measure month by month, or on its published basis for a year, as csv, json or xlsx. Returns 0."""
    _known(measure, cohort)
    load, as_at = load_id(cur), load_as_at(cur)
    rows = []
    for card in [catalogue()[measure]] if measure else catalogue().values():
        if year is not None:
            found = [(str(year), published_year(cur, card.id, year, team, cohort))]
        elif cohort:
            found = [
                (str(month)[:7], over(cur, card.id, month, month, team, cohort)) for month in _months(cur)
            ]
        else:
            found = [(str(point.month)[:7], point.result) for point in series(cur, card.id, team)]
        rows += [
            (
                card.id, card.version, card.area, card.title, period, team, cohort, *_said(result, card.unit_of(team or cohort)),
                card.better, load, as_at,
            )
            for period, result in found
        ]  # fmt: skip
    write_table(form, out, "Measures", COLUMNS, rows)
    return 0


def _said(result: Result, unit: str) -> tuple[object, ...]:
    value = None if result.value is None else round(float(result.value), 4)
    return (
        result.status, value, unit, result.numerator, result.denominator, result.cannot_tell, result.reason,
    )  # fmt: skip


def _months(cur: duckdb.DuckDBPyConnection) -> list[date]:
    """The last twelve complete months."""
    rows = cur.execute("SELECT month FROM measures.calendar_months ORDER BY month DESC LIMIT 12").fetchall()
    return [month for (month,) in reversed(rows)]


def _known(measure: str | None, cohort: str | None) -> None:
    if measure is not None and measure not in catalogue():
        raise UserError(
            f"There is no measure called {measure}.", try_="`undrift measures --coverage` lists them."
        )
    if cohort is not None and cohort not in COHORT_NAMES:
        raise UserError(
            f"There is no group called {cohort}.", try_=f"The groups are {', '.join(sorted(COHORT_NAMES))}."
        )


def run_rows(
    cur: duckdb.DuckDBPyConnection, measure: str, month: date, team: str | None, form: str, out: Path | None
) -> int:
    """Write what one month of a measure counted, or could not tell about, row by row. Returns 0."""
    _known(measure, None)
    load, as_at, first = load_id(cur), load_as_at(cur), month.replace(day=1)
    rows = [
        (
            measure, catalogue()[measure].version, str(row.month)[:7], row.on_date, row.child_id, row.team_id,
            row.source_key, row.numerator, row.denominator, row.cannot_tell, load, as_at,
        )
        for row in opened(cur, measure, first, first, team)
    ]  # fmt: skip
    write_table(form, out, "Rows", ROW_COLUMNS, rows)
    return 0


def run_recruits(cur: duckdb.DuckDBPyConnection, form: str, out: Path | None) -> int:
    """Write each group of recruits, month by month since they began. Returns 0."""
    load, as_at = load_id(cur), load_as_at(cur)
    rows = [
        (
            str(group.month)[:7], group.origin, group.began, point.months_on, str(point.month)[:7], point.in_post,
            point.children, None if point.children_each is None else round(point.children_each, 2), load, as_at,
        )
        for group in recruits(cur)
        for point in group.since
    ]  # fmt: skip
    write_table(form, out, "Recruits", RECRUITED, rows)
    return 0


def run_posts(cur: duckdb.DuckDBPyConnection, form: str, out: Path | None) -> int:
    """Write every leadership and team manager's post as the load stands: how it is held, and for how long. Returns 0."""
    load, as_at = load_id(cur), load_as_at(cur)
    rows = [
        (one.kind, one.title, one.team_name, one.status, one.since, one.months, load, as_at)
        for one in posts(cur, as_at)
    ]
    write_table(form, out, "Posts", POSTS, rows)
    return 0


def run_coverage(form: str, out: Path | None) -> int:
    """Write which of the published measures are built, and why the others are not. Returns 0."""
    found = coverage()
    rows = [
        (one.measure_id, one.name, "yes" if one.built else "no", one.why_not, one.differs) for one in found
    ]
    write_table(form, out, "Coverage", COVERED, rows)
    built = sum(one.built for one in found)
    print(f"{built} of {len(found)} published measures are built.", file=sys.stderr)
    return 0


def run_comparators_load(file: Path, home: Path, name: str, source: str) -> int:
    """Keep a file of published series; says what was held back and why. Returns 0, or 1 when rows were held back."""
    found = comparators.load(file, home, name=name, source=source)
    print(f"Kept as {found.name}: {found.rows:,} figures, {found.measures} measures, {found.areas} areas.")
    for fault in found.faults[:20]:
        print(f"  row {fault.row}: {fault.what}. {fault.try_}", file=sys.stderr)
    if found.faults:
        print(f"{len(found.faults)} rows were held back.", file=sys.stderr)
    return 1 if found.faults else 0


def run_comparators_show(
    cur: duckdb.DuckDBPyConnection, home: Path, measure: str, form: str, out: Path | None
) -> int:
    """Write the authority's own published-basis years beside every area's published series. Returns 0."""
    _known(measure, None)
    found = comparators.beside(cur, home, measure)
    if not found.lines:
        raise UserError(
            f"No comparator set kept holds {measure}.", try_="Load one: undrift comparators load FILE"
        )
    source, authority = f"load {load_id(cur)}", authority_of(cur)
    rows: list[tuple[object, ...]] = [
        (
            measure,
            authority,
            "own",
            point.month.year,
            point.status,
            point.value,
            point.result.reason,
            source,
            found.differs,
        )
        for point in found.own
    ]
    rows += [
        (
            measure,
            line.area,
            line.area_type,
            period,
            result.status,
            result.value,
            result.reason,
            line.source,
            "",
        )
        for line in found.lines
        for period, result in line.points
    ]
    write_table(form, out, "Comparators", BESIDE, rows)
    return 0
