"""The stored times every flag was up, and the flags up on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import duckdb

from undrift.clocks.readings import load_as_at
from undrift.drift import engine
from undrift.drift.catalogue import catalogue
from undrift.drift.definition import Pattern
from undrift.drift.settings import Value, as_set, said
from undrift.drift.words import kinds_of, trigger_in_words
from undrift.engines.kept import compiled
from undrift.journeys.build import create
from undrift.journeys.held import EVENT_TABLES, SPELL_TABLES, Holdings, holdings, latest_only, not_held


@dataclass(frozen=True)
class Flag:
    """A pattern that a child matches, since a day, in words."""

    pattern_id: str
    child_id: str
    team_id: str | None
    since: date
    words: str
    source_table: str
    source_key: str


@dataclass(frozen=True)
class Time:
    """One time a pattern's flag was up for a child. until: the day it fell; None while it is up."""

    pattern_id: str
    since: date
    until: date | None


def build(con: duckdb.DuckDBPyConnection, decided: Mapping[tuple[str, str], Value] | None = None) -> None:
    """Schema `drift`: `flag_spells`, every pattern over the whole authority; `ran`, which could and why others not;
    `settings`, the thresholds this authority has set (`decided`), by pattern and threshold."""
    held, decided = holdings(con), decided or {}
    con.execute("CREATE SCHEMA IF NOT EXISTS drift")
    create(con, "drift.flag_spells", engine.FLAG_SPELLS)
    con.execute("CREATE OR REPLACE TABLE drift.ran (pattern_id VARCHAR, ran BOOLEAN, why VARCHAR)")
    con.execute(
        "CREATE OR REPLACE TABLE drift.settings (pattern_id VARCHAR, threshold VARCHAR, words VARCHAR)"
    )
    for (pattern_id, threshold), value in decided.items():
        con.execute("INSERT INTO drift.settings VALUES (?, ?, ?)", [pattern_id, threshold, said(value)])
    for pattern in (as_set(card, decided) for card in catalogue().values()):
        why = cannot_run(pattern, held)
        con.execute("INSERT INTO drift.ran VALUES (?, ?, ?)", [pattern.id, not why, why])
        if why:
            continue
        con.execute("INSERT INTO drift.flag_spells " + compiled(engine.flag_spells, pattern))


def cannot_run(pattern: Pattern, held: Holdings) -> str | None:
    """Why the pattern finds nothing from these holdings, which is not the same as nothing to find; None when it can."""
    events, spells = kinds_of(pattern.state)
    tables = {EVENT_TABLES[kind] for kind in events} | {SPELL_TABLES[kind] for kind in spells}
    return not_held(tables, held) or latest_only(tables, held)


def spoken(day: date) -> str:
    """A day as people write it: 3 October 2026."""
    return f"{day.day} {day:%B %Y}"


def flags(
    cur: duckdb.DuckDBPyConnection,
    as_at: date,
    *,
    pattern: str | None = None,
    team: str | None = None,
    child: str | None = None,
    cohort: str | None = None,
) -> list[Flag]:
    """The flags up on a day, narrowed by pattern, team, child, or a group of children (a key of COHORT_NAMES)."""
    where = ["since <= ? AND (until IS NULL OR ? < until)"]
    given: list[object] = [as_at, as_at]
    for column, value in (("pattern_id", pattern), ("team_id", team), ("child_id", child)):
        if value is not None:
            where.append(f"{column} = ?")
            given.append(value)
    if cohort is not None:
        where.append(
            """EXISTS (SELECT 1 FROM journeys.cohorts c WHERE c.cohort = ? AND c.child_id = flag_spells.child_id
                       AND (c.started_on IS NULL OR c.started_on <= ?) AND (c.ended_on IS NULL OR ? < c.ended_on))"""
        )
        given += [cohort, as_at, as_at]
    found = cur.execute(
        "SELECT pattern_id, child_id, team_id, since, first_on, last_on, trigger, n, source_table, source_key "
        f"FROM drift.flag_spells WHERE {' AND '.join(where)} ORDER BY since, child_id, pattern_id, source_key",
        given,
    ).fetchall()
    here = set_here(cur)
    return [
        Flag(
            pid,
            who,
            team_id,
            since,
            in_words(pid, since, first, last, trigger, n) + here.get(pid, ""),
            source,
            key,
        )
        for pid, who, team_id, since, first, last, trigger, n, source, key in found
    ]


def set_here(cur: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """What to add to a flag's words where the authority has set a threshold of the pattern for itself."""
    try:
        rows = cur.execute(
            """SELECT pattern_id, string_agg(threshold || ' ' || words, ', ' ORDER BY threshold)
               FROM drift.settings GROUP BY pattern_id"""
        ).fetchall()
    except duckdb.CatalogException:  # a live file built before thresholds could be set
        return {}
    return {pattern: f" (As this authority has set it: {words}.)" for pattern, words in rows}


def in_words(pattern_id: str, since: date, first: date, last: date, trigger: str, n: int) -> str:
    """A stored flag in its pattern's words."""
    return catalogue()[pattern_id].words.format(
        since=spoken(since), first=spoken(first), last=spoken(last), what=trigger_in_words(trigger), n=n
    )


def ran(cur: duckdb.DuckDBPyConnection) -> dict[str, str | None]:
    """Pattern to why it could not run from what is held; None when it could."""
    return dict(cur.execute("SELECT pattern_id, why FROM drift.ran").fetchall())


def load_id(cur: duckdb.DuckDBPyConnection) -> str:
    """The load being read."""
    row = cur.execute("SELECT load_id FROM records.load").fetchone()
    assert row is not None
    return str(row[0])


def of_child(cur: duckdb.DuckDBPyConnection, child_id: str, as_at: date | None = None) -> list[Flag]:
    """One child's flags, as at a day (default: the load's)."""
    return flags(cur, as_at or load_as_at(cur), child=child_id)


def times_of_child(cur: duckdb.DuckDBPyConnection, child_id: str, as_at: date) -> list[Time]:
    """Every time a flag of the child's was up, as at a day, earliest first."""
    rows = cur.execute(
        """SELECT pattern_id, since, CASE WHEN until <= $day THEN until END FROM drift.flag_spells
           WHERE child_id = $child AND since <= $day ORDER BY since, pattern_id""",
        {"child": child_id, "day": as_at},
    ).fetchall()
    return [Time(*row) for row in rows]
