"""An authority's road drawn: what happened, what the rules ask for, and when others were inspected again.

A lane for each kind of step; a disc is what happened (numbered as in the list beneath), a diamond
is a day that a rule gives, and the bar is an interval, never one day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal

from undrift.reports.drawing import BLUE, CONFIG, GREY, INK, PALE, RUST, VEGA_LITE, Spec

Lane = Literal["Inspection", "Published", "Improvement plan", "Visit", "Government", "Re-inspection"]
LANES: Final[tuple[Lane, ...]] = (
    "Inspection", "Published", "Improvement plan", "Visit", "Government", "Re-inspection",
)  # fmt: skip
HAPPENED, TO_COME, PASSED = "Happened", "A rule’s day, to come", "A rule’s day, passed"
_SHAPES: Final = {HAPPENED: "circle", TO_COME: "diamond", PASSED: "diamond"}
_COLOURS: Final = {HAPPENED: INK, TO_COME: BLUE, PASSED: RUST}
LANE_HEIGHT: Final = 34
ROOMY: Final = 500


@dataclass(frozen=True)
class Point:
    """One mark: its day, lane, what sort of mark, and the number it has in the list (empty: none)."""

    on: date
    lane: Lane
    sort: str
    number: str = ""


@dataclass(frozen=True)
class Span:
    """An interval in the lane of re-inspection, with its middle and the interval of that middle where known."""

    start: date
    end: date
    middle: date | None
    middle_low: date | None
    middle_high: date | None


def road_spec(points: Sequence[Point], span: Span | None, today: date, *, width: int = 720) -> Spec:
    """The road as a Vega-Lite description. width in points, of the plotting area (lane names stand left of it)."""
    days = [point.on for point in points] + [today]
    if span:
        days += [span.start, span.end]
    room = max(timedelta(days=60), (max(days) - min(days)) * 0.03)
    used = [lane for lane in LANES if any(p.lane == lane for p in points) or (span and lane == LANES[-1])]
    height = LANE_HEIGHT * max(len(used), 1)
    roomy = width >= ROOMY
    x: Spec = {
        "type": "temporal",
        "scale": {"domain": [(min(days) - room).isoformat(), (max(days) + room).isoformat()]},
        "axis": {
            "title": None, "format": "%Y" if roomy else "’%y", "tickCount": "year", "grid": True,
            "gridColor": "#e4e4e4", "labelOverlap": True, "labelSeparation": 6, "labelAlign": "left", "labelOffset": 2,
        },
    }  # fmt: skip
    y: Spec = {
        "type": "nominal",
        "scale": {"domain": used, "padding": 0.3},
        "axis": {"title": None, "ticks": False, "domain": False, "labelPadding": 8, "labelLimit": 130},
    }
    layers: list[Spec] = [_today(today, x)]
    if span:
        layers += _interval(span, x, y)
    layers += _points(points, x, y)
    return {
        "$schema": VEGA_LITE,
        "width": width,
        "height": height,
        "padding": {"left": 5, "right": 12, "top": 8, "bottom": 5},
        "config": {**CONFIG, "legend": {**CONFIG["legend"], "columns": 0 if roomy else 1}},
        "layer": layers,
    }


def _today(today: date, x: Spec) -> Spec:
    data = [{"on": today.isoformat()}]
    at = {"x": x | {"field": "on"}}
    return {
        "data": {"values": data},
        "layer": [
            {"mark": {"type": "rule", "strokeDash": [2, 2], "color": INK}, "encoding": at},
            {
                "mark": {"type": "text", "text": f"{today.day} {today:%b %Y}", "y": -4, "align": "right", "baseline": "bottom", "fontSize": 12, "color": INK},
                "encoding": at,
            },
        ],
    }  # fmt: skip


def _interval(span: Span, x: Spec, y: Spec) -> list[Spec]:
    row: dict[str, Any] = {"lane": LANES[-1], "start": span.start.isoformat(), "end": span.end.isoformat()}
    place = {"y": y | {"field": "lane"}}
    found: list[Spec] = [
        {
            "data": {"values": [row]},
            "mark": {"type": "bar", "color": PALE, "stroke": GREY, "strokeWidth": 1, "height": 18},
            "encoding": place | {"x": x | {"field": "start"}, "x2": {"field": "end"}},
        }
    ]
    if span.middle_low and span.middle_high:
        found.append(
            {
                "data": {"values": [{"lane": LANES[-1], "low": span.middle_low.isoformat(), "high": span.middle_high.isoformat()}]},
                "mark": {"type": "rule", "color": INK, "strokeWidth": 3},
                "encoding": place | {"x": x | {"field": "low"}, "x2": {"field": "high"}},
            }
        )  # fmt: skip
    if span.middle:
        found.append(
            {
                "data": {"values": [{"lane": LANES[-1], "on": span.middle.isoformat()}]},
                "mark": {"type": "tick", "color": INK, "thickness": 3, "height": 18},
                "encoding": place | {"x": x | {"field": "on"}},
            }
        )
    return found


def _points(points: Sequence[Point], x: Spec, y: Spec) -> list[Spec]:
    # What happened is drawn last, so that its number is never covered by a rule's day.
    last = sorted(points, key=lambda point: point.sort == HAPPENED)
    rows = [{"on": p.on.isoformat(), "lane": p.lane, "sort": p.sort, "number": p.number} for p in last]
    sorts = [sort for sort in _SHAPES if any(p.sort == sort for p in points)]
    place = {"x": x | {"field": "on"}, "y": y | {"field": "lane"}}

    def scale(values: dict[str, str]) -> Spec:
        return {"domain": sorts, "range": [values[sort] for sort in sorts]}

    marks: Spec = {
        "data": {"values": rows},
        "mark": {"type": "point", "opacity": 1, "strokeWidth": 2, "filled": False, "fill": "white"},
        "encoding": place
        | {
            "shape": {"field": "sort", "type": "nominal", "scale": scale(_SHAPES)},
            "color": {"field": "sort", "type": "nominal", "scale": scale(_COLOURS)},
            "size": {"condition": {"test": f"datum.sort === '{HAPPENED}'", "value": 330}, "value": 120},
        },
    }  # fmt: skip
    numbers: Spec = {
        "data": {"values": [row for row in rows if row["number"]]},
        "mark": {"type": "text", "align": "center", "baseline": "middle", "fontSize": 12, "fontWeight": "bold", "color": INK},
        "encoding": place | {"text": {"field": "number"}},
    }  # fmt: skip
    return [marks, numbers]
