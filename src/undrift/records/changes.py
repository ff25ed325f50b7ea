"""What changed between two loads: rows new, gone and altered, and which of them speak of days already reported on."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import duckdb

from undrift.engines.apart import in_memory
from undrift.records.about import way, whose
from undrift.records.kept import columns_kept, kept_rows
from undrift.records.store import Load, loads, read_load
from undrift.returns.spec import TableSpec, record_tables
from undrift.returns.submission import TITLES

What = Literal["new", "gone", "altered", "entered late", "back-dated"]

# Dates that are not of something that happened: when a thing is due or hoped for, and when a child was born.
NOT_EVENTS = ("_due", "_due_date", "_target_date", "_dob")
NO_TEAM = "no team known"


@dataclass(frozen=True)
class Change:
    """Rows of one table and team. entered_late: of the new, those with an event dated on or before the earlier
    load's as-at date. back_dated: of the altered, those that now give an event such a date and did not then."""

    table: str
    team: str
    new: int
    gone: int
    altered: int
    entered_late: int
    back_dated: int


@dataclass(frozen=True)
class Comparison:
    """not_compared: table to why. notes: table to what to bear in mind of its counts."""

    before: str
    after: str
    changes: tuple[Change, ...]
    not_compared: dict[str, str]
    notes: dict[str, str]


@dataclass(frozen=True)
class ChangedRow:
    """key: what makes the row one row. columns: those that differ (altered rows only). file, sheet, row: where it
    stands in the later load, or stood in the earlier when it is gone."""

    key: tuple[str, ...]
    person: str | None
    team: str
    columns: tuple[str, ...]
    file: str
    sheet: str
    row: int


@dataclass(frozen=True)
class Told:
    """What one column of one row said in the earlier load and in the later; None when it said nothing, or when the
    row was not there."""

    column: str
    before: object
    after: object


def compare(home: Path, before_id: str, after_id: str) -> Comparison:
    """Every table held by both loads, compared row by row on its key."""
    before, after = read_load(home, before_id), read_load(home, after_id)
    changes: list[Change] = []
    why = {name: reason for name in record_tables() if (reason := _why_not(name, before, after))}
    with in_memory() as con:
        for spec in record_tables().values():
            if spec.name in why or spec.name not in after.tables:
                continue
            _rows_changed(con, home, before, after, spec)
            counts = con.execute(
                """SELECT team, count(*) FILTER (what = 'new'), count(*) FILTER (what = 'gone'),
                          count(*) FILTER (what = 'altered'), count(*) FILTER (late), count(*) FILTER (back_dated)
                   FROM changed GROUP BY team ORDER BY team"""
            ).fetchall()
            changes += [Change(spec.name, *row) for row in counts]
    notes = {
        name: f"it is part of the history ({note.extent}): a row can leave it without having been taken out"
        for name, note in after.tables.items()
        if note.extent != "all" and name not in why
    }
    return Comparison(before.id, after.id, tuple(changes), why, notes)


def changed_rows(
    home: Path,
    before_id: str,
    after_id: str,
    table: str,
    what: What,
    team: str | None = None,
    most: int = 500,
) -> list[ChangedRow]:
    """The rows behind one of the counts, at most `most`; of every team when `team` is None."""
    before, after = read_load(home, before_id), read_load(home, after_id)
    spec = record_tables()[table]
    if _why_not(table, before, after) or table not in after.tables:
        return []
    chosen = {"entered late": "late", "back-dated": "back_dated"}.get(what, "what = $what")
    with in_memory() as con:
        _rows_changed(con, home, before, after, spec)
        rows = con.execute(
            f"""SELECT key, person, team, columns, _file, _sheet, _row FROM changed
                WHERE {chosen} AND ($team IS NULL OR team = $team) ORDER BY key LIMIT $most""",
            {"team": team, "most": most} | ({"what": what} if "$what" in chosen else {}),
        ).fetchall()
    return [
        ChangedRow(tuple(key), person, of, tuple(names), *place) for key, person, of, names, *place in rows
    ]


def told(
    home: Path, before_id: str, after_id: str, table: str, key: tuple[str, ...]
) -> tuple[Told, ...] | None:
    """One row, column by column, in two loads; None when neither has it. These are a child's own values: for a page
    that may show them, never for a log."""
    spec = record_tables()[table]
    columns = [c.name for c in spec.columns]
    found = []
    with in_memory() as con:
        for load in (read_load(home, before_id), read_load(home, after_id)):
            rows = kept_rows(home, load)(table)
            where = " AND ".join(f"CAST({name} AS VARCHAR) IS NOT DISTINCT FROM ?" for name in spec.keys)
            row = (
                rows
                and con.execute(
                    f"SELECT {', '.join(columns)} FROM {rows} WHERE {where}", list(key)
                ).fetchone()
            )
            found.append(row or None)
    if found == [None, None]:
        return None
    before, after = (row or (None,) * len(columns) for row in found)
    return tuple(Told(*three) for three in zip(columns, before, after, strict=True))


def pairs(home: Path) -> list[tuple[Load, Load]]:
    """Each load with the one before it of the same authority, by the day described and then the day loaded."""
    latest: dict[str, Load] = {}
    found: list[tuple[Load, Load]] = []
    for load in sorted(loads(home), key=lambda item: (item.as_at, item.at, item.id)):
        if load.authority in latest:
            found.append((latest[load.authority], load))
        latest[load.authority] = load
    return found


def comparable(before: Load, after: Load) -> frozenset[str]:
    """The tables that both loads hold from one kind of submission, whose rows can be told apart by their keys."""
    return frozenset(t for t in after.tables if t in before.tables and not _why_not(t, before, after))


def _why_not(table: str, before: Load, after: Load) -> str:
    held = [load for load in (before, after) if table in load.tables]
    if len(held) == 1:
        day = held[0].as_at
        return f"held only by the load of {day.day} {day:%B %Y}"
    if held and before.tables[table].kind != after.tables[table].kind:
        return (
            f"it came from {TITLES[before.tables[table].kind]} and then from {TITLES[after.tables[table].kind]}, "
            "which number their rows differently"
        )
    return ""


def _rows_changed(
    con: duckdb.DuckDBPyConnection, home: Path, before: Load, after: Load, spec: TableSpec
) -> None:
    """Make the table `changed`: key, what, late, back_dated, columns, person, team, and where the row stands."""
    # What one of the two specifications did not have, nobody altered.
    both = columns_kept(home, before, spec.name) & columns_kept(home, after, spec.name)
    plain = [c.name for c in spec.columns if not c.is_key and c.name in both]
    events = [c.name for c in spec.columns if c.type == "date" and not c.name.endswith(NOT_EVENTS)]
    rows_after, rows_before = kept_rows(home, after)(spec.name), kept_rows(home, before)(spec.name)
    on_key = " AND ".join(f"a.{key} IS NOT DISTINCT FROM b.{key}" for key in spec.keys)
    differs = ", ".join(f"CASE WHEN a.{name} IS DISTINCT FROM b.{name} THEN '{name}' END" for name in plain)
    dates = ", ".join(f"a.{name}" for name in events)
    moved = " OR ".join(f"(a.{d} IS DISTINCT FROM b.{d} AND a.{d} <= as_at())" for d in events if d in both)
    con.execute(f"CREATE OR REPLACE MACRO as_at() AS DATE '{before.as_at}'")
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE differing AS
            WITH a AS (SELECT *, TRUE AS there FROM {rows_after}),
                 b AS (SELECT *, TRUE AS there FROM {rows_before})
            SELECT [{", ".join(f"CAST(coalesce(a.{key}, b.{key}) AS VARCHAR)" for key in spec.keys)}] AS key,
                   CASE WHEN b.there IS NULL THEN 'new' WHEN a.there IS NULL THEN 'gone' ELSE 'altered' END AS what,
                   b.there IS NULL AND coalesce({f"least({dates})" if events else "NULL"} <= as_at(), FALSE) AS late,
                   a.there AND b.there AND coalesce({moved or "FALSE"}, FALSE) AS back_dated,
                   CASE WHEN a.there AND b.there
                        THEN list_filter([{differs}], lambda name: name IS NOT NULL) ELSE [] END AS columns,
                   {_told(spec, _team_column(spec))} AS own_team, {_told(spec, _person_column(spec))} AS about,
                   coalesce(a._file, b._file) AS _file, coalesce(a._sheet, b._sheet) AS _sheet,
                   coalesce(a._row, b._row) AS _row
            FROM a FULL JOIN b ON {on_key}
            WHERE a.there IS NULL OR b.there IS NULL OR len(list_filter([{differs}], lambda n: n IS NOT NULL)) > 0"""
    )
    _whose(con, home, (before, after), spec)
    person = "w.person" if way(spec.name) else "d.about"
    con.execute(
        f"""CREATE OR REPLACE TEMP TABLE changed AS
            SELECT d.* EXCLUDE (own_team, about), {person} AS person,
                   coalesce(own_team, t.team, '{NO_TEAM}') AS team
            FROM differing AS d
            LEFT JOIN whose AS w ON w.about = d.about
            LEFT JOIN teams AS t ON t.person = {person}"""
    )


def _told(spec: TableSpec, column: str | None) -> str:
    return f"coalesce(a.{column}, b.{column})" if column else "NULL::VARCHAR"


def _team_column(spec: TableSpec) -> str | None:
    """The column that says which team did the thing, when the table has one."""
    if spec.name == "ssd_department":
        return None
    return next((c.name for c in spec.columns if c.references == "ssd_department.dept_team_id"), None)


def _person_column(spec: TableSpec) -> str | None:
    links = way(spec.name)
    return links[0].column if links else spec.person


def _whose(con: duckdb.DuckDBPyConnection, home: Path, both: Iterable[Load], spec: TableSpec) -> None:
    """`whose`: link to child, for tables with no child of their own. `teams`: child to the team that has them. Each as
    the later load has it."""
    con.execute("CREATE OR REPLACE TEMP TABLE whose (about VARCHAR, person VARCHAR, nth INTEGER)")
    con.execute("CREATE OR REPLACE TEMP TABLE teams (person VARCHAR, team VARCHAR, since DATE, as_at DATE)")
    for nth, load in enumerate(both):
        rows = kept_rows(home, load)
        if found := whose(spec.name, rows):
            con.execute(f"INSERT INTO whose SELECT *, {nth} FROM ({found})")
        if "ssd_involvements" in load.tables:
            con.execute(
                f"""INSERT INTO teams
                    SELECT invo_person_id, invo_professional_team, invo_involvement_start_date, ?
                    FROM {rows("ssd_involvements")}
                    WHERE invo_professional_team IS NOT NULL AND invo_involvement_start_date <= ?""",
                [load.as_at, load.as_at],
            )
    con.execute(
        "CREATE OR REPLACE TEMP TABLE whose AS SELECT about, arg_max(person, (nth, person)) AS person FROM whose GROUP BY about"
    )
    con.execute(
        """CREATE OR REPLACE TEMP TABLE teams AS
           SELECT person, team FROM teams
           QUALIFY row_number() OVER (PARTITION BY person ORDER BY as_at DESC, since DESC, team) = 1"""
    )
