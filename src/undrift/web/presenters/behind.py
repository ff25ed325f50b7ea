"""The children behind a measure, grouped by team and sorted as the reader asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from undrift.measures import Behind
from undrift.web.presenters.words import Tag, reading_tag

LAST = date.max

# Ties always fall back to the name, so that the same page looks the same twice.
SORTS: dict[str, tuple[str, Callable[[Behind], tuple[Any, ...]]]] = {
    "due": (
        "longest overdue first",
        lambda row: (row.reading != "overdue", row.due_on or LAST, row.since or LAST, row.name),
    ),
    "since": ("longest standing first", lambda row: (row.since or LAST, row.name)),
    "name": ("name", lambda row: (row.name,)),
    "worker": ("who holds it", lambda row: (row.worker or "", row.name)),
}
FIRST_SORT = "due"


@dataclass(frozen=True)
class ChildRow:
    child_id: str
    name: str
    tag: Tag
    since: date | None
    due_on: date | None
    words: str
    worker: str


@dataclass(frozen=True)
class TeamGroup:
    id: str
    name: str
    rows: tuple[ChildRow, ...]


def by_team(found: Sequence[Behind], sort: str) -> list[TeamGroup]:
    """One group a team, in order of team name; an unknown sort gives the usual one."""
    _, key = SORTS.get(sort, SORTS[FIRST_SORT])
    groups: dict[tuple[str, str], list[ChildRow]] = {}
    for row in sorted(found, key=key):
        team = (row.team_name or "No team recorded", row.team_id or "")
        shown = ChildRow(
            row.child_id, row.name, reading_tag(row.reading), row.since, row.due_on, row.words,
            row.worker or "nobody recorded",
        )  # fmt: skip
        groups.setdefault(team, []).append(shown)
    return [TeamGroup(id_, name, tuple(rows)) for (name, id_), rows in sorted(groups.items())]
