"""What has stalled today, pattern by pattern and child by child, by who holds the child.

A child is on the list of the team and worker holding the child today; where nobody does, of the team on the record.
"""

from dataclasses import dataclass
from datetime import date

import duckdb

from undrift.drift.flags import in_words, set_here
from undrift.journeys.holders import HOLDERS, WORKING_WITH


@dataclass(frozen=True)
class Whose:
    """Whose flags: None is everybody's. worker: who works with the child in any role. cohort: a key of COHORT_NAMES."""

    team: str | None = None
    worker: str | None = None
    cohort: str | None = None


@dataclass(frozen=True)
class Count:
    """How many children of one team match one pattern."""

    pattern_id: str
    team_id: str | None
    team_name: str
    children: int


@dataclass(frozen=True)
class Stalled:
    """One child who matches a pattern, since a day, in words."""

    child_id: str
    child_name: str
    since: date
    words: str
    team_name: str
    worker_name: str
    source_table: str
    source_key: str


_UP = f"""
    WITH holders AS ({HOLDERS}),
    held AS (
      SELECT f.*, h.worker_id, CASE WHEN h.child_id IS NULL THEN f.team_id ELSE h.team_id END AS holding_team
      FROM drift.flag_spells f LEFT JOIN holders h ON h.child_id = f.child_id
      WHERE f.child_id IS NOT NULL AND since <= $day AND (until IS NULL OR $day < until)
    ),
    up AS (
      SELECT held.*, coalesce(dept_team_name, 'No team recorded') AS team_name
      FROM held LEFT JOIN records.ssd_department ON dept_team_id = holding_team
      WHERE ($team IS NULL OR holding_team = $team)
        AND ($worker IS NULL OR child_id IN (SELECT child_id FROM ({WORKING_WITH}) WHERE worker_id = $worker))
        AND ($cohort IS NULL OR EXISTS (
          SELECT 1 FROM journeys.cohorts c WHERE c.cohort = $cohort AND c.child_id = held.child_id
            AND (c.started_on IS NULL OR c.started_on <= $day) AND (c.ended_on IS NULL OR $day < c.ended_on)))
    )
"""
_COUNTS = (
    _UP
    + """
    SELECT pattern_id, holding_team, team_name, count(DISTINCT child_id) FROM up GROUP BY ALL ORDER BY ALL
"""
)
_HOW_MANY = _UP + "SELECT count(DISTINCT child_id) FROM up WHERE list_contains($patterns, pattern_id)"
_CHILDREN = (
    _UP
    + """
    SELECT child_id, coalesce(nullif(concat_ws(' ', pers_forename, pers_surname), ''), 'Child ' || child_id), since,
           first_on, last_on, trigger, n, team_name, coalesce(prof_professional_name, 'Nobody recorded'),
           source_table, source_key
    FROM up
    LEFT JOIN records.ssd_person ON pers_person_id = child_id
    LEFT JOIN records.ssd_professionals ON prof_professional_id = worker_id
    WHERE pattern_id = $pattern
    ORDER BY since, 2, child_id, source_key
"""
)
_NESTED = """
    WITH up AS (SELECT DISTINCT pattern_id, child_id FROM drift.flag_spells
                WHERE child_id IS NOT NULL AND since <= $day AND (until IS NULL OR $day < until)),
    sizes AS (SELECT pattern_id, count(*) AS n FROM up GROUP BY pattern_id)
    SELECT a.pattern_id, b.pattern_id
    FROM up a JOIN up b ON a.child_id = b.child_id AND a.pattern_id <> b.pattern_id
    JOIN sizes ON sizes.pattern_id = a.pattern_id
    GROUP BY a.pattern_id, b.pattern_id, sizes.n HAVING count(*) = sizes.n
"""


def _given(day: date, whose: Whose) -> dict[str, object]:
    return {"day": day, "team": whose.team, "worker": whose.worker, "cohort": whose.cohort}


def counts(cur: duckdb.DuckDBPyConnection, day: date, whose: Whose) -> list[Count]:
    """Children who match each pattern on a day, team by team; a pattern nobody matches has no row."""
    return [Count(*row) for row in cur.execute(_COUNTS, _given(day, whose)).fetchall()]


def how_many(cur: duckdb.DuckDBPyConnection, day: date, whose: Whose, patterns: list[str]) -> int:
    """Children who match at least one of the patterns, each once."""
    row = cur.execute(_HOW_MANY, _given(day, whose) | {"patterns": patterns}).fetchone()
    return int(row[0]) if row else 0


def children(cur: duckdb.DuckDBPyConnection, day: date, whose: Whose, pattern_id: str) -> list[Stalled]:
    """The children who match one pattern on a day, the longest standing first."""
    rows = cur.execute(_CHILDREN, _given(day, whose) | {"pattern": pattern_id}).fetchall()
    here = set_here(cur).get(pattern_id, "")
    return [
        Stalled(child, name, since, in_words(pattern_id, since, first, last, trigger, n) + here, *rest)
        for child, name, since, first, last, trigger, n, *rest in rows
    ]


def nested(cur: duckdb.DuckDBPyConnection, day: date) -> dict[str, frozenset[str]]:
    """Pattern to every other pattern that all its children match too: the difference of the two is a count of children."""
    found: dict[str, set[str]] = {}
    for inner, outer in cur.execute(_NESTED, {"day": day}).fetchall():
        found.setdefault(inner, set()).add(outer)
    return {inner: frozenset(outer) for inner, outer in found.items()}
