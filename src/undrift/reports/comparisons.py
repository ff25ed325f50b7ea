"""Pictures that compare: the funnel of teams, dots with their intervals, and curves of coming back.

Like every picture here each stands under a sentence and above a table that say the same; marks differ in shape and
darkness as well as in colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from undrift.reports.drawing import BLUE, CONFIG, GREY, INK, PALE, RUST, VEGA_LITE, Spec
from undrift.variation.aftermath import Curve
from undrift.variation.teams import FAR, USUAL, Funnel

ROW: Final = 26  # points of height for each row of dots
LETTER: Final = 7.2
RING_POINTS: Final = 60
LINES: Final = (  # a curve's colour, dash and width, newest first
    (BLUE, [1, 0], 3.0),
    (RUST, [7, 3], 2.2),
    (GREY, [2, 2], 2.2),
)


def _base(width: int, height: int, layers: list[Spec]) -> Spec:
    return {
        "$schema": VEGA_LITE, "width": width, "height": height, "config": CONFIG, "layer": layers,
        "padding": {"left": 5, "right": 14, "top": 12, "bottom": 5},
    }  # fmt: skip


def funnel_spec(found: Funnel, *, width: int = 720, height: int = 360) -> Spec:
    """Teams by cases and share; solid rings are chance alone, the dashed ring is widened for teams differing all round."""
    most = max(p.team.of for p in found.teams) * 1.12
    least = min(p.team.of for p in found.teams) * 0.6
    steps = [least + (most - least) * i / RING_POINTS for i in range(RING_POINTS + 1)]
    rings = [("usual", USUAL, False), ("far", FAR, False)] + ([("wide", FAR, True)] if found.between else [])
    edges: list[Spec] = [
        {"of": of, "edge": 100 * value, "line": f"{name}-{side}", "ring": name}
        for name, level, adjusted in rings
        for of in steps
        for side, value in zip(("low", "high"), found.limits(of, level, adjusted=adjusted), strict=True)
    ]
    points: list[Spec] = [
        {"of": p.team.of, "share": 100 * p.team.share, "name": p.team.name, "mark": _mark(p.is_far, p.is_beyond_chance_alone)}
        for p in found.teams
    ]  # fmt: skip
    seen = [p["share"] for p in points] + [
        e["edge"] for e in edges if e["of"] >= min(p["of"] for p in points)
    ]
    low, high = max(0.0, min(seen) - 3), min(100.0, max(seen) + 3)
    x = {"field": "of", "type": "quantitative", "scale": {"domain": [least, most], "nice": False},
         "axis": {"title": "Cases in the year", "tickCount": 5}}  # fmt: skip
    y_axis = {"title": "Per cent", "titleAngle": 0, "titleAlign": "left", "titleAnchor": "end", "titleX": -30, "titleY": -8,
              "labelExpr": "datum.label + '%'", "grid": True, "gridColor": "#e4e4e4", "tickCount": 6}  # fmt: skip
    scale = {"domain": [low, high], "zero": False, "nice": False}
    layers: list[Spec] = []
    for ring, dash, colour in (("usual", [1, 0], "#b1b4b6"), ("far", [1, 0], GREY), ("wide", [6, 4], INK)):
        layers.append({
            "data": {"values": edges}, "transform": [{"filter": f"datum.ring == '{ring}'"}],
            "mark": {"type": "line", "strokeDash": dash, "color": colour, "strokeWidth": 1.2, "clip": True},
            "encoding": {"x": x, "y": {"field": "edge", "type": "quantitative", "scale": scale, "axis": y_axis},
                         "detail": {"field": "line"}},
        })  # fmt: skip
    layers.append({
        "data": {"values": [{"centre": 100 * found.centre}]}, "mark": {"type": "rule", "color": INK, "strokeWidth": 1.5},
        "encoding": {"y": {"field": "centre", "type": "quantitative", "scale": scale}},
    })  # fmt: skip
    for mark, shape, colour in (
        ("inside", "circle", GREY),
        ("beyond", "diamond", BLUE),
        ("far", "square", RUST),
    ):
        layers.append({
            "data": {"values": points}, "transform": [{"filter": f"datum.mark == '{mark}'"}],
            "mark": {"type": "point", "filled": True, "opacity": 1, "size": 90, "shape": shape, "color": colour},
            "encoding": {"x": x, "y": {"field": "share", "type": "quantitative", "scale": scale, "axis": y_axis}},
        })  # fmt: skip
    scaled = [
        (p["name"], width * (p["of"] - least) / (most - least), height * (high - p["share"]) / (high - low))
        for p in points
    ]
    for name, at_x, at_y, align in _labels(scaled, width):
        layers.append({
            "data": {"values": [{}]},
            "mark": {"type": "text", "text": name, "x": at_x, "y": at_y, "align": align, "baseline": "middle", "fontSize": 12,
                     "color": INK},
        })  # fmt: skip
    return _base(width, height, layers)


def _labels(points: Sequence[tuple[str, float, float]], width: float) -> list[tuple[str, float, float, str]]:
    """Where each point's name stands (name, x, y, align): beside it, else above or below, where no other name is."""
    taken: list[tuple[float, float, float]] = []  # left, right and middle height of a name placed
    placed: list[tuple[str, float, float, str]] = []
    for name, x, y in sorted(points, key=lambda p: p[2]):
        long = LETTER * len(name)
        tries = [("left", x + 9, y), ("right", x - 9, y)]
        tries += [
            (align, x - 9 if align == "right" else x + 9, y + away)
            for away in (15, -15, 30)
            for align in ("left", "right")
        ]
        spans = [
            (align, at, h, (at, at + long) if align == "left" else (at - long, at)) for align, at, h in tries
        ]
        free = (
            s for s in spans
            if s[3][0] >= -4 and s[3][1] <= width + 10
            and not any(s[3][0] < right and left < s[3][1] and abs(h - s[2]) < 14 for left, right, h in taken)
        )  # fmt: skip
        align, at, h, (left, right) = next(free, spans[0])
        taken.append((left, right, h))
        placed.append((name, at, h, align))
    return placed


def _mark(far: bool, beyond: bool) -> str:
    return "far" if far else "beyond" if beyond else "inside"


@dataclass(frozen=True)
class Dot:
    """A value with its interval, and whether it stands apart; no interval is a dot alone."""

    name: str
    value: float
    low: float | None
    high: float | None
    apart: bool = False


def intervals_spec(
    dots: Sequence[Dot], *, reference: float | None, title: str, percent: bool = True, width: int = 520
) -> Spec:
    """A row for each dot, in the order given, with its whisker; a line at the reference (an average, or 1)."""
    rows = [{"name": d.name, "value": d.value, "low": d.low, "high": d.high, "apart": d.apart} for d in dots]
    order = [d.name for d in dots]
    edges = [v for d in dots for v in (d.value, d.low, d.high) if v is not None]
    edges += [reference] if reference is not None else []
    room = 0.06 * ((max(edges) - min(edges)) or 1)
    low, high = min(edges) - room, max(edges) + room
    scale = {"domain": [max(0.0, low), min(100.0, high) if percent else high], "nice": False, "zero": False}
    x = {"type": "quantitative", "scale": scale,
         "axis": {"title": title, "grid": True, "gridColor": "#e4e4e4", "tickCount": 5,
                  "labelExpr": "datum.label + '%'" if percent else "datum.label"}}  # fmt: skip
    y = {"field": "name", "type": "nominal", "sort": order,
         "axis": {"title": None, "labelLimit": 220, "ticks": False, "domain": False, "labelPadding": 8}}  # fmt: skip
    layers: list[Spec] = []
    if reference is not None:
        layers.append({
            "data": {"values": [{"reference": reference}]}, "mark": {"type": "rule", "color": INK, "strokeDash": [4, 3]},
            "encoding": {"x": x | {"field": "reference"}},
        })  # fmt: skip
    layers.append({
        "transform": [{"filter": "isValid(datum.low)"}], "mark": {"type": "rule", "color": GREY, "strokeWidth": 2},
        "encoding": {"x": x | {"field": "low"}, "x2": {"field": "high"}, "y": y},
    })  # fmt: skip
    for apart, shape, colour in ((False, "circle", GREY), (True, "diamond", RUST)):
        layers.append({
            "transform": [{"filter": f"datum.apart == {str(apart).lower()}"}],
            "mark": {"type": "point", "filled": True, "opacity": 1, "size": 95, "shape": shape, "color": colour},
            "encoding": {"x": x | {"field": "value"}, "y": y},
        })  # fmt: skip
    # A reader's own font may be wider than the one the names were measured in.
    padding = {"left": 36, "right": 14, "top": 12, "bottom": 5}
    return _base(width, ROW * max(1, len(dots)), layers) | {"data": {"values": rows}, "padding": padding}


def curves_spec(curves: Sequence[tuple[str, Curve]], *, width: int = 640, height: int = 300) -> Spec:
    """The share come back by day, a line for each named curve, newest first; the newest has its interval shaded."""
    rows: list[Spec] = [
        {"name": name, "day": day, "share": None if share is None else 100 * share,
         "low": 100 * edges.low if edges else None, "high": 100 * edges.high if edges else None, "nth": nth}
        for nth, (name, curve) in enumerate(curves)
        for day, share, edges, _ in ((0, 0.0, None, 0), *curve.steps)
    ]  # fmt: skip
    top = max([r["high"] or r["share"] or 0 for r in rows] + [5])
    x = {"field": "day", "type": "quantitative", "scale": {"domain": [0, 365], "nice": False},
         "axis": {"title": "Months after the decision", "values": [0, 91, 182, 274, 365],
                  "labelExpr": "datum.value == 0 ? '0' : datum.value < 100 ? '3' : datum.value < 200 ? '6' : datum.value < 300 ? '9' : '12'"}}  # fmt: skip
    y_axis = {"title": "Come back", "titleAngle": 0, "titleAlign": "left", "titleAnchor": "end", "titleX": -30, "titleY": -8,
              "labelExpr": "datum.label + '%'", "grid": True, "gridColor": "#e4e4e4", "tickCount": 5}  # fmt: skip
    y = {"type": "quantitative", "scale": {"domain": [0, top * 1.08], "nice": False}, "axis": y_axis}
    layers: list[Spec] = [
        {
            "transform": [{"filter": "datum.nth == 0 && isValid(datum.low)"}],
            "mark": {"type": "area", "color": PALE, "interpolate": "step-after", "opacity": 1},
            "encoding": {"x": x, "y": y | {"field": "low"}, "y2": {"field": "high"}},
        }
    ]
    for nth in reversed(range(len(curves))):
        colour, dash, thick = LINES[min(nth, len(LINES) - 1)]
        layers.append({
            "transform": [{"filter": f"datum.nth == {nth} && isValid(datum.share)"}],
            "mark": {"type": "line", "interpolate": "step-after", "color": colour, "strokeDash": dash, "strokeWidth": thick},
            "encoding": {"x": x, "y": y | {"field": "share"}},
        })  # fmt: skip
    ends = [
        (nth, name, last[0], last[1] or 0.0)
        for nth, (name, curve) in enumerate(curves)
        if (last := next((s for s in reversed(curve.steps) if s[1] is not None), None)) is not None
    ]
    for nth, name, day, at in _apart(ends, top, height):
        layers.append({
            "data": {"values": [{}]},
            "mark": {"type": "text", "text": name, "x": width * day / 365 + 6, "y": at, "align": "left",
                     "baseline": "middle", "fontSize": 13, "color": LINES[min(nth, len(LINES) - 1)][0]},
        })  # fmt: skip
    return _base(width, height, layers) | {"data": {"values": rows}}


def _apart(
    ends: Sequence[tuple[int, str, int, float]], top: float, height: int
) -> list[tuple[int, str, int, float]]:
    """Names at the ends of their lines (nth, name, day, share), moved down until none touches another."""
    placed: list[tuple[int, str, int, float]] = []
    lowest = -99.0
    for nth, name, day, share in sorted(ends, key=lambda end: -end[3]):
        lowest = max(height * (1 - 100 * share / (top * 1.08)), lowest + 16)
        placed.append((nth, name, day, lowest))
    return placed
