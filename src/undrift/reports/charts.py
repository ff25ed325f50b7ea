"""Charts as Vega-Lite descriptions, and those drawn as SVG or PNG. Legible in print, in grey and to the colour-blind.

A signal is marked by its shape and its darkness as well as its colour. Charts carry no words a screen reader
needs: each is shown beside a sentence and above a table that say the same.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from undrift.dates import add_months
from undrift.reports.drawing import BLUE, CONFIG, GREY, INK, PALE, RUST, VEGA_LITE, Spec, png, svg
from undrift.variation import Chart

__all__ = [
    "Spec",
    "control_chart_png",
    "control_chart_spec",
    "control_chart_svg",
    "png",
    "svg",
]

BETTER, WORSE, MOVED = "Better than before", "Worse than before", "Moved"
MARKS: Final = (BETTER, WORSE, MOVED)

ROOMY: Final = 500  # narrower charts (a phone) leave the lines unnamed; the note beneath names them
LETTER: Final = 7  # about how wide a letter is, in points
UNIT_TITLES: Final = {
    "percent": "Per cent",
    "children": "Children",
    "children per social worker": "Children per social worker",
}


def control_chart_spec(
    chart: Chart,
    *,
    marks: Sequence[tuple[date, str]] = (),
    width: int = 720,
    height: int = 260,
    title: str = "",
    target: float | None = None,
) -> Spec:
    """A month-by-month chart: points, earlier average, limits, shaded baseline, signals, and dated marks.

    target: what the measure is meant to reach, in the chart's unit, drawn as a dotted line.
    marks: (date, words) drawn as upright lines, for inspections and visits. width and height in points, of the
    plotting area.
    """
    rows = [
        {
            "month": month.isoformat(),
            "value": value,
            "centre": chart.centre[i],
            "lower": chart.lower[i],
            "upper": chart.upper[i],
            "mark": _mark(chart, i),
            "part": "before" if month < chart.since else "after",
        }
        for i, (month, value) in enumerate(zip(chart.months, chart.values, strict=True))
    ]
    x = {
        "field": "month",
        "type": "temporal",
        "axis": {
            "title": None,
            "format": "%Y" if width >= ROOMY else "’%y",
            "tickCount": "year",
            "labelAlign": "left",
            "labelOffset": 2,
        },
        "scale": {"domain": _span(chart)},
    }
    domain = _domain(chart, [*rows, {"value": target, "lower": None, "upper": None, "centre": None}])
    scale = {"domain": domain, "zero": False, "nice": False}
    y = {"type": "quantitative", "scale": scale}
    axis = {
        "title": UNIT_TITLES.get(chart.unit, chart.unit or "Value"),
        "titleAngle": 0, "titleAlign": "left", "titleAnchor": "end", "titleX": -30, "titleY": -8, "tickCount": 5,
        "grid": True, "gridColor": "#e4e4e4", "labelExpr": "datum.label + '%'" if chart.unit == "percent" else "datum.label",
    }  # fmt: skip
    layers: list[Spec] = []
    if chart.baseline_from and any(v is not None for v in chart.centre):
        layers.append(_baseline(chart, height))
    for edge in ("lower", "upper"):
        layers.append(
            {
                "transform": [{"filter": f"isValid(datum.{edge})"}],
                "mark": {
                    "type": "line",
                    "interpolate": "step",
                    "strokeDash": [5, 3],
                    "color": GREY,
                    "strokeWidth": 1,
                },
                "encoding": {"x": x, "y": y | {"field": edge, "axis": axis}},
            }
        )
    layers.append(
        {
            "transform": [{"filter": "isValid(datum.centre)"}],
            "mark": {"type": "line", "color": INK, "strokeWidth": 1.5},
            "encoding": {"x": x, "y": y | {"field": "centre", "axis": axis}},
        }
    )
    if target is not None:
        layers.append(
            {
                "data": {"values": [{"target": target}]},
                "mark": {"type": "rule", "color": INK, "strokeDash": [1, 4], "strokeWidth": 2.5},
                "encoding": {"y": y | {"field": "target", "axis": axis}},
            }
        )
    # A null breaks the line, so a month without a figure is seen as a gap.
    layers.append(
        {
            "mark": {"type": "line", "color": GREY, "strokeWidth": 1, "invalid": "break-paths-show-domains"},
            "encoding": {"x": x, "y": y | {"field": "value", "axis": axis}},
        }
    )
    layers.append(
        {
            "transform": [{"filter": "isValid(datum.value) && datum.mark === null"}],
            "mark": {"type": "point", "filled": True, "opacity": 1, "color": GREY, "size": 22},
            "encoding": {"x": x, "y": y | {"field": "value", "axis": axis}},
        }
    )
    used = [m for m in MARKS if any(r["mark"] == m and r["value"] is not None for r in rows)]
    if used:
        layers.append(_signals(x, y | {"field": "value", "axis": axis}, used))
    layers += _dated(marks, chart, width)
    roomy = width >= ROOMY
    if roomy:
        layers += _line_names(rows, domain, height, width, target)
    return {
        "$schema": VEGA_LITE,
        "width": width,
        "height": height,
        "padding": {"left": 5, "right": 12, "top": 8, "bottom": 5},
        "config": CONFIG,
        "data": {"values": rows},
        "layer": layers,
        **({"title": title} if title else {}),
    }


def control_chart_svg(
    chart: Chart,
    *,
    marks: Sequence[tuple[date, str]] = (),
    width: int = 720,
    height: int = 260,
    title: str = "",
) -> str:
    """The chart as SVG text."""
    return svg(control_chart_spec(chart, marks=marks, width=width, height=height, title=title))


def control_chart_png(
    chart: Chart,
    *,
    marks: Sequence[tuple[date, str]] = (),
    width: int = 720,
    height: int = 260,
    title: str = "",
    scale: float = 2.0,
) -> bytes:
    """The chart as PNG bytes, `scale` pixels a point."""
    return png(control_chart_spec(chart, marks=marks, width=width, height=height, title=title), scale=scale)


def _mark(chart: Chart, i: int) -> str | None:
    if chart.signal[i] is None:
        return None
    return {True: BETTER, False: WORSE, None: MOVED}[chart.good[i]]


def _span(chart: Chart) -> list[str]:
    """From the first month to past the last, so that nothing at the edges is cut."""
    return [chart.months[0].isoformat(), add_months(chart.months[-1], 1).isoformat()] if chart.months else []


def _domain(chart: Chart, rows: Sequence[Spec]) -> list[float]:
    """Counts of children start at zero; all else shows the range it moves in, a percentage never beyond 0 to 100."""
    seen = [r[k] for r in rows for k in ("value", "lower", "upper", "centre") if r[k] is not None]
    if not seen:
        return [0, 100] if chart.unit == "percent" else [0, 1]
    low, high = min(seen), max(seen)
    room = 0.08 * (high - low or high or 1)
    if chart.unit == "percent":
        return [max(0.0, low - room), min(100.0, high + room)]
    return [0, high + room] if chart.unit == "children" else [max(0.0, low - room), high + room]


def _line_names(
    rows: Sequence[Spec], domain: Sequence[float], height: int, width: int, target: float | None = None
) -> list[Spec]:
    """The lines' names at their right-hand ends; a limit too close to the average to be named is not."""
    last = next((r for r in reversed(rows) if r["centre"] is not None), None)
    if last is None:
        return []

    def at(value: float) -> float:
        return height * (1 - (value - domain[0]) / ((domain[1] - domain[0]) or 1))

    names = [("Earlier average", at(last["centre"]))]
    for edge in ("upper", "lower"):
        if last[edge] is not None and abs(at(last[edge]) - names[0][1]) > 16:
            names.append(("Usual limit", at(last[edge])))
    if target is not None and all(abs(at(target) - y) > 14 for _, y in names):
        names.append(("Target", at(target)))
    return [
        {
            "data": {"values": [{}]},
            "mark": {
                "type": "text", "text": words, "x": width + 6, "y": y, "align": "left", "baseline": "middle",
                "fontSize": 12, "color": INK if words == "Earlier average" else GREY,
            },
        }
        for words, y in names
    ]  # fmt: skip


def _baseline(chart: Chart, height: int) -> Spec:
    assert chart.baseline_from is not None
    band = {"from": chart.baseline_from.isoformat(), "to": chart.since.isoformat()}
    time = {"type": "temporal"}
    return {
        "data": {"values": [band]},
        "layer": [
            {
                "mark": {"type": "rect", "color": PALE, "opacity": 1},
                "encoding": {"x": time | {"field": "from"}, "x2": {"field": "to"}},
            },
            {
                "mark": {
                    "type": "text", "text": "Baseline", "align": "left", "dx": 4, "y": height - 8, "baseline": "bottom",
                    "fontSize": 12, "color": GREY,
                },
                "encoding": {"x": time | {"field": "from"}},
            },
        ],
    }  # fmt: skip


def _signals(x: Spec, y: Spec, used: Sequence[str]) -> Spec:
    shapes = {BETTER: "triangle-up", WORSE: "square", MOVED: "diamond"}
    colours = {BETTER: BLUE, WORSE: RUST, MOVED: INK}
    return {
        "transform": [{"filter": "isValid(datum.value) && datum.mark !== null"}],
        "mark": {"type": "point", "filled": True, "opacity": 1, "size": 75},
        "encoding": {
            "x": x,
            "y": y,
            "shape": {
                "field": "mark", "type": "nominal",
                "scale": {"domain": list(used), "range": [shapes[u] for u in used]},
            },
            "color": {
                "field": "mark", "type": "nominal",
                "scale": {"domain": list(used), "range": [colours[u] for u in used]},
            },
        },
    }  # fmt: skip


def _dated(marks: Sequence[tuple[date, str]], chart: Chart, width: int) -> list[Spec]:
    """Upright dotted lines with their words above the plot; words that would touch are stepped up a row."""
    if not chart.months:
        return []
    begins, ends = chart.months[0], add_months(chart.months[-1], 1)
    rows: list[Spec] = []
    taken: list[float] = []  # how far each row of words is filled
    for day, words in sorted(marks):
        if not begins <= day <= ends:
            continue
        at = width * (day - begins).days / (ends - begins).days
        long = LETTER * len(words)
        left = min(at - 2, width - long)  # near the right edge words shift leftwards and stay whole
        row = next((r for r, filled in enumerate(taken) if filled < left), len(taken))
        taken[row : row + 1] = [left + long + LETTER]
        rows.append({"on": day.isoformat(), "words": words, "x": left, "row": row})
    if not rows:
        return []
    lines: Spec = {
        "data": {"values": rows},
        "mark": {"type": "rule", "strokeDash": [2, 2], "color": INK},
        "encoding": {"x": {"field": "on", "type": "temporal"}},
    }
    words_above: list[Spec] = [
        {
            "data": {"values": [{}]},
            "mark": {
                "type": "text", "text": r["words"], "x": r["x"], "y": -6 - 15 * r["row"], "align": "left",
                "baseline": "bottom", "fontSize": 12, "color": INK,
            },
        }
        for r in rows
    ]  # fmt: skip
    return [lines, *words_above]
