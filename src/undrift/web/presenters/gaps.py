"""Gaps between groups of children, made ready for the page: exact for staff, through disclosure control for others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from undrift.measures import Measure
from undrift.reports import comparisons, disclosure
from undrift.reports.tables import protect_table
from undrift.variation import groups, told
from undrift.variation.groups import Dimension, Group, Waited
from undrift.variation.words import capital
from undrift.web import store
from undrift.web.presenters import pictures
from undrift.web.presenters.variation import Row

FEWEST_WAITS = 30  # ended waits, below which a median is not published: it is somebody’s own wait


@dataclass(frozen=True)
class DimensionShown:
    """One way of grouping children: sentences, a picture, and the tables beneath it."""

    id: str
    name: str
    sentence: str
    picture: pictures.Picture | None
    rows: tuple[Row, ...]
    waits_sentence: str
    waits: tuple[Row, ...]


@dataclass(frozen=True)
class GapsShown:
    """The page. `untold` says which dimensions cannot be told and why; `dimensions` is None where none can."""

    dimensions: tuple[DimensionShown, ...] | None
    untold: tuple[str, ...]


def of_measure(measure: Measure, as_at: date, *, exact: bool) -> GapsShown:
    """The measure's gaps and waits by every dimension that is held."""
    cur = store.cursor()
    found = groups.gaps(cur, measure.id, as_at)
    untold = tuple(f"{d.name}: cannot tell, because {why}." for d, why in groups.untold(cur))
    if found is None:
        return GapsShown(None, untold)
    waits = groups.waits(cur, measure.id)
    shown = tuple(
        _dimension(d, parts, measure, waits.get(d.id, ([], None)), exact=exact) for d, parts in found.items()
    )
    return GapsShown(shown, untold)


def safe(parts: Sequence[Group]) -> list[bool]:
    """Which groups may be published: none of their counts is small, nor can be worked out from the totals."""
    if not parts:
        return []
    told_cells = protect_table([[g.count, g.of - g.count] for g in parts])
    return [None not in row for row in told_cells[: len(parts)]]


def _dimension(
    dimension: Dimension, parts: Sequence[Group], measure: Measure, waits: tuple[list[Waited], float | None], *, exact: bool
) -> DimensionShown:  # fmt: skip
    may = [True] * len(parts) if exact else safe(parts)
    told_of = [g for g, allowed in zip(parts, may, strict=True) if allowed]
    sentence = told.gap(dimension, told_of, measure.subject, whole=not exact)
    waited = waits[0] if exact else [w for w in waits[0] if w.ended >= FEWEST_WAITS]
    return DimensionShown(
        dimension.id, dimension.name, sentence, _picture(dimension, told_of, measure, sentence) if told_of else None,
        tuple(_row(g, allowed, exact) for g, allowed in zip(parts, may, strict=True)),
        told.waited(dimension, waited, waits[1]) if waited else "",
        tuple(_waited(w, exact) for w in waited),
    )  # fmt: skip


def _picture(
    dimension: Dimension, parts: Sequence[Group], measure: Measure, sentence: str
) -> pictures.Picture:
    dots = [
        comparisons.Dot(
            g.name, 100 * g.share, 100 * g.interval.low, 100 * g.interval.high, g.is_beyond_chance
        )
        for g in parts
    ]
    middle = 100 * sum(g.count for g in parts) / sum(g.of for g in parts)
    return pictures.compared(
        lambda width: comparisons.intervals_spec(dots, reference=middle, title="Per cent", width=width),
        f"{measure.title} by {dimension.name.lower()}. {sentence} The table below holds the figures.", 480, 130,
    )  # fmt: skip


def _row(g: Group, allowed: bool, exact: bool) -> Row:
    if not allowed:
        return Row(capital(g.name), (disclosure.SYMBOL, "", ""))
    away = g.difference_interval
    difference = (
        f"{_signed(g.difference)} points ({_signed(away.low)} to {_signed(away.high)})"
        if g.difference is not None and away
        else ""
    )
    return Row(
        capital(g.name),
        (
            f"{100 * g.share:.0f}%", *([f"{g.count:,} of {g.of:,}"] if exact else []),
            f"{100 * g.interval.low:.0f}% to {100 * g.interval.high:.0f}%",
            difference + (": beyond chance" if g.is_beyond_chance else ""),
        ),
    )  # fmt: skip


def _signed(share: float) -> str:
    """Percentage points with their sign; nothing has none."""
    points = round(100 * share)
    return f"{points:+d}" if points else "0"


def _waited(w: Waited, exact: bool) -> Row:
    if w.median is None:
        median = "more than half still waiting"
    else:
        edges = f"{w.low:.0f} to {w.high:.0f}" if w.low is not None and w.high is not None else "no interval"
        median = f"{w.median:.0f} days ({edges})" if exact else f"{w.median:.0f} days"
    return Row(capital(w.name), (median, *([f"{w.ended:,} ended, {w.waiting:,} waiting"] if exact else [])))
