"""Charts as pictures inside the page, with their words; kept on disk by the hash of what they show."""

import base64
import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from undrift import clocks
from undrift.drift.flags import spoken
from undrift.journeys import Journey
from undrift.reports import charts, comparisons, roadline
from undrift.reports.timeline import FlagUp
from undrift.reports.timeline import timeline as lanes_of
from undrift.reports.timeline_drawing import timeline_svg
from undrift.variation import Chart
from undrift.web import store

# Width and height of the plotting area, for a desk and for a phone.
WIDE, NARROW = (800, 260), (250, 220)
ROAD_WIDE, ROAD_NARROW = 770, 215
SMALL = (255, 110)


@dataclass(frozen=True)
class Picture:
    """Two drawings of one chart, for a desk and for a phone, and the same in words."""

    wide: str
    narrow: str
    alternative: str


@cache
def _code() -> str:
    """A hash of the code that draws: a picture drawn by older code is not shown again."""
    drawn_by = (charts.__file__, comparisons.__file__, roadline.__file__)
    return hashlib.sha256(b"".join(Path(file).read_bytes() for file in drawn_by)).hexdigest()


def _kept(key: str, draw: Callable[[], str]) -> str:
    """The drawing as an address for an img, drawn once for each key."""
    folder = store.home() / "cache" / "charts"
    file = folder / f"{hashlib.sha256(f'{_code()} {key}'.encode()).hexdigest()}.svg"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        # Written beside and renamed, so that another worker never reads half a picture.
        draft = file.with_suffix(f".{id(key)}.draft")
        draft.write_text(draw(), encoding="utf-8")
        draft.replace(file)
    return _as_address(file.read_bytes())


def _as_address(drawing: bytes) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(drawing).decode()


def control_chart(
    chart: Chart, alternative: str, marks: Sequence[tuple[date, str]], target: float | None = None
) -> Picture:
    """A measure over time, with dated marks for what the inspectorate did."""

    def drawn(width: int, height: int) -> str:
        spec = charts.control_chart_spec(chart, marks=marks, width=width, height=height, target=target)
        # On a phone the years would run into each other: leave some out.
        spec["config"] = {**spec["config"], "axisX": {"labelOverlap": True, "labelSeparation": 6}}
        return _kept(json.dumps(spec, sort_keys=True), lambda: charts.svg(spec))

    return Picture(drawn(*WIDE), drawn(*NARROW), alternative)


def small(chart: Chart, alternative: str) -> Picture:
    """A measure over time in little, one of many side by side."""
    spec = charts.control_chart_spec(chart, width=SMALL[0], height=SMALL[1])
    spec["config"] = {**spec["config"], "axisX": {"labelOverlap": True, "labelSeparation": 6}}
    # The legend and the baseline's name would be said on every chart; the page says them once.
    spec["layer"] = [_unnamed(layer) for layer in spec["layer"]]
    return Picture(_kept(json.dumps(spec, sort_keys=True), lambda: charts.svg(spec)), "", alternative)


def _unnamed(layer: charts.Spec) -> charts.Spec:
    if "layer" in layer:
        return layer | {"layer": [part for part in layer["layer"] if part["mark"]["type"] != "text"]}
    encoding = {
        name: channel | {"legend": None}
        if name in ("shape", "color") and isinstance(channel, dict)
        else channel
        for name, channel in layer.get("encoding", {}).items()
    }
    return layer | ({"encoding": encoding} if encoding else {})


def compared(draw: Callable[[int], charts.Spec], alternative: str, wide: int, narrow: int) -> Picture:
    """A picture that compares, drawn at two widths."""

    def drawn(width: int) -> str:
        spec = draw(width)
        return _kept(json.dumps(spec, sort_keys=True), lambda: charts.svg(spec))

    return Picture(drawn(wide), drawn(narrow), alternative)


def road(
    points: Sequence[roadline.Point], span: roadline.Span | None, today: date, alternative: str
) -> Picture:
    """An authority's road, from published facts about it."""

    def drawn(width: int) -> str:
        spec = roadline.road_spec(points, span, today, width=width)
        return _kept(json.dumps(spec, sort_keys=True), lambda: charts.svg(spec))

    return Picture(drawn(ROAD_WIDE), drawn(ROAD_NARROW), alternative)


def timeline(
    journey: Journey, readings: Sequence[clocks.Reading], flags: Sequence[FlagUp], as_at: date
) -> Picture:
    """One child's journey. Nothing of it is kept on disk: it is about one child, and drawn as quickly as read."""
    alternative = (
        f"The journey drawn as a timeline to {as_at:%B %Y}: {len(journey.spells)} spells, {len(journey.events)} events "
        f"and {len(flags)} times a flag was up. {_flags_in_words(flags)}The tables below say the same in words."
    )
    picture = timeline_svg(lanes_of(journey, readings, flags, as_at=as_at), 660)
    return Picture(_as_address(picture.encode()), "", alternative)


def _flags_in_words(flags: Sequence[FlagUp]) -> str:
    """Each flag with the times it was up: "Stalled: Plan over nine months, since 3 May 2026. "."""
    times: dict[str, list[str]] = {}
    for flag in flags:
        ended = (
            f"from {spoken(flag.since)} to {spoken(flag.until)}"
            if flag.until
            else f"since {spoken(flag.since)}"
        )
        times.setdefault(flag.title, []).append(ended)
    said = "; ".join(f"{title}, {' and '.join(ups)}" for title, ups in times.items())
    return f"Stalled: {said}. " if said else ""
