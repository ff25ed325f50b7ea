"""Workers followed over time: recruits of one month, how many stay and how their caseloads grow; posts and who holds them."""

from dataclasses import dataclass
from datetime import date

import duckdb

ORIGINS = {
    "1": "newly qualified", "2": "another English authority", "3": "outside England", "4": "an agency",
    "5": "other social work", "6": "other work", "7": "not in work", "8": "another role here", "9": "not known",
}  # fmt: skip
FEWEST = 5
"""Recruits in a month, from one place, below which they are not followed as a group."""


@dataclass(frozen=True)
class Since:
    """A group of recruits so many months on: how many are still in post, and the children each holds on average."""

    months_on: int
    month: date
    in_post: int
    children: int

    @property
    def children_each(self) -> float | None:
        return self.children / self.in_post if self.in_post else None


@dataclass(frozen=True)
class Recruits:
    """Social workers who began in one month, from one place; `since` at each complete month's end after."""

    month: date
    origin: str
    began: int
    since: tuple[Since, ...]

    @property
    def still_here(self) -> float | None:
        """The share of them in post at the latest month's end."""
        return self.since[-1].in_post / self.began if self.since else None


def recruits(cur: duckdb.DuckDBPyConnection, *, least: int = FEWEST) -> list[Recruits]:
    """Every group of `least` or more who began in one month from one place, oldest first."""
    rows = cur.execute(
        """WITH began AS (SELECT who, date_trunc('month', started_on)::DATE AS first, origin, started_on, ended_on
                          FROM facts.posts),
                held AS (SELECT month, worker_id, count(*) AS children FROM measures.held GROUP BY ALL),
                sized AS (SELECT first, origin, count(*) AS began FROM began GROUP BY ALL HAVING count(*) >= $least)
           SELECT s.first, s.origin, s.began, m.month,
                  count(*) FILTER (b.started_on <= m.ends_on AND (b.ended_on IS NULL OR b.ended_on > m.ends_on)),
                  coalesce(sum(h.children), 0)
           FROM sized s
           JOIN began b ON b.first = s.first AND b.origin IS NOT DISTINCT FROM s.origin
           JOIN measures.calendar_months m ON m.month >= s.first
           LEFT JOIN held h ON h.month = m.month AND h.worker_id = b.who
                AND b.started_on <= m.ends_on AND (b.ended_on IS NULL OR b.ended_on > m.ends_on)
           GROUP BY ALL ORDER BY ALL""",
        {"least": least},
    ).fetchall()
    groups: dict[tuple[date, str | None, int], list[Since]] = {}
    for first, origin, began, month, in_post, children in rows:
        on = (month.year - first.year) * 12 + month.month - first.month
        groups.setdefault((first, origin, began), []).append(Since(on, month, in_post, int(children)))
    return [
        Recruits(first, ORIGINS.get(origin or "9", "not known"), began, tuple(since))
        for (first, origin, began), since in groups.items()
    ]


@dataclass(frozen=True)
class Post:
    """A leadership or team manager's post on a day: how it is held, since when, and for how many months."""

    kind: str
    title: str
    team_name: str
    status: str
    since: date | None
    months: int | None


def posts(cur: duckdb.DuckDBPyConnection, as_at: date) -> list[Post]:
    """Every post on a day, those vacant first, then interim, longest so first."""
    rows = cur.execute(
        """WITH post AS (
             SELECT 'senior leadership' AS kind, lead_post AS title, NULL AS team, lead_status AS status,
                    lead_from_date AS since, lead_to_date AS until FROM records.local_leadership_posts
             UNION ALL
             SELECT 'team manager', 'Team manager', tman_team_id, tman_status, tman_from_date, tman_to_date
             FROM records.local_team_managers)
           SELECT kind, title, coalesce(dept_team_name, team, ''), status, since,
                  CASE WHEN since IS NOT NULL THEN date_diff('month', since, $day)
                       - CASE WHEN since + to_months(date_diff('month', since, $day)::INTEGER) > $day THEN 1 ELSE 0 END END
           FROM post LEFT JOIN records.ssd_department ON dept_team_id = team
           WHERE (since IS NULL OR since <= $day) AND (until IS NULL OR until >= $day)
           ORDER BY CASE status WHEN 'VACANT' THEN 0 WHEN 'INTERIM' THEN 1 ELSE 2 END, since, title, team""",
        {"day": as_at},
    ).fetchall()
    return [Post(*row) for row in rows]
