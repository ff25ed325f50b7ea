"""A worklist narrowed, sorted and made ready for the page or the workbook."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from undrift import clocks
from undrift.clocks.worklists import GROUPS, SOON, Group, Item
from undrift.web.presenters.cards import area_words
from undrift.web.presenters.words import Tag
from undrift.web.roles import Role

MOST = 200
"""Rows of one group on a page; the workbook has them all."""

SORTS: dict[str, tuple[str, Callable[[Item], tuple[Any, ...]]]] = {
    "due": ("due date", lambda item: (item.due_on or date.max, item.child_name)),
    "child": ("child", lambda item: (item.child_name, item.due_on or date.max)),
    "worker": ("who holds the child", lambda item: (item.worker_name, item.due_on or date.max)),
    "clock": ("clock", lambda item: (_name(item), item.due_on or date.max, item.child_name)),
}
HEADINGS = (
    "Group", "Child ID", "Child", "Clock", "Started", "Due", "Working days over or left", "Why it cannot be told",
    "Team", "Held by", "Row it comes from",
)  # fmt: skip
_TAGS = {
    "late": Tag("Late", "red"),
    "soon": Tag("Due soon", "yellow"),
    "cannot_tell": Tag("Cannot tell", "grey"),
}


def _name(item: Item) -> str:
    return clocks.catalogue()[item.clock_id].name


@dataclass(frozen=True)
class Asked:
    """What the reader asked to see. Empty is everything; what is not known is passed over."""

    group: str = ""
    area: str = ""
    clock: str = ""
    worker: str = ""
    team: str = ""
    sort: str = "due"

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Asked":
        """From the address, so that a narrowed list is kept as a link."""
        given = {name: query.get(name, "") for name in cls.__dataclass_fields__}
        return cls(**given | {"sort": given["sort"] if given["sort"] in SORTS else "due"})

    def address(self, **changed: str) -> str:
        """The query string of this, with some of it changed."""
        kept = {name: getattr(self, name) for name in self.__dataclass_fields__} | changed
        return "?" + urlencode({name: value for name, value in kept.items() if value and value != "due"})


@dataclass(frozen=True)
class Choice:
    value: str
    text: str


@dataclass(frozen=True)
class Row:
    child_id: str
    child_name: str
    clock_id: str
    clock_name: str
    tag: Tag
    started_on: date | None
    due_on: date | None
    days: str
    reason: str
    worker: str
    team: str


@dataclass(frozen=True)
class Section:
    """One group of the list. count: how many there are; rows: at most MOST of them."""

    group: Group
    title: str
    count: int
    children: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Worklist:
    asked: Asked
    sections: tuple[Section, ...]
    summary: str
    groups: tuple[Choice, ...]
    teams: tuple[Choice, ...]
    workers: tuple[Choice, ...]
    areas: tuple[Choice, ...]
    clocks: tuple[Choice, ...]


def narrowed(items: list[Item], asked: Asked) -> list[Item]:
    """The items asked for, sorted as asked."""
    cards = clocks.catalogue()
    kept = [
        item
        for item in items
        if (not asked.group or item.group == asked.group)
        and (not asked.clock or item.clock_id == asked.clock)
        and (not asked.area or cards[item.clock_id].area == asked.area)
        and (not asked.worker or item.worker_id == asked.worker)
        and (not asked.team or item.team_id == asked.team)
    ]
    return sorted(kept, key=SORTS[asked.sort][1])


def shown(items: list[Item], asked: Asked) -> Worklist:
    """The page: items are all that this reader may see, before they are narrowed."""
    kept = narrowed(items, replace(asked, group=""))  # the sentence counts every group, whichever is shown
    sections = []
    for group, title in GROUPS.items():
        of_group = [item for item in kept if item.group == group]
        children = len({item.child_id for item in of_group})
        sections.append(
            Section(group, title, len(of_group), children, tuple(_row(item) for item in of_group[:MOST]))
        )
    return Worklist(
        asked,
        tuple(section for section in sections if not asked.group or section.group == asked.group),
        _summary(sections),
        tuple(Choice(group, title) for group, title in GROUPS.items()),
        _choices((item.team_id, item.team_name) for item in items),
        _choices((item.worker_id, item.worker_name) for item in items),
        _choices((area, area_words(area)) for area in {clocks.catalogue()[i.clock_id].area for i in items}),
        _choices((item.clock_id, _name(item)) for item in items),
    )


def whose(role: str) -> str:
    """Which clocks the list of somebody in this role holds, in a sentence."""
    if role == Role.REVIEWING_OFFICER:
        return "These are the reviews to come of the children you review, whoever holds them today."
    return (
        "A clock is on the list of whoever holds the child today. Of somebody whose case is closed, what was due over a "
        "year ago is left out; measures count it still."
    )


def _choices(pairs: Any) -> tuple[Choice, ...]:
    found = {value: text for value, text in pairs if value}
    return tuple(Choice(value, text) for value, text in sorted(found.items(), key=lambda pair: pair[1]))


def _summary(sections: list[Section]) -> str:
    late, soon, unsure = (section.count for section in sections)
    children = sections[0].children
    words = (
        f"{late:,} late now, for {children:,} {'child' if children == 1 else 'children'}; "
        if late
        else "Nothing late now; "
    )
    words += f"{soon:,} due in the next {SOON} working days"
    return words + (f"; {unsure:,} that cannot be told until a record is put right." if unsure else ".")


def _days(item: Item) -> str:
    if item.days is None:
        return ""
    if item.group == "soon" and item.days == 0:
        return "today"
    return f"{item.days:,} {'over' if item.group == 'late' else 'left'}"


def _row(item: Item) -> Row:
    return Row(
        item.child_id, item.child_name, item.clock_id, _name(item), _TAGS[item.group], item.started_on,
        item.due_on, _days(item), item.reason, item.worker_name, item.team_name,
    )  # fmt: skip


def cells(item: Item) -> tuple[object, ...]:
    """One row of the workbook, under HEADINGS."""
    days = None if item.days is None else -item.days if item.group == "late" else item.days
    return (
        GROUPS[item.group], item.child_id, item.child_name, _name(item), item.started_on, item.due_on, days,
        item.reason, item.team_name, item.worker_name, f"{item.source_table} {item.source_key}",
    )  # fmt: skip
