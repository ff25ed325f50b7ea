"""The lists people open in the morning: what is late now, what falls due soon, and what nobody can tell.

A child's clocks are on the list of the team and worker holding the child today; where nobody does, of the team on the
record. What is late is listed while the child's case is open, and for a year after it was due: a return interview missed
years ago of somebody long gone is history, and nobody's work. What cannot be told is listed where the child's own record can be put right, while the child is held and the
clock began within a year, or at no day known. What the load does not hold is no item of anybody's: `clocks.ran` says why.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

import duckdb

from undrift.clocks import engine
from undrift.clocks.catalogue import catalogue
from undrift.dates import add_months
from undrift.engines import to_sql
from undrift.journeys.holders import HOLDERS, WORKING_WITH

SOON = 10
"""A worklist looks this many working days ahead."""

Group = Literal["late", "soon", "cannot_tell"]
GROUPS: dict[Group, str] = {
    "late": "Late now",
    "soon": f"Due in the next {SOON} working days",
    "cannot_tell": "Cannot tell: a record to put right",
}
REVIEWS = (
    "lac_review_first", "lac_review_second", "lac_review_next", "cp_review_first", "cp_review_next",
    "adoption_review_not_placed_first", "adoption_review_not_placed_next", "adoption_placed_review_first",
    "adoption_placed_review_second", "adoption_placed_review_next", "short_break_review", "iro_midway_contact",
)  # fmt: skip
"""The clocks a reviewing officer answers for."""


NOT_LISTED = {
    "lac_seen_alone": "a child too young, or who said no, is not told apart from one nobody saw alone",
    "fgdm_offer": "the day the law begins is left to regulations, and none has been found",
}
"""Clocks on no worklist, and why; as are flags, windows and the second reading of a limit that is read in two ways."""


NO_CASE = ("unborn", "assessment", "strategy_discussion", "s47", "early_help_assessment", "missing")
"""Spells that records leave open in a case long closed: by themselves they say of nobody that a case is open."""


@cache
def listed() -> tuple[str, ...]:
    """The clocks that somebody can still do something about."""
    return tuple(
        card.id
        for card in catalogue().values()
        if card.sense == "deadline"
        and not card.is_window
        and not card.other_reading_of
        and card.id not in NOT_LISTED
    )


@dataclass(frozen=True)
class Item:
    """One open clock of one child. days: working days over (late) or left (soon); None where that cannot be told."""

    group: Group
    clock_id: str
    child_id: str
    child_name: str
    team_id: str | None
    team_name: str
    worker_id: str | None
    worker_name: str
    started_on: date | None
    due_on: date | None
    days: int | None
    reason: str
    source_table: str
    source_key: str


_ITEMS = """
    WITH read AS ({readings}),
    holders AS ({holders}),
    known AS (
      SELECT DISTINCT child_id FROM journeys.spells
      WHERE (started_on IS NULL OR started_on <= $day) AND (ended_on IS NULL OR ended_on > $day)
        AND NOT list_contains($no_case, kind)
    ),
    counted AS (SELECT day, working_days FROM journeys.calendar),
    found AS (
      SELECT CASE WHEN reading = 'overdue' THEN 'late' WHEN reading = 'cannot_tell' THEN 'cannot_tell' ELSE 'soon' END
               AS "group",
             clock_id, read.child_id, coalesce(h.team_id, read.team_id) AS team_id, h.worker_id,
             h.child_id IS NOT NULL AS is_held, read.child_id IN (FROM known) AS is_known, started_on, due_on,
             CASE WHEN reading <> 'cannot_tell'
                  THEN abs(due.working_days - today.working_days) END AS days,
             coalesce(trouble, '') AS reason, source_table, source_key
      FROM read
      LEFT JOIN holders h ON h.child_id = read.child_id
      LEFT JOIN counted due ON due.day = read.due_on
      CROSS JOIN (SELECT working_days FROM counted WHERE day = $day) today
      WHERE reading IN ('overdue', 'running', 'due_soon', 'cannot_tell') AND list_contains($listed, clock_id)
        AND read.child_id IS NOT NULL
    )
    SELECT "group", clock_id, found.child_id,
           coalesce(nullif(concat_ws(' ', pers_forename, pers_surname), ''), 'Child ' || found.child_id),
           team_id, coalesce(dept_team_name, 'No team recorded'), worker_id,
           coalesce(prof_professional_name, 'Nobody recorded'), started_on, due_on, days, reason,
           source_table, source_key
    FROM found
    LEFT JOIN records.ssd_person ON pers_person_id = found.child_id
    LEFT JOIN records.ssd_department ON dept_team_id = team_id
    LEFT JOIN records.ssd_professionals ON prof_professional_id = worker_id
    WHERE CASE "group"
            WHEN 'late' THEN is_known OR due_on >= $since
            WHEN 'soon' THEN days <= $soon
            ELSE is_held AND list_contains($of_the_record, reason) AND (started_on IS NULL OR started_on >= $since) END
      AND ($team IS NULL OR team_id = $team)
      AND ($worker IS NULL OR worker_id = $worker)
      AND ($officer IS NULL OR (found.child_id IN (SELECT child_id FROM ({working}) WHERE worker_id = $officer)
                                AND list_contains($reviews, clock_id)))
    ORDER BY list_position(['late', 'soon', 'cannot_tell'], "group"), due_on NULLS LAST, found.child_id, clock_id,
             source_key
"""


@cache
def _sql(day: date) -> str:
    rows = engine.stored.filter(engine.exists(engine.stored, day))
    read = to_sql(rows.mutate(reading=engine.reading(rows, day)))
    return _ITEMS.format(readings=read, holders=HOLDERS, working=WORKING_WITH)


def worklist(
    cur: duckdb.DuckDBPyConnection,
    as_at: date,
    *,
    team: str | None = None,
    worker: str | None = None,
    officer: str | None = None,
) -> list[Item]:
    """Open clocks as at a day, soonest due first in each group: a team's, a worker's own, or an officer's reviews.

    officer: a worker's id; only the clocks of reviews, of the children that worker works with in any role.
    """
    given = {
        "day": as_at, "soon": SOON, "since": add_months(as_at, -12), "team": team, "worker": worker, "officer": officer, "reviews": list(REVIEWS), "listed": list(listed()),
        "no_case": list(NO_CASE), "of_the_record": list(engine.OF_THE_RECORD),
    }  # fmt: skip
    return [Item(*row) for row in cur.execute(_sql(as_at), given).fetchall()]
