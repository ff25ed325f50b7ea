"""The pipeline's step: schema `variation`, all that a page should not wait for.

children     who each child is, in the groups that gaps are told by
decisions    decisions to stop or step down, and what came after each
curves       the incidence of coming back by day, for each kind, slice and thing that came back
against      how many came back against how many were expected at the standard's rates, for each kind and slice
waits        median waits of each measure's clocks, by group, with the test of whether groups wait alike
spreads      the spread between teams of each measure, a year at a time
ran          what could not be told, and why
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

import duckdb
import numpy as np
import pyarrow as pa

from undrift.clocks.readings import load_as_at
from undrift.dates import add_months
from undrift.engines import to_sql
from undrift.journeys.build import create
from undrift.journeys.held import held_in_part, holdings, not_held
from undrift.measures import catalogue, teams
from undrift.measures.definition import InTime
from undrift.measures.results import over
from undrift.variation import decisions, incidence
from undrift.variation.decisions import KINDS, WHATS, Kind
from undrift.variation.groups import CHILDREN, WAITS_SQL, dimensions
from undrift.variation.survival import Quantile, Survival, Wait, kaplan_meier
from undrift.variation.teams import TeamCount, spread

REACH: Final = 365  # days a decision is followed
DAYS: Final = (91, 182, 365)  # three, six and twelve months
CURVE_DAYS: Final = (*range(7, REACH, 7), *DAYS)
FEWEST: Final = 30  # decisions below which no share is told
YEARS: Final = 8
TEAM_MONTHS: Final = 36
WAIT_MONTHS: Final = 24

_TABLES: Final = {
    "curves": "kind VARCHAR, slice VARCHAR, part VARCHAR, what VARCHAR, day INTEGER, share DOUBLE, low DOUBLE, "
    "high DOUBLE, watched INTEGER, decisions INTEGER",
    "against": "kind VARCHAR, slice VARCHAR, part VARCHAR, decisions INTEGER, observed INTEGER, expected DOUBLE, "
    "dispersion DOUBLE, low DOUBLE, high DOUBLE",
    "waits": "measure_id VARCHAR, dimension VARCHAR, part VARCHAR, median DOUBLE, low DOUBLE, high DOUBLE, "
    "ended INTEGER, waiting INTEGER, p DOUBLE",
    "spreads": "measure_id VARCHAR, ends_on DATE, teams INTEGER, centre DOUBLE, deviation DOUBLE, low DOUBLE, high DOUBLE",
    "ran": "part VARCHAR, why VARCHAR",
}


def build(con: duckdb.DuckDBPyConnection) -> None:
    """Build the schema from journeys, clocks and measures."""
    as_at = load_as_at(con)
    con.execute("CREATE SCHEMA IF NOT EXISTS variation")
    con.execute(f"CREATE OR REPLACE TABLE variation.children AS {CHILDREN}", {"as_at": as_at})
    create(con, "variation.decisions", decisions.DECISIONS)
    for name, columns in _TABLES.items():
        con.execute(f"CREATE OR REPLACE TABLE variation.{name} ({columns})")
    _decide(con, as_at)
    for kind in KINDS:
        _follow(con, kind, as_at)
    _wait(con, as_at)
    _spread(con, as_at)


def _decide(con: duckdb.DuckDBPyConnection, as_at: date) -> None:
    held = holdings(con)
    row = con.execute("SELECT min(month) FROM measures.calendar_months").fetchone()
    since = row[0] if row and row[0] else as_at
    for kind in KINDS:
        why = not_held(kind.tables, held) or held_in_part(kind.tables, held)
        con.execute("INSERT INTO variation.ran VALUES (?, ?)", [kind.id, why])
        if why is None:
            con.execute(
                f"INSERT INTO variation.decisions SELECT * FROM ({to_sql(decisions.rows(kind))}) WHERE on_date >= ?",
                [since],
            )


_WATCHED = """
SELECT kind, child_id, on_date, coalesce(team_id, '') AS team_id, stratum, family_id,
  greatest(1, date_diff('day', on_date, least(coalesce({back}, DATE '9999-12-31'), coalesce(gone_on, DATE '9999-12-31'), $as_at))) AS days,
  CASE WHEN {back} <= least(coalesce(gone_on, DATE '9999-12-31'), $as_at) THEN 1
       WHEN gone_on <= $as_at THEN 2 ELSE 0 END AS status
FROM variation.decisions WHERE kind = $kind AND on_date < $as_at ORDER BY on_date, child_id
"""
_BACK_ON: Final = {what: f"{what}_on" for what in WHATS} | {
    "any": "least(referral_on, enquiry_on, plan_on, care_on)"
}
Columns = dict[str, Any]


def _follow(con: duckdb.DuckDBPyConnection, kind: Kind, as_at: date) -> None:
    watched = {
        what: con.execute(
            _WATCHED.format(back=_BACK_ON[what]), {"as_at": as_at, "kind": kind.id}
        ).fetchnumpy()
        for what in WHATS
    }
    whole = watched["any"]
    if len(whole["days"]) == 0:
        return
    curves: list[tuple[Any, ...]] = []
    against: list[tuple[Any, ...]] = []
    strata, codes = np.unique(np.asarray(whole["stratum"], dtype=str), return_inverse=True)
    # Numbers sort sooner than words, and only which are alike matters. All the queries give the same rows in order.
    families = np.unique(np.asarray(whole["family_id"], dtype=str), return_inverse=True)[1]
    for name, part, chosen, standard in _slices(whole, as_at):
        count = int(chosen.sum())
        if count < FEWEST:
            continue
        for what, rows in watched.items():
            days = CURVE_DAYS if what == "any" else DAYS
            for step in incidence.cumulative_incidence(
                rows["days"][chosen], rows["status"][chosen], sorted(days), families[chosen]
            ):
                edges = step.interval or (None, None)
                curves.append((kind.id, name, part, what, step.day, step.share, *edges, step.watched, count))
        hazards = np.array(
            [
                incidence.hazards(whole["days"][of], whole["status"][of], REACH)
                for of in (standard & (codes == s) for s in range(len(strata)))
            ]
        )
        found = incidence.against_expected(
            whole["days"][chosen], whole["status"][chosen], codes[chosen], hazards, families[chosen]
        )
        edges = found.interval or (None, None)
        against.append((kind.id, name, part, count, found.observed, found.expected, found.dispersion, *edges))
    _insert(con, "curves", curves)
    _insert(con, "against", against)


def _slices(whole: Columns, as_at: date) -> Iterator[tuple[str, str, Any, Any]]:
    """(slice, part, which decisions, which are the standard): all, each year to the as-at day, each team lately."""
    on = np.asarray(whole["on_date"], dtype="datetime64[D]")
    every = np.full(len(on), True)
    yield "all", "", every, every
    for back in range(YEARS):
        ends, begins = add_months(as_at, -12 * back), add_months(as_at, -12 * (back + 1))
        yield "year", ends.isoformat(), (on > np.datetime64(begins)) & (on <= np.datetime64(ends)), every
    lately = on > np.datetime64(add_months(as_at, -TEAM_MONTHS))
    teams = np.asarray(whole["team_id"], dtype=str)
    for team in np.unique(teams[lately]):
        if team:
            yield "team", str(team), lately & (teams == team), lately


def _wait(con: duckdb.DuckDBPyConnection, as_at: date) -> None:
    told = dimensions(con)
    parts = ", ".join(dimension.sql("started_on") for dimension in told)
    rows: list[tuple[Any, ...]] = []
    for measure in catalogue().values():
        if not isinstance(measure.counts, InTime):
            continue
        found = con.execute(
            WAITS_SQL.format(parts=parts),
            {"clocks": list(measure.clocks), "as_at": as_at, "since": add_months(as_at, -WAIT_MONTHS)},
        ).fetchall()
        for place, dimension in enumerate(told):
            by_group: dict[str, list[tuple[Wait, str]]] = {}
            for row in found:
                by_group.setdefault(row[place], []).append((Wait(row[-2], row[-1]), row[-3]))
            p = _alike({g: held for g, held in by_group.items() if sum(w.ended for w, _ in held) >= FEWEST})
            for part, held in by_group.items():
                curve, half = _half(held)
                rows.append((
                    measure.id, dimension.id, part, half.time, half.low, half.high, curve.events, curve.censored, p,
                ))  # fmt: skip
    _insert(con, "waits", rows)


def _half(held: Sequence[tuple[Wait, str]]) -> tuple[Survival, Quantile]:
    """How long half have waited; its interval as wide as brothers and sisters who are seen together make it."""
    waits = [wait for wait, _ in held]
    middle = kaplan_meier(waits).quantile(0.5).time
    if middle is None:
        middle = max(wait.time for wait in waits)
    dispersion = incidence.waits_dispersion(
        [w.time for w in waits], [w.ended for w in waits], [family for _, family in held], middle
    )
    curve = kaplan_meier(waits, dispersion=dispersion)
    return curve, curve.quantile(0.5)


def _alike(told: dict[str, list[tuple[Wait, str]]]) -> float | None:
    if len(told) < 2:
        return None
    rows = [(wait.time, wait.ended, part, family) for part, held in told.items() for wait, family in held]
    days, ended, parts, families = zip(*rows, strict=True)
    return incidence.same_waits(days, ended, parts, families)


_BY_YEAR = """
SELECT m.measure_id, w.back, max(w.ends_on) OVER (PARTITION BY w.back) AS ends_on, m.team_id, w.place,
       m.numerator, m.denominator
FROM measures.months m
JOIN (SELECT month, ends_on, (nth // 12) AS back, nth % 12 AS place
      FROM (SELECT month, ends_on, row_number() OVER (ORDER BY month DESC) - 1 AS nth FROM measures.calendar_months)) w
  USING (month)
WHERE m.team_id IS NOT NULL
"""


def _spread(con: duckdb.DuckDBPyConnection, as_at: date) -> None:
    shares = {
        m.id: m for m in catalogue().values() if m.unit == "percent" and m.denominates and not m.is_exact
    }
    latest_only = [m.id for m in shares.values() if m.is_snapshot]
    row = con.execute("SELECT count(*) // 12 FROM measures.calendar_months").fetchone()
    whole_years = int(row[0]) if row else 0
    found = con.execute(
        f"""SELECT measure_id, back, ends_on, team_id, sum(numerator), sum(denominator) FROM ({_BY_YEAR})
            WHERE list_contains($shares, measure_id) AND back < $years
              AND (place = 0 OR NOT list_contains($latest_only, measure_id))
            GROUP BY ALL HAVING sum(denominator) > 0 ORDER BY ALL""",
        {"shares": list(shares), "years": min(YEARS, whole_years), "latest_only": latest_only},
    ).fetchall()
    teams: dict[tuple[str, date], list[TeamCount]] = {}
    for measure_id, _, ends, team, count, of in found:
        teams.setdefault((measure_id, ends), []).append(TeamCount(team, team, int(count), int(of)))
    rows: list[tuple[Any, ...]] = []
    for (measure_id, ends), counts in teams.items():
        told = spread(counts)
        if told:
            rows.append((measure_id, ends, told.teams, told.centre, told.deviation, *told.interval))
    _insert(con, "spreads", rows)


def team_counts(
    con: duckdb.DuckDBPyConnection, measure_id: str, years_back: int = 0
) -> tuple[list[TeamCount], date | None]:
    """Each team's count over twelve complete months, so many years back, and their last day; a snapshot's last month."""
    measure = catalogue()[measure_id]
    months = con.execute("SELECT month, ends_on FROM measures.calendar_months ORDER BY month DESC").fetchall()
    if len(months) < 12 * (years_back + 1):
        return [], None
    window = months[12 * years_back : 12 * years_back + (1 if measure.is_snapshot else 12)]
    first, last = window[-1][0], window[0][0]
    if measure.is_exact:  # a child counts once in the year: no sum of months is that
        counts = [
            (team.id, team.name, found.numerator or 0, found.denominator)
            for team in teams(con)
            if (found := over(con, measure_id, first, last, team.id)).denominator
        ]
    else:
        counts = con.execute(
            """SELECT m.team_id, coalesce(d.dept_team_name, m.team_id), sum(m.numerator), sum(m.denominator)
               FROM measures.months m LEFT JOIN records.ssd_department d ON d.dept_team_id = m.team_id
               WHERE m.measure_id = ? AND m.month BETWEEN ? AND ? AND m.team_id IS NOT NULL
               GROUP BY ALL HAVING sum(m.denominator) > 0 ORDER BY 2""",
            [measure_id, first, last],
        ).fetchall()
    return [TeamCount(team, name, int(x), int(n)) for team, name, x, n in counts], window[0][1]


def _insert(con: duckdb.DuckDBPyConnection, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if not rows:
        return
    columns = [c[0] for c in con.execute(f"DESCRIBE variation.{name}").fetchall()]
    given = pa.table({c: [row[i] for row in rows] for i, c in enumerate(columns)})
    con.register("given_rows", given)
    con.execute(f"INSERT INTO variation.{name} SELECT * FROM given_rows")
    con.unregister("given_rows")
