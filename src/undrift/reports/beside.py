"""An authority's own years beside the published ones: England, the region, statistical neighbours, one authority more.

Lines differ by dash, weight and marks as well as colour; the same figures stand in a table beneath.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from undrift.reports.charts import ROOMY, UNIT_TITLES
from undrift.reports.drawing import BLUE, CONFIG, GREY, INK, RUST, VEGA_LITE, Spec

Kind = Literal["own", "england", "region", "mean", "other", "neighbour"]
GREEN: Final = "#00703c"
NEXT: Final = 16  # points from one name at the end of a line to the next
# Colour, dash, width of each kind of line, in the order they are drawn: the authority's own comes last, on top.
LOOKS: Final[dict[str, tuple[str, list[int], float]]] = {
    "neighbour": ("#b1b4b6", [1, 0], 1.0),
    "other": (GREEN, [8, 3, 2, 3], 2.0),
    "region": (RUST, [2, 2], 2.0),
    "mean": (GREY, [7, 3], 2.2),
    "england": (INK, [1, 0], 1.8),
    "own": (BLUE, [1, 0], 3.2),
}
IN_WORDS: Final = {
    "own": "thick, with circles",
    "england": "thin and unbroken",
    "region": "dotted",
    "mean": "dashed",
    "other": "dashes and dots",
    "neighbour": "pale",
}


@dataclass(frozen=True)
class Drawn:
    """One line: its name, its kind, and (year, value) oldest first; a value of None is a gap, never a nought."""

    name: str
    kind: Kind
    points: tuple[tuple[int, float | None], ...]


def beside_spec(lines: Sequence[Drawn], *, unit: str, width: int = 720, height: int = 280) -> Spec:
    """A line for each area by year. width and height in points, of the plotting area; a phone's leaves lines unnamed."""
    rows: list[Spec] = [
        {"name": line.name, "kind": line.kind, "year": year, "value": value}
        for line in lines
        for year, value in line.points
    ]
    years = [r["year"] for r in rows]
    seen = [r["value"] for r in rows if r["value"] is not None]
    if not seen:
        raise ValueError("no line has a value, so there is nothing to draw")
    low, high = min(seen), max(seen)
    room = 0.08 * ((high - low) or high or 1)
    domain = [max(0.0, low - room), min(100.0, high + room) if unit == "percent" else high + room]
    first, last = min(years), max(years)
    every = list(range(first, last + 1, 1 if width >= ROOMY else 3))
    x = {"field": "year", "type": "quantitative", "scale": {"domain": [first - 0.3, last + 0.3], "nice": False},
         "axis": {"title": None, "values": every, "format": "d"}}  # fmt: skip
    y = {"field": "value", "type": "quantitative", "scale": {"domain": domain, "zero": False, "nice": False},
         "axis": {"title": UNIT_TITLES.get(unit, unit or "Value"), "titleAngle": 0, "titleAlign": "left", "titleAnchor": "end",
                  "titleX": -30, "titleY": -8, "tickCount": 5, "grid": True, "gridColor": "#e4e4e4",
                  "labelExpr": "datum.label + '%'" if unit == "percent" else "datum.label"}}  # fmt: skip
    layers: list[Spec] = []
    for kind, (colour, dash, thick) in LOOKS.items():
        if not any(line.kind == kind for line in lines):
            continue
        layers.append({
            "transform": [{"filter": f"datum.kind == '{kind}'"}],
            "mark": {"type": "line", "color": colour, "strokeDash": dash, "strokeWidth": thick, "invalid": "break-paths-show-domains"},
            "encoding": {"x": x, "y": y, "detail": {"field": "name"}},
        })  # fmt: skip
        # A year alone between two gaps makes no line, so each has its mark too.
        layers.append({
            "transform": [{"filter": f"datum.kind == '{kind}' && isValid(datum.value)"}],
            "mark": {"type": "point", "filled": True, "opacity": 1, "color": colour, "size": 55 if kind == "own" else 9},
            "encoding": {"x": x, "y": y},
        })  # fmt: skip
    if width >= ROOMY:
        layers += _names(lines, domain, width, height, (first, last))
    return {
        "$schema": VEGA_LITE, "width": width, "height": height, "config": CONFIG, "layer": layers,
        "data": {"values": rows}, "padding": {"left": 5, "right": 14, "top": 12, "bottom": 5},
    }  # fmt: skip


def _names(
    lines: Sequence[Drawn], domain: Sequence[float], width: int, height: int, span: tuple[int, int]
) -> list[Spec]:
    """Each line's name at its right-hand end, moved down until none touches another; neighbours are too many to name."""
    ends = [
        (height * (1 - (value - domain[0]) / ((domain[1] - domain[0]) or 1)), line)
        for line in lines
        if line.kind != "neighbour"
        and (value := next((v for _, v in reversed(line.points) if v is not None), None)) is not None
    ]
    layers: list[Spec] = []
    lowest = -99.0
    for at, line in sorted(ends, key=lambda end: end[0]):
        lowest = max(at, lowest + NEXT)
        layers.append({
            "data": {"values": [{}]},
            "mark": {"type": "text", "text": line.name, "x": width + 8, "y": lowest, "align": "left", "baseline": "middle",
                     "fontSize": 13, "color": LOOKS[line.kind][0], "fontWeight": "bold" if line.kind == "own" else "normal"},
        })  # fmt: skip
    return layers
