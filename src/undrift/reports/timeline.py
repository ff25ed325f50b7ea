"""One child's journey as a picture: a lane for each kind of thing, bars for spells, marks for events, due ticks.

Beneath them each pattern of drift has a lane of its own: a bar for each time its flag was up. What is late is drawn as a thick stroke from the day it was due to the day it happened (or to today), so lateness
has a length. The picture is for those allowed to open the child; the list beneath it says the same in words.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from undrift.clocks.catalogue import catalogue
from undrift.clocks.worklists import listed
from undrift.dates import add_months
from undrift.reports.drawing import BLUE, CONFIG, GREY, INK, RUST, VEGA_LITE, Spec, png, svg

if TYPE_CHECKING:
    from undrift.clocks import Reading
    from undrift.journeys import Journey

LANE: Final = 34  # height of a lane in points
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
FLAG_WORDS, FLAG_FILL = "Stalled: while a pattern matched", "#f2d8cb"
LATE_WORDS, DUE_WORDS = "Late: from due until done, or today", "Due"


def timeline_spec(
    journey: Journey,
    readings: Sequence[Reading],
    flags: Sequence[FlagUp] = (),
    *,
    as_at: date | None = None,
    width: int = 720,
) -> Spec:
    """The description of the picture. Lanes with nothing in them are left out. as_at: the load's; the last day if None."""
    as_at = as_at or _last_day(journey)
    up = [_flag(flag, as_at) for flag in sorted(flags, key=lambda flag: flag.since)]
    bars = [bar for lane in LANES for bar in _bars(lane, journey, as_at)]
    events = [mark for lane in LANES for mark in _events(lane, journey)]
    ticks = [tick for lane in LANES for tick in _ticks(lane, readings, as_at)]
    rows = [*bars, *events, *ticks, *up]
    lanes = [lane.title for lane in LANES if any(r["lane"] == lane.title for r in rows)]
    lanes += dict.fromkeys(flag["lane"] for flag in up)
    first = min((r["from"] for r in rows), default=as_at.isoformat())
    last = max((r["to"] for r in rows), default=as_at.isoformat())
    begins = date.fromisoformat(first) - timedelta(days=15)
    ends = max(date.fromisoformat(last), as_at) + timedelta(days=20)
    years = (ends - begins).days > 3 * 365
    x: Spec = {
        "field": "from",
        "type": "temporal",
        "scale": {"domain": [begins.isoformat(), ends.isoformat()]},
        "axis": {
            "title": None, "grid": True, "gridColor": "#e4e4e4", "orient": "top",
            "format": "%Y" if years else "%b %Y", "tickCount": "year" if years else 8,
            "labelOverlap": True, "labelSeparation": 8,
        },
    }  # fmt: skip
    y: Spec = {
        "field": "lane",
        "type": "nominal",
        "scale": {"domain": lanes},
        "axis": {
            "title": None,
            "domain": False,
            "ticks": False,
            "labelLimit": 280,
            # Room for a reader's own typeface, which may be wider than the one the picture was measured in.
            "minExtent": 255 if up else 0,
            "labelPadding": 8,
            "labelExpr": "split(datum.label, '\\n')",
        },
    }
    to: Spec = {"field": "to"}
    layers: list[Spec] = []
    if bars:
        layers.append(
            {
                "data": {"values": bars},
                "mark": {"type": "bar", "height": 13, "stroke": GREY, "strokeWidth": 1},
                "encoding": {
                    "x": x, "x2": to, "y": y,
                    "fill": {"field": "shade", "type": "nominal", "scale": None, "legend": None},
                },
            }
        )  # fmt: skip
    if up:
        layers.append(
            {
                "data": {"values": up},
                "mark": {"type": "bar", "height": 9, "stroke": RUST, "strokeWidth": 1.5},
                "encoding": {"x": x, "x2": to, "y": y, "fill": _legend(FLAG_WORDS, FLAG_FILL, "square")},
            }
        )
    late = [t for t in ticks if t["kind"] == LATE_WORDS]
    due = [t for t in ticks if t["kind"] == DUE_WORDS]
    if late:
        layers.append(
            {
                "data": {"values": late},
                "mark": {"type": "rule", "strokeWidth": 5, "yOffset": 12, "strokeCap": "butt"},
                "encoding": {"x": x, "x2": to, "y": y, "stroke": _legend(LATE_WORDS, RUST, "stroke")},
            }
        )
    if due:
        layers.append(
            {
                "data": {"values": due},
                "mark": {"type": "point", "yOffset": 12, "size": 60, "strokeWidth": 2, "fill": "white"},
                "encoding": {"x": x, "y": y, "shape": _legend(DUE_WORDS, "triangle-down", "circle"),
                             "stroke": {"value": INK}},
            }
        )  # fmt: skip
    if events:
        layers.append(_event_layer(events, x, y))
    layers.append(_today(as_at, x))
    return {
        "$schema": VEGA_LITE,
        "width": width,
        "height": LANE * max(1, len(lanes)),
        "padding": {"left": 5, "right": 40, "top": 5, "bottom": 5},
        "config": CONFIG
        | {"legend": {**CONFIG["legend"], "symbolStrokeWidth": 3, "layout": {"bottom": {"margin": 45}}}},
        "layer": layers,
        "resolve": {
            "legend": {"shape": "independent"},
            "scale": {"shape": "independent", "stroke": "independent", "fill": "independent"},
        },
    }


def timeline_svg(
    journey: Journey,
    readings: Sequence[Reading],
    flags: Sequence[FlagUp] = (),
    *,
    as_at: date | None = None,
    width: int = 720,
) -> str:
    """The picture as SVG text."""
    return svg(timeline_spec(journey, readings, flags, as_at=as_at, width=width))


def timeline_png(
    journey: Journey,
    readings: Sequence[Reading],
    flags: Sequence[FlagUp] = (),
    *,
    as_at: date | None = None,
    width: int = 720,
) -> bytes:
    """The picture as PNG bytes."""
    return png(timeline_spec(journey, readings, flags, as_at=as_at, width=width))


def _last_day(journey: Journey) -> date:
    """The last day anything is recorded, for want of the load's own as-at date."""
    days = [e.on for e in journey.events] + [d for s in journey.spells for d in (s.started_on, s.ended_on)]
    known = [day for day in days if day]
    if not known:
        raise ValueError("A journey with no dates needs an as-at date to be drawn.")
    return max(known)


def _bars(lane: Lane, journey: Journey, as_at: date) -> Iterable[dict[str, Any]]:
    spells = [(s.started_on, s.ended_on) for s in journey.spells if s.kind in lane.spells and s.started_on]
    for nth, (start, ended_on) in enumerate(sorted(spells, key=lambda spell: spell[0])):
        # Neighbours take turns in two shades, so that a change of worker or placement is seen.
        yield {
            "lane": lane.title, "from": start.isoformat(), "shade": ("#c8d8e8", "#8fb0cf")[nth % 2],
            "to": max(ended_on or as_at, start + timedelta(days=2)).isoformat(),
        }  # fmt: skip


def _flag(flag: FlagUp, as_at: date) -> dict[str, Any]:
    """A lane of its own for each pattern, its title on two lines where it is long."""
    end = max(flag.until or as_at, flag.since + timedelta(days=2))
    lane = "\n".join(textwrap.wrap(flag.title, LABEL))
    return {"lane": lane, "from": flag.since.isoformat(), "to": end.isoformat(), "kind": FLAG_WORDS}


def _events(lane: Lane, journey: Journey) -> Iterable[dict[str, Any]]:
    for event in journey.events:
        if event.kind in lane.events and event.on:
            kind = (
                VISIT
                if event.kind in VISITS
                else REVIEW
                if "review" in event.kind or event.kind == "icpc"
                else OTHER
            )
            day = event.on.isoformat()
            yield {"lane": lane.title, "from": day, "to": day, "kind": kind}


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


def _ticks(lane: Lane, readings: Sequence[Reading], as_at: date) -> Iterable[dict[str, Any]]:
    for r in readings:
        if not r.due_on or lane_of(r.clock_id) != lane.title:
            continue
        if r.reading in LATE:
            end = max(r.stopped_on or r.ended_on or as_at, r.due_on + timedelta(days=3))
            yield {
                "lane": lane.title,
                "from": r.due_on.isoformat(),
                "to": end.isoformat(),
                "kind": LATE_WORDS,
            }
        elif r.reading in OPEN and r.due_on <= add_months(as_at, 7):
            yield {
                "lane": lane.title,
                "from": r.due_on.isoformat(),
                "to": r.due_on.isoformat(),
                "kind": DUE_WORDS,
            }


def _legend(words: str, value: str, symbol: str) -> Spec:
    return {
        "datum": words,
        "type": "nominal",
        "scale": {"domain": [words], "range": [value]},
        "legend": {"title": None, "symbolType": symbol},
    }


def _event_layer(events: Sequence[dict[str, Any]], x: Spec, y: Spec) -> Spec:
    shapes = {VISIT: "stroke-v", REVIEW: "diamond", OTHER: "circle"}
    used = [kind for kind in shapes if any(e["kind"] == kind for e in events)]
    return {
        "data": {"values": list(events)},
        "mark": {"type": "point", "opacity": 1, "size": 70, "strokeWidth": 1.5},
        "encoding": {
            "x": x,
            "y": y,
            "shape": {
                "field": "kind",
                "type": "nominal",
                "scale": {"domain": used, "range": [_SHAPES[shapes[k]] for k in used]},
                "legend": {"title": None},
            },
            "stroke": {"value": INK},
            "fill": {"value": BLUE},
        },
    }


_SHAPES: Final = {"stroke-v": "M0,-1L0,1", "diamond": "diamond", "circle": "circle"}


def _today(as_at: date, x: Spec) -> Spec:
    return {
        "data": {"values": [{"from": as_at.isoformat(), "words": "Today"}]},
        "layer": [
            {"mark": {"type": "rule", "strokeDash": [2, 2], "color": INK}, "encoding": {"x": x}},
            {
                "mark": {"type": "text", "align": "left", "dx": 3, "y": 6, "fontSize": 12, "color": INK},
                "encoding": {"x": x, "text": {"field": "words"}},
            },
        ],
    }
