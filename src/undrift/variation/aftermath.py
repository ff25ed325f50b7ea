"""What came after decisions to stop or step down, read from the stored schema for pages and commands."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import duckdb

from undrift.variation.build import DAYS
from undrift.variation.decisions import BY_ID, KINDS, WHATS, Kind
from undrift.variation.incidence import Against
from undrift.variation.intervals import Interval

MONTHS: Final = dict(zip(DAYS, (3, 6, 12), strict=True))
FEWEST_LEFT: Final = 10  # children still watched, below which the end of a curve says too little to be drawn


@dataclass(frozen=True)
class Curve:
    """The incidence of coming back for one slice of decisions: days, shares, and intervals."""

    kind: str
    slice: str
    part: str
    what: str
    decisions: int
    steps: tuple[tuple[int, float | None, Interval | None, int], ...]

    def at(self, day: int) -> tuple[float | None, Interval | None]:
        return next(((share, edges) for on, share, edges, _ in self.steps if on == day), (None, None))


@dataclass(frozen=True)
class Reversed:
    """A decision after which something came back within a year, for learning and audit."""

    child_id: str
    name: str
    on: date
    team_id: str
    team_name: str
    came_back_on: date
    came_back_as: str
    days: int
    source_table: str
    source_key: str


def why_not(cur: duckdb.DuckDBPyConnection, kind: Kind) -> str | None:
    """Why this kind of decision cannot be told of, or None."""
    row = cur.execute("SELECT why FROM variation.ran WHERE part = ?", [kind.id]).fetchone()
    return None if row is None else row[0]


def curves(cur: duckdb.DuckDBPyConnection, kind: Kind, slice_: str = "", what: str = "any") -> list[Curve]:
    """The curves of a kind, for one slice ("all", "year", "team") or all of them, in order of part."""
    rows = cur.execute(
        """SELECT slice, part, decisions, list([day, watched] ORDER BY day), list([share, low, high] ORDER BY day)
           FROM variation.curves WHERE kind = ? AND what = ? AND (? = '' OR slice = ?) GROUP BY ALL ORDER BY slice, part""",
        [kind.id, what, slice_, slice_],
    ).fetchall()
    return [
        Curve(
            kind.id, name, part, what, count,
            tuple(
                (int(day), share, Interval(low, high) if low is not None else None, int(left))
                if left >= FEWEST_LEFT else (int(day), None, None, int(left))
                for (day, left), (share, low, high) in zip(days, shares, strict=True)
            ),
        )
        for name, part, count, days, shares in rows
    ]  # fmt: skip


def against(cur: duckdb.DuckDBPyConnection, kind: Kind) -> dict[tuple[str, str], Against]:
    """Observed against expected, by (slice, part)."""
    rows = cur.execute(
        "SELECT slice, part, observed, expected, dispersion FROM variation.against WHERE kind = ?", [kind.id]
    ).fetchall()
    return {(name, part): Against(*figures) for name, part, *figures in rows}


def reversed_decisions(
    cur: duckdb.DuckDBPyConnection, kind: Kind, as_at: date, *, since: date, team: str | None = None
) -> list[Reversed]:
    """Decisions since a day after which something came back within a year, the quickest to come back first."""
    words = " ".join(
        f"WHEN back_on = {what}_on THEN '{name}'" for what, name in WHATS.items() if what != "any"
    )
    rows = cur.execute(
        f"""SELECT d.child_id, coalesce(nullif(concat_ws(' ', p.pers_forename, p.pers_surname), ''), 'Child ' || d.child_id),
                   d.on_date, coalesce(d.team_id, ''), coalesce(t.dept_team_name, 'No team recorded'), back_on,
                   CASE {words} END, date_diff('day', d.on_date, back_on), d.source_table, d.source_key
            FROM (SELECT *, least(referral_on, enquiry_on, plan_on, care_on) AS back_on FROM variation.decisions) d
            LEFT JOIN records.ssd_person p ON p.pers_person_id = d.child_id
            LEFT JOIN records.ssd_department t ON t.dept_team_id = d.team_id
            WHERE d.kind = $kind AND d.on_date > $since AND back_on <= $as_at AND back_on <= d.on_date + 365
              AND (d.gone_on IS NULL OR d.gone_on >= back_on) AND ($team IS NULL OR d.team_id = $team)
            ORDER BY 8, d.on_date, d.child_id""",
        {"kind": kind.id, "since": since, "as_at": as_at, "team": team},
    ).fetchall()
    return [Reversed(*row) for row in rows]


__all__ = [
    "BY_ID",
    "KINDS",
    "MONTHS",
    "WHATS",
    "Curve",
    "Kind",
    "Reversed",
    "against",
    "curves",
    "reversed_decisions",
    "why_not",
]
