"""The stored months of every measure, as Results; and the children behind a measure today."""

from datetime import date, timedelta
from functools import cache
from typing import cast

import duckdb

from undrift import drift
from undrift.cards import collect
from undrift.clocks import catalogue as clock_catalogue
from undrift.clocks import readings
from undrift.clocks.readings import Reading, load_as_at
from undrift.dates import add_months
from undrift.drift.flags import spoken
from undrift.engines import to_sql
from undrift.journeys.build import create
from undrift.journeys.held import holdings, is_latest_only, not_held
from undrift.measures import engine
from undrift.measures.definition import (
    Behind,
    Caseload,
    Flagged,
    InTime,
    Measure,
    NotHeld,
    Point,
    Result,
    Team,
    Workers,
)
from undrift.measures.people import People

# Records reach further back only for children still known: earlier months would count survivors.
MONTHS_SHOWN = 96


@cache
def catalogue() -> dict[str, Measure]:
    """Every measure card in `measures/cards`, by id."""
    return {card.id: card for card in cast("list[Measure]", collect("undrift.measures.cards", "measure"))}


def build(con: duckdb.DuckDBPyConnection) -> None:
    """Schema `measures`: calendar_months and months, every card over the whole authority."""
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
    create(con, "measures.months", engine.MONTHS)
    con.execute("CREATE OR REPLACE TABLE measures.ran (measure_id VARCHAR, why VARCHAR)")
    for measure in catalogue().values():
        con.execute("INSERT INTO measures.ran VALUES (?, ?)", [measure.id, _cannot_run(con, measure)])
        rows = engine.months(measure, as_at)
        if rows is not None:
            con.execute("INSERT INTO measures.months " + to_sql(rows))


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
        case Caseload() | Workers():
            held = holdings(con)
            part = (
                "only today's social workers are held" if is_latest_only("ssd_involvements", held) else None
            )
            rows = [(not_held(["ssd_involvements"], held) or part,)]
        case NotHeld() as counts:
            rows = [(f"no file loaded holds {counts.needs}",)]
    return next((str(why) for (why,) in rows if why), None)


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


def _result(measure: Measure, numerator: int | None, denominator: int | None, cannot_tell: int) -> Result:
    top, bottom = numerator or 0, denominator or 0
    if isinstance(measure.counts, Flagged) and not measure.counts.of:
        return Result("number", float(top), top, None, cannot_tell)
    if bottom == 0:
        if cannot_tell:
            return Result(
                "cannot_tell", None, top, 0, cannot_tell, "Every record it would count lacks what is needed."
            )
        return Result("not_applicable", None, top, 0, 0, "Nothing to count in this period.")
    scale = 100.0 if measure.unit == "percent" else 1.0
    return Result("number", scale * top / bottom, top, bottom, cannot_tell)


def series(cur: duckdb.DuckDBPyConnection, measure_id: str, team: str | None = None) -> list[Point]:
    """One Point a complete month, oldest first; team None is the whole authority."""
    measure = catalogue()[measure_id]
    rows = cur.execute(
        """SELECT c.month, sum(m.numerator), sum(m.denominator), coalesce(sum(m.cannot_tell), 0)
           FROM measures.calendar_months c
           LEFT JOIN measures.months m
             ON m.month = c.month AND m.measure_id = ? AND (? IS NULL OR m.team_id = ?)
           GROUP BY c.month ORDER BY c.month""",
        [measure_id, team, team],
    ).fetchall()
    nothing = _not_available(cur, measure_id)
    return [
        Point(month, nothing or _result(measure, _whole(top), _whole(bottom), int(unknown)))
        for month, top, bottom, unknown in rows
    ]


def _whole(number: object) -> int | None:
    return None if number is None else int(cast(int, number))


def year(cur: duckdb.DuckDBPyConnection, measure_id: str, team: str | None = None) -> Result:
    """The last twelve complete months together; for a snapshot, its latest month."""
    measure = catalogue()[measure_id]
    points = series(cur, measure_id, team)
    if not points:
        return Result("not_available", reason="No complete month has been loaded.")
    if measure.is_snapshot or points[-1].status == "not_available":
        return points[-1].result
    last = [point.result for point in points[-12:]]
    return _result(
        measure,
        sum(r.numerator or 0 for r in last),
        sum(r.denominator or 0 for r in last),
        sum(r.cannot_tell for r in last),
    )


def behind(
    cur: duckdb.DuckDBPyConnection, measure_id: str, team: str | None = None, *, child: str | None = None
) -> list[Behind]:
    """The children behind a measure today, worst first: longest overdue, then late in the last three months.

    For a count of flags, the flags up today. Rows carry the words why; `instance_key` names the record. Narrowed
    to the team holding the child today, or to one child.
    """
    measure = catalogue()[measure_id]
    as_at = load_as_at(cur)
    people = People(cur, as_at)
    match measure.counts:
        case InTime() as counts:
            found = _behind_clocks(cur, counts, as_at, people, child)
        case Flagged() as counts:
            found = [
                people.behind(
                    flag.child_id, flag.team_id, flag.source_key, flag.since, None, "flag", flag.words
                )
                for flag in drift.flags(cur, as_at, pattern=counts.pattern, child=child)
            ]
        case Caseload() as counts:
            found = people.above_caseload(counts.limit)
        case Workers() as counts:
            found = people.many_workers(counts.n, counts.of)
        case NotHeld():
            found = []
    return [
        row
        for row in found
        if (team is None or row.team_id == team) and (child is None or row.child_id == child)
    ]


def _behind_clocks(
    cur: duckdb.DuckDBPyConnection, counts: InTime, as_at: date, people: People, child: str | None
) -> list[Behind]:
    recent = add_months(as_at.replace(day=1), -2)
    unwanted = ("late", "overdue") if counts.share == "met" else ("late",)
    rows = readings(cur, as_at, clocks=counts.clocks, only=unwanted, child=child)
    open_now = [r for r in rows if r.reading == "overdue"]
    lately = [r for r in rows if r.reading == "late" and (r.stopped_on or r.ended_on or as_at) >= recent]
    open_now.sort(key=lambda r: r.due_on or as_at)
    lately.sort(key=lambda r: r.stopped_on or r.ended_on or as_at, reverse=True)
    return [
        people.behind(
            r.child_id,
            r.team_id,
            r.source_key,
            r.started_on,
            r.due_on,
            r.reading,
            _why(r, as_at, named=len(counts.clocks) > 1),
        )
        for r in (*open_now, *lately)
    ]


def _why(r: Reading, as_at: date, *, named: bool) -> str:
    """Why this child, in words anyone could check by hand; the clock is named where a measure counts several."""
    clock = clock_catalogue()[r.clock_id]
    if clock.is_window:
        assert r.started_on is not None and r.stopped_on is not None
        return f"Referred on {spoken(r.stopped_on)}, within {clock.limit.words} of {spoken(r.started_on)}."
    assert r.started_on is not None and r.due_on is not None
    begun = f"{clock.name}: began" if named else "Began"
    begun += f" on {spoken(r.started_on)}, due by {spoken(r.due_on)}; "
    if r.reading == "overdue":
        return begun + f"nothing recorded by {spoken(as_at)}, {_days(r.due_on, as_at)} over."
    if r.stopped_on:
        return begun + f"done on {spoken(r.stopped_on)}, {_days(r.due_on, r.stopped_on)} late."
    assert r.ended_on
    return begun + f"ended on {spoken(r.ended_on)} without it."


def _days(first: date, last: date) -> str:
    n = (last - first) // timedelta(days=1)
    return f"{n} day{'' if n == 1 else 's'}"
