"""What the picture of one child's journey shows: a lane for each kind of thing, bars for spells, marks for events, due ticks.

Beneath them each pattern of drift has a lane of its own: a bar for each time its flag was up. What is late is drawn as a thick stroke from the day it was due to the day it happened (or to today), so lateness
has a length. The picture is for those allowed to open the child; the list beneath it says the same in words.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from undrift.clocks.catalogue import catalogue
from undrift.clocks.worklists import listed
from undrift.dates import add_months

if TYPE_CHECKING:
    from undrift.clocks import Reading
    from undrift.journeys import Journey

LABEL: Final = 33  # letters a line of a flag's title
LATE: Final = frozenset({"late", "overdue"})
OPEN: Final = frozenset({"running", "due_soon"})


@dataclass(frozen=True)
class Lane:
    """A row of the picture: the spells drawn as bars, the events as marks, the clocks as ticks.

    starts: the kinds of spell, or of event in no spell, whose clocks are drawn here. area: those of this area alone.
    """

    title: str
    spells: tuple[str, ...]
    events: tuple[str, ...]
    starts: tuple[str, ...]
    area: str | None = None


@dataclass(frozen=True)
class FlagUp:
    """One time a pattern's flag was up: its title, and from which day to which (None: it still is)."""

    title: str
    since: date
    until: date | None


LANES: Final = (
    Lane("Contacts", (), ("contact",), ("contact",)),
    Lane("Referrals", ("referral",), ("referral",), ()),
    Lane(
        "Assessments", ("assessment",), (), ("referral", "assessment", "assessment_authorised"), "assessment"
    ),
    Lane("Child protection enquiries", ("s47",), ("icpc",), ("strategy_discussion", "s47", "icpc")),
    Lane("Child in need plan", ("cin_plan",), ("cin_visit",), ("cin_plan",)),
    Lane("Child protection plan", ("cp_plan",), ("cp_visit", "cp_visit_not_seen", "cp_review"), ("cp_plan",)),
    Lane("Pre-proceedings", ("preproceedings",), (), ("preproceedings", "court_proceedings")),
    Lane(
        "In care",
        ("care",),
        ("cla_review", "cla_visit", "permanence_planned"),
        ("care", "placement", "closely_visited", "home_on_care_order"),
        "looked_after",
    ),
    Lane("Placements", ("placement",), (), ()),
    Lane("Missing", ("missing",), ("missing",), ("missing",)),
    Lane("Social workers", ("allocation",), (), ()),
)
VISITS: Final = frozenset({"cp_visit", "cla_visit", "cin_visit", "cp_visit_not_seen"})
VISIT, REVIEW, OTHER = "Visit", "Review or conference", "Another event"
SHADES: Final = ("#c8d8e8", "#8fb0cf")
FLAG_WORDS = "Stalled: while a pattern matched"
LATE_WORDS, DUE_WORDS = "Late: from due until done, or today", "Due"


@dataclass(frozen=True)
class Mark:
    """Something drawn in a lane, from a day to a day; said: what it is in the legend, or how it is shaded."""

    lane: str
    since: date
    until: date
    said: str


@dataclass(frozen=True)
class Drawn:
    """Everything in the picture, as it will be drawn. lanes: from the top, those with nothing in them left out."""

    lanes: tuple[str, ...]
    bars: tuple[Mark, ...]
    flags: tuple[Mark, ...]
    late: tuple[Mark, ...]
    due: tuple[Mark, ...]
    events: tuple[Mark, ...]
    as_at: date


def timeline(
    journey: Journey, readings: Sequence[Reading], flags: Sequence[FlagUp] = (), *, as_at: date | None = None
) -> Drawn:
    """What the picture shows. as_at: the load's; the last day if None. ValueError when there is no day at all."""
    as_at = as_at or _last_day(journey)
    up = tuple(_flag(flag, as_at) for flag in sorted(flags, key=lambda flag: flag.since))
    bars = tuple(bar for lane in LANES for bar in _bars(lane, journey, as_at))
    events = tuple(mark for lane in LANES for mark in _events(lane, journey))
    ticks = [tick for lane in LANES for tick in _ticks(lane, readings, as_at)]
    used = {mark.lane for mark in (*bars, *events, *ticks)}
    lanes = dict.fromkeys(
        (*(lane.title for lane in LANES if lane.title in used), *(flag.lane for flag in up))
    )
    late, due = (tuple(tick for tick in ticks if tick.said == kind) for kind in (LATE_WORDS, DUE_WORDS))
    return Drawn(tuple(lanes), bars, up, late, due, events, as_at)


def _last_day(journey: Journey) -> date:
    """The last day anything is recorded, for want of the load's own as-at date."""
    days = [e.on for e in journey.events] + [d for s in journey.spells for d in (s.started_on, s.ended_on)]
    known = [day for day in days if day]
    if not known:
        raise ValueError("A journey with no dates needs an as-at date to be drawn.")
    return max(known)


def _bars(lane: Lane, journey: Journey, as_at: date) -> Iterable[Mark]:
    spells = [(s.started_on, s.ended_on) for s in journey.spells if s.kind in lane.spells and s.started_on]
    for nth, (start, ended_on) in enumerate(sorted(spells, key=lambda spell: spell[0])):
        # Neighbours take turns in two shades, so that a change of worker or placement is seen.
        shade = SHADES[nth % 2]
        yield Mark(lane.title, start, max(ended_on or as_at, start + timedelta(days=2)), shade)


def _flag(flag: FlagUp, as_at: date) -> Mark:
    """A lane of its own for each pattern, its title on two lines where it is long."""
    end = max(flag.until or as_at, flag.since + timedelta(days=2))
    return Mark("\n".join(textwrap.wrap(flag.title, LABEL)), flag.since, end, FLAG_WORDS)


def _events(lane: Lane, journey: Journey) -> Iterable[Mark]:
    for event in journey.events:
        if event.kind in lane.events and event.on:
            kind = (
                VISIT
                if event.kind in VISITS
                else REVIEW
                if "review" in event.kind or event.kind == "icpc"
                else OTHER
            )
            yield Mark(lane.title, event.on, event.on, kind)


@cache
def lane_of(clock_id: str) -> str | None:
    """The lane a clock is drawn in, by what starts it; None for those no worklist holds, and those of no lane here.

    A window's limit is one to stay outside of: a due tick would read as a task.
    """
    card = catalogue()[clock_id]
    if clock_id not in listed():
        return None
    begins = {card.within} if card.within else {*card.start_kinds}
    return next(
        (lane.title for lane in LANES if begins & {*lane.starts} and lane.area in (None, card.area)), None
    )


def _ticks(lane: Lane, readings: Sequence[Reading], as_at: date) -> Iterable[Mark]:
    for r in readings:
        if not r.due_on or lane_of(r.clock_id) != lane.title:
            continue
        if r.reading in LATE:
            end = max(r.stopped_on or r.ended_on or as_at, r.due_on + timedelta(days=3))
            yield Mark(lane.title, r.due_on, end, LATE_WORDS)
        elif r.reading in OPEN and r.due_on <= add_months(as_at, 7):
            yield Mark(lane.title, r.due_on, r.due_on, DUE_WORDS)
