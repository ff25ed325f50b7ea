"""The stored months of every measure, as Results; and any stretch of months opened into what it counted."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from statistics import median
from typing import cast

import duckdb

from undrift.cards import collect
from undrift.clocks.readings import load_as_at
from undrift.dates import add_months
from undrift.engines.kept import compiled
from undrift.journeys.build import create
from undrift.journeys.held import held_in_part, holdings, not_held
from undrift.measures import engine, facts, population
from undrift.measures.definition import (
    Average,
    Flagged,
    InTime,
    Measure,
    NotHeld,
    Number,
    Point,
    Rate,
    Ratio,
    Result,
    Row,
    Share,
    Team,
)
from undrift.measures.facts import FACTS

# Records reach further back only for children still known: earlier months would count survivors.
MONTHS_SHOWN = 96
_TOO_FAR = "The records loaded do not cover this period."
_SUMS = ("numerator", "denominator", "cannot_tell", "amount", "weight")


@cache
def catalogue() -> dict[str, Measure]:
    """Every measure card in `measures/cards`, by id."""
    return {card.id: card for card in cast("list[Measure]", collect("undrift.measures.cards", "measure"))}


def build(con: duckdb.DuckDBPyConnection) -> None:
    """Schemas `facts` and `measures`: the facts, the calendar of months, and every card over the whole authority."""
    as_at = load_as_at(con)
    con.execute("CREATE SCHEMA IF NOT EXISTS measures")
    con.execute(
        """CREATE OR REPLACE TABLE measures.calendar_months AS
           SELECT CAST(month AS DATE) AS month, last_day(month) AS ends_on
           FROM generate_series(
             (SELECT date_trunc('month', coalesce(min(on_date), $as_at)) FROM journeys.events WHERE kind = 'referral'),
             CAST($as_at AS TIMESTAMP), INTERVAL 1 MONTH) AS given(month)
           WHERE last_day(month) <= $as_at
             AND month > date_trunc('month', CAST($as_at AS DATE)) - to_months(CAST($months AS INTEGER))""",
        {"as_at": as_at, "months": MONTHS_SHOWN},
    )
    con.execute("CREATE OR REPLACE TABLE measures.held AS " + compiled(engine.held_at_month_ends))
    facts.build(con)
    create(con, "measures.months", engine.MONTHS)
    create(con, "measures.cohort_months", engine.COHORT_MONTHS)
    con.execute(_GROUPS)
    con.execute("CREATE OR REPLACE TABLE measures.ran (measure_id VARCHAR, why VARCHAR)")
    for measure in catalogue().values():
        con.execute("INSERT INTO measures.ran VALUES (?, ?)", [measure.id, _cannot_run(con, measure)])
        rows = _rows_sql(measure.id, as_at)
        if rows is None:
            continue
        once = engine.is_once_a_child(measure)
        # The rows once, added up twice: by team, and by the groups of children that any measure can be narrowed to.
        con.execute("CREATE OR REPLACE TEMP TABLE counted AS " + rows)
        con.execute("INSERT INTO measures.months " + compiled(engine.added_rows, once, "team_id"))
        con.execute("INSERT INTO measures.cohort_months " + compiled(engine.added_rows, once, "cohort"))
    con.execute("DROP TABLE IF EXISTS temp.counted")


# Who is in which group, from when until when; a child in a group twice over is one child in it, so no two spans touch.
_GROUPS = """
CREATE OR REPLACE TABLE measures.groups AS
WITH spans AS (
  SELECT cohort, child_id AS member, coalesce(started_on, DATE '0001-01-01') AS since,
         coalesce(ended_on, DATE '9999-12-31') AS until FROM journeys.cohorts WHERE child_id IS NOT NULL
), marked AS (
  SELECT *, max(until) OVER (PARTITION BY cohort, member ORDER BY since, until
                             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached FROM spans WHERE since < until
), islands AS (
  SELECT *, count(*) FILTER (reached IS NULL OR since > reached)
            OVER (PARTITION BY cohort, member ORDER BY since, until ROWS UNBOUNDED PRECEDING) AS island FROM marked
)
SELECT cohort, member, min(since) AS since, max(until) AS until FROM islands GROUP BY cohort, member, island
"""


def _cannot_run(con: duckdb.DuckDBPyConnection, measure: Measure) -> str | None:
    """Why the measure has no figures from what is held; None when it has."""
    match measure.counts:
        case InTime() as counts:
            rows = con.execute(
                "SELECT coalesce(why, no_past) FROM clocks.ran WHERE list_contains(?, clock_id)",
                [list(counts.clocks)],
            ).fetchall()
        case Flagged() as counts:
            rows = con.execute("SELECT why FROM drift.ran WHERE pattern_id = ?", [counts.pattern]).fetchall()
        case NotHeld() as counts:
            rows = [(f"no record of {counts.needs} in this load",)]
        case _:
            tables = {table for name in measure.facts for table in FACTS[name].tables}
            held = holdings(con)
            rows = [(not_held(tables, held) or held_in_part(tables, held),)]
            if (
                isinstance(measure.counts, Rate)
                and population.children(authority_of(con), load_as_at(con)) is None
            ):
                rows.append((f"no population figure is held for {authority_of(con)}",))
    return next((str(why) for (why,) in rows if why), None)


def authority_of(con: duckdb.DuckDBPyConnection) -> str:
    """Whose load it is."""
    row = con.execute("SELECT authority FROM records.load").fetchone()
    return str(row[0]) if row else ""


def teams(cur: duckdb.DuckDBPyConnection) -> list[Team]:
    """The authority's teams, by name."""
    found = cur.execute(
        "SELECT dept_team_id, dept_team_name FROM records.ssd_department ORDER BY dept_team_name"
    ).fetchall()
    return [Team(*row) for row in found]


def _not_available(cur: duckdb.DuckDBPyConnection, measure_id: str) -> Result | None:
    row = cur.execute("SELECT why FROM measures.ran WHERE measure_id = ?", [measure_id]).fetchone()
    if row is None or row[0] is None:
        return None
    return Result("not_available", reason=f"{row[0][0].upper()}{row[0][1:]}.")


def _result(
    measure: Measure, sums: Sequence[float], people: int | None, amounts: Sequence[float] = ()
) -> Result:
    """What the sums of a stretch come to. people: children in the authority; amounts: the values themselves."""
    top, bottom, unknown = (int(n) for n in sums[:3])
    amount, weight = sums[3], sums[4]
    counts = measure.counts
    if isinstance(counts, Flagged) and not counts.of:
        return Result("number", float(top), top, None, unknown)
    if isinstance(counts, Number):
        return Result("number", amount, top, None, unknown)
    if isinstance(counts, Rate):
        if not people:
            return Result("not_available", reason="No population figure is held for this year.")
        return Result("number", 10_000 * amount / people, top, people, unknown)
    if bottom == 0 or weight == 0:
        if unknown:
            said = "Every record it would count lacks what is needed."
            return Result("cannot_tell", None, top, 0, unknown, said)
        return Result("not_applicable", None, top, 0, 0, "Nothing to count in this period.")
    if unknown and (isinstance(counts, Ratio) or (isinstance(counts, Share) and counts.weigh)):
        # A sum that leaves some out is not a smaller sum but another figure.
        said = f"{unknown:,} of the records it adds up lack{'s' if unknown == 1 else ''} the number to add."
        return Result("cannot_tell", None, top, None, unknown, said)
    if isinstance(counts, Ratio):
        return Result("number", counts.scale * amount / weight, top, None, 0)
    if isinstance(counts, Average):
        value = median(amounts) if counts.how == "median" else amount / weight
        return Result("number", float(value), top, None, unknown)
    if isinstance(counts, Share) and counts.weigh:
        return Result("number", 100 * amount / weight, top, None, 0)
    scale = 100.0 if measure.unit == "percent" else 1.0
    return Result("number", scale * top / bottom, top, bottom, unknown)


def series(
    cur: duckdb.DuckDBPyConnection, measure_id: str, team: str | None = None, cohort: str | None = None
) -> list[Point]:
    """One Point a complete month, oldest first; neither a team nor a group of children is the whole authority.

    A team and a group together are not kept month by month: ValueError.
    """
    if team and cohort:
        raise ValueError("months are kept by team or by group of children, not by both")
    measure = catalogue()[measure_id]
    kept, column = ("cohort_months", "cohort") if cohort else ("months", "team_id")
    rows = cur.execute(
        f"""SELECT c.month, {", ".join(f"coalesce(sum(m.{name}), 0)" for name in _SUMS)}
           FROM measures.calendar_months c
           LEFT JOIN measures.{kept} m
             ON m.month = c.month AND m.measure_id = $measure AND ($part IS NULL OR m.{column} = $part)
           GROUP BY c.month ORDER BY c.month""",
        {"measure": measure_id, "part": cohort or team},
    ).fetchall()
    nothing = _not_available(cur, measure_id)
    if nothing:
        return [Point(month, nothing) for month, *_ in rows]
    people = _children(cur, measure)
    if measure.is_exact and rows:  # a median, or a child counted once: not a sum of the teams' own
        found = _by_month(opened(cur, measure_id, rows[0][0], rows[-1][0], team, cohort), measure)
        return [Point(month, of_rows(measure, found.get(month, []), people.get(month))) for month, *_ in rows]
    return [Point(month, _result(measure, sums, people.get(month))) for month, *sums in rows]


def _children(cur: duckdb.DuckDBPyConnection, measure: Measure) -> dict[date, int | None]:
    """Children in the authority at each month, for a rate; nothing for other measures, or for one team."""
    if not isinstance(measure.counts, Rate):
        return {}
    authority = authority_of(cur)
    months = cur.execute("SELECT month FROM measures.calendar_months").fetchall()
    return {month: population.children(authority, month) for (month,) in months}


def _by_month(rows: Sequence[Row], measure: Measure) -> dict[date, list[Row]]:
    found: dict[date, list[Row]] = {}
    for row in rows:
        found.setdefault(row.month, []).append(row)
    return found


def of_rows(measure: Measure, rows: Sequence[Row], people: int | None) -> Result:
    """A Result from the rows themselves."""
    if isinstance(measure.counts, Share) and measure.counts.each == "child":
        rows = once_a_child(rows)
    sums = [
        float(sum(row.numerator for row in rows)), float(sum(row.denominator for row in rows)),
        float(sum(row.cannot_tell for row in rows)), float(sum(row.amount or 0 for row in rows)),
        float(sum(row.weight or 0 for row in rows)),
    ]  # fmt: skip
    return _result(
        measure, sums, people, [row.amount for row in rows if row.numerator and row.amount is not None]
    )


def once_a_child(rows: Sequence[Row]) -> list[Row]:
    """Each child's row that says most: counted above, else counted, else cannot tell."""
    best: dict[str | None, Row] = {}
    for row in rows:
        held = best.get(row.child_id)
        if held is None or (row.numerator, row.denominator) > (held.numerator, held.denominator):
            best[row.child_id] = row
    return list(best.values())


@cache
def _rows_sql(measure_id: str, as_at: date) -> str | None:
    return compiled(engine.rows, catalogue()[measure_id], as_at) or None


def opened(
    cur: duckdb.DuckDBPyConnection,
    measure_id: str,
    first: date,
    last: date,
    team: str | None = None,
    cohort: str | None = None,
) -> list[Row]:
    """What the months from `first` to `last` (their first days) counted, or could not tell about, row by row."""
    sql = _rows_sql(measure_id, load_as_at(cur))
    if sql is None:
        return []
    # A month's first day is a timestamp to DuckDB, and a sum of parts a decimal: each column as ROWS has it.
    types = {"month": "DATE", "amount": "DOUBLE", "weight": "DOUBLE"}
    columns = ", ".join(
        f"CAST({name} AS {types[name]}) AS {name}" if name in types else name
        for name in Row.__dataclass_fields__
    )
    within = (
        """AND EXISTS (SELECT 1 FROM journeys.cohorts c WHERE c.cohort = $cohort AND c.child_id = r.child_id
                       AND (c.started_on IS NULL OR c.started_on <= r.on_date)
                       AND (c.ended_on IS NULL OR c.ended_on > r.on_date))"""
        if cohort
        else ""
    )
    given: dict[str, object] = {"first": first, "last": last, "team": team}
    rows = cur.execute(
        f"""SELECT {columns} FROM ({sql}) r
            WHERE r.month BETWEEN $first AND $last AND denominator + numerator + cannot_tell > 0
              AND ($team IS NULL OR team_id = $team) {within} ORDER BY r.month, on_date, child_id, source_key""",
        given | ({"cohort": cohort} if cohort else {}),
    ).fetchall()
    return [Row(*row) for row in rows]


def over(
    cur: duckdb.DuckDBPyConnection,
    measure_id: str,
    first: date,
    last: date,
    team: str | None = None,
    cohort: str | None = None,
) -> Result:
    """The Result of a stretch of months: all of them together, or for a snapshot the last of them."""
    nothing = _not_available(cur, measure_id)
    if nothing:
        return nothing
    measure = catalogue()[measure_id]
    begin = last if measure.is_snapshot else first
    people = population.children(authority_of(cur), last) if isinstance(measure.counts, Rate) else None
    return of_rows(measure, opened(cur, measure_id, begin, last, team, cohort), people)


def published_year(
    cur: duckdb.DuckDBPyConnection,
    measure_id: str,
    year: int,
    team: str | None = None,
    cohort: str | None = None,
) -> Result:
    """The Result on the basis the measure is published on: the year (or years) ending with its month in `year`."""
    measure = catalogue()[measure_id]
    last = date(year, measure.year_ends, 1)
    held = cur.execute("SELECT min(month), max(month) FROM measures.calendar_months").fetchone()
    first = add_months(last, 1 - 12 * measure.years)
    if (
        not held
        or held[0] is None
        or last > held[1]
        or (first if not measure.is_snapshot else last) < held[0]
    ):
        return Result("not_available", reason=_TOO_FAR)
    return over(cur, measure_id, first, last, team, cohort)


def year(
    cur: duckdb.DuckDBPyConnection,
    measure_id: str,
    team: str | None = None,
    cohort: str | None = None,
    back: int = 0,
) -> Result:
    """The last twelve complete months together; for a snapshot, its latest month. back: so many years earlier."""
    measure = catalogue()[measure_id]
    months = cur.execute("SELECT month FROM measures.calendar_months ORDER BY month DESC").fetchall()
    window = months[12 * back : 12 * back + 12]
    if len(window) < (12 if back else 1):
        return Result("not_available", reason="No complete month has been loaded." if not back else _TOO_FAR)
    last, first = window[0][0], window[0 if measure.is_snapshot else -1][0]
    nothing = _not_available(cur, measure_id)
    if nothing or measure.is_exact or (team and cohort):
        return nothing or over(cur, measure_id, first, last, team, cohort)
    kept, column = ("cohort_months", "cohort") if cohort else ("months", "team_id")
    sums = cur.execute(
        f"""SELECT {", ".join(f"coalesce(sum({name}), 0)" for name in _SUMS)} FROM measures.{kept}
            WHERE measure_id = $measure AND month BETWEEN $first AND $last AND ($part IS NULL OR {column} = $part)""",
        {"measure": measure_id, "first": first, "last": last, "part": cohort or team},
    ).fetchone()
    assert sums is not None
    return _result(measure, sums, _children(cur, measure).get(last))
