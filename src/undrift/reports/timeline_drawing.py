"""One child's timeline as SVG, drawn line by line.

Not by Vega-Lite, as every other picture is: it works out how wide each word is in a browser's engine, which took longer than
all the rest of a child's page, and this picture is of one child, so that it may not be kept from one time to the next.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from html import escape
from itertools import pairwise
from math import sqrt
from typing import Final

from reportlab.pdfbase.pdfmetrics import stringWidth

from undrift.reports.drawing import BLUE, FONT, GREY, INK, RUST
from undrift.reports.timeline import (
    DUE_WORDS,
    FLAG_WORDS,
    LATE_WORDS,
    OTHER,
    REVIEW,
    VISIT,
    Drawn,
    Mark,
)

LANE: Final = 34  # height of a lane, in points as everything here
LETTERS, TODAY_LETTERS, LINE = 13, 12, 15
TOP, LEFT, RIGHT, BELOW = 25, 5, 40, 18
NAMES: Final = 255  # room for the names of patterns, in a reader's own typeface too, which may be wider
PALE, FLAG_FILL = "#e4e4e4", "#f2d8cb"
BEFORE, AFTER = timedelta(days=15), timedelta(days=20)
_BETWEEN_LEGENDS, _BETWEEN_WORDS, _SYMBOL = 45, 28, 18
_MARK, _DUE, _LEGEND = (sqrt(size) / 2 for size in (70, 60, 110))  # by how many square points a symbol covers

Across = Callable[[date], float]


def timeline_svg(drawn: Drawn, width: int = 720) -> str:
    """The picture as SVG text. width: of its lanes, in points; their names stand before it and the legend beneath."""
    first = min((mark.since for mark in _all(drawn)), default=drawn.as_at) - BEFORE
    last = max(max((mark.until for mark in _all(drawn)), default=drawn.as_at), drawn.as_at) + AFTER

    def across(day: date) -> float:
        return (day - first) / (last - first) * width

    height = LANE * max(1, len(drawn.lanes))
    named = max((_wide(line) for lane in drawn.lanes for line in lane.split("\n")), default=0) + 8
    left = LEFT + round(max(named, NAMES if drawn.flags else 0))
    legend, needed = _legend(drawn)
    today = across(drawn.as_at)
    right = max(width, needed, today + 3 + _wide("Today", TODAY_LETTERS)) + RIGHT
    whole, deep = round(left + right), TOP + height + (BELOW + 21 if legend else LEFT)
    parts = [
        *_axis(first, last, across, width, height),
        *_names(drawn.lanes),
        *_marks(drawn, across),
        f'<line x1="{today:.1f}" y1="0" x2="{today:.1f}" y2="{height}" stroke="{INK}" stroke-dasharray="2,2"/>',
        f'<text x="{today + 3:.1f}" y="10" font-size="{TODAY_LETTERS}">Today</text>',
        f'<g transform="translate(0,{height + BELOW})">{legend}</g>',
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{deep}" viewBox="0 0 {whole} {deep}">'
        f'<rect width="{whole}" height="{deep}" fill="white"/>'
        f'<g transform="translate({left},{TOP})" font-family="{FONT}" font-size="{LETTERS}" fill="{INK}">'
        f"{''.join(parts)}</g></svg>"
    )


def _all(drawn: Drawn) -> Iterator[Mark]:
    for marks in (drawn.bars, drawn.flags, drawn.late, drawn.due, drawn.events):
        yield from marks


def _wide(words: str, size: int = LETTERS) -> float:
    """How wide words are in Helvetica, whose letters are as wide as Arial's."""
    return float(stringWidth(words, "Helvetica", size))


def _axis(first: date, last: date, across: Across, width: int, height: int) -> Iterator[str]:
    """The years above, or the months of a shorter time, with a line down from each."""
    days = (last - first).days
    step = 12 if days > 3 * 365 else 3 if days > 400 else 1
    months = (
        date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13, step)
    )
    marked = [day for day in months if first <= day <= last]
    said = [(across(day), f"{day:%Y}" if step == 12 else f"{day:%b %Y}") for day in marked]
    while any(b - a < (_wide(word) + _wide(after)) / 2 + 8 for (a, word), (b, after) in pairwise(said)):
        said = said[::2]
    for day in marked:
        x = round(across(day)) + 0.5
        yield f'<line x1="{x}" y1="0" x2="{x}" y2="{height}" stroke="{PALE}"/>'
        yield f'<line x1="{x}" y1="0.5" x2="{x}" y2="-4.5" stroke="{GREY}"/>'
    yield f'<line x1="0.5" y1="0.5" x2="{width}.5" y2="0.5" stroke="{GREY}"/>'
    for x, words in said:
        yield f'<text x="{x:.1f}" y="-10" text-anchor="middle">{words}</text>'


def _names(lanes: Sequence[str]) -> Iterator[str]:
    for nth, lane in enumerate(lanes):
        first, *more = (escape(line) for line in lane.split("\n"))
        under = "".join(f'<tspan x="-8" dy="{LINE}">{line}</tspan>' for line in more)
        words = f"<tspan>{first}</tspan>{under}" if more else first
        yield f'<text x="-8" y="{nth * LANE + 21}" text-anchor="end">{words}</text>'


def _marks(drawn: Drawn, across: Across) -> Iterator[str]:
    middle = {lane: nth * LANE + LANE / 2 for nth, lane in enumerate(drawn.lanes)}

    def boxes(marks: Iterable[Mark], tall: int) -> Iterator[str]:
        for mark in marks:
            x, y = across(mark.since), middle[mark.lane] - tall / 2
            yield f'<rect x="{x:.2f}" y="{y}" width="{across(mark.until) - x:.2f}" height="{tall}"'

    for mark, box in zip(drawn.bars, boxes(drawn.bars, 13), strict=True):
        yield f'{box} fill="{mark.said}" stroke="{GREY}"/>'
    for box in boxes(drawn.flags, 9):
        yield f'{box} fill="{FLAG_FILL}" stroke="{RUST}" stroke-width="1.5"/>'
    for mark in drawn.late:
        y = middle[mark.lane] + 12
        yield (
            f'<line x1="{across(mark.since):.2f}" y1="{y}" x2="{across(mark.until):.2f}" y2="{y}" stroke="{RUST}" '
            'stroke-width="5"/>'
        )
    for mark in drawn.due:
        yield _symbol(mark.said, across(mark.since), middle[mark.lane] + 12, _DUE, 2)
    for mark in drawn.events:
        yield _symbol(mark.said, across(mark.since), middle[mark.lane], _MARK, 1.5)


def _symbol(said: str, x: float, y: float, r: float, line: float) -> str:
    shape, fill, stroke = {
        FLAG_WORDS: (f"M{-r:.2f},{-r:.2f}H{r:.2f}V{r:.2f}H{-r:.2f}Z", FLAG_FILL, RUST),
        LATE_WORDS: (f"M{-r:.2f},0H{r:.2f}", "none", RUST),
        DUE_WORDS: (f"M0,{r * sqrt(3) / 2:.2f}L{-r:.2f},{-r * sqrt(3) / 2:.2f}H{r:.2f}Z", "white", INK),
        VISIT: (f"M0,{-r:.2f}V{r:.2f}", BLUE, INK),
        REVIEW: (f"M{-r:.2f},0L0,{-r:.2f}L{r:.2f},0L0,{r:.2f}Z", BLUE, INK),
        OTHER: (f"M{r:.2f},0A{r:.2f},{r:.2f},0,1,1,{-r:.2f},0A{r:.2f},{r:.2f},0,1,1,{r:.2f},0", BLUE, INK),
    }[said]
    pale = ' opacity="0.7"' if said == DUE_WORDS else ""
    return (
        f'<path transform="translate({x:.2f},{y:g})" d="{shape}" fill="{fill}" stroke="{stroke}" '
        f'stroke-width="{line:g}"{pale}/>'
    )


def _legend(drawn: Drawn) -> tuple[str, float]:
    """What each kind of mark is, in a line beneath; and how wide the line is."""
    used = {mark.said for mark in _all(drawn)}
    x, parts = 0.0, []
    for said in (FLAG_WORDS, LATE_WORDS, DUE_WORDS, VISIT, REVIEW, OTHER):
        if said not in used:
            continue
        parts.append(_symbol(said, x + 7, 7, _LEGEND, 3))
        parts.append(f'<text x="{x + _SYMBOL:.1f}" y="11">{said}</text>')
        apart = _BETWEEN_WORDS if said in (VISIT, REVIEW) else _BETWEEN_LEGENDS
        x += _SYMBOL + _wide(said) + apart
    return "".join(parts), x - apart if parts else 0.0
