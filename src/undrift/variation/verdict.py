"""Better, worse, no evidence, or cannot tell, since a chosen date.

The baseline is the 24 months before the month of `since`, less those without a figure: long enough to learn ordinary
variation, short enough that an older way of working does not drown the one the inspection saw. Limits are fitted
on it once and carried forward; they are never re-fitted on the months being judged.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, Protocol

from undrift.dates import add_months
from undrift.variation.limits import fit_p, fit_snapshot, fit_u, fit_xmr
from undrift.variation.rules import RUN, RUN_OF_EIGHT, Signal, Z, call, marks, two_levels
from undrift.variation.words import (
    capital,
    fill,
    month,
    no_change_sentence,
    number,
    shift_sentence,
    two_levels_sentence,
)

Direction = Literal["improving", "worsening", "no_evidence", "cannot_tell"]
BASELINE_MONTHS: Final = 24
BASELINE_NEEDED: Final = 12
SHOWN_BEFORE: Final = 36  # months before `since` that a chart shows
STALE_AFTER: Final = 6  # months without a figure after which "now" is unknown
RECENT: Final = 12


class ResultLike(Protocol):
    """What a month's figure must offer (a measures.Result does)."""

    @property
    def status(self) -> str: ...
    @property
    def value(self) -> float | None: ...
    @property
    def numerator(self) -> float | None: ...
    @property
    def denominator(self) -> float | None: ...
    @property
    def reason(self) -> str: ...


class PointLike(Protocol):
    """A month and its figure (a measures.Point is one)."""

    @property
    def month(self) -> date: ...
    @property
    def result(self) -> ResultLike: ...


@dataclass(frozen=True)
class Chart:
    """Everything a chart draws, month by month; percentages 0 to 100. None is a gap, never a zero."""

    months: list[date]
    values: list[float | None]
    centre: list[float | None]
    lower: list[float | None]
    upper: list[float | None]
    signal: list[str | None]  # the rule, in words, that the month takes part in
    good: list[
        bool | None
    ]  # is a signal in the better direction? None where there is none, or neither is better
    since: date
    baseline_from: date | None
    unit: str
    snapshot: bool = False


@dataclass(frozen=True)
class Level:
    """A stretch of months as one figure: pooled percentage or mean, with the counts behind a percentage."""

    value: float
    numerator: float | None
    denominator: float | None


@dataclass(frozen=True)
class Verdict:
    """One honest answer. held_months counts from the month the rule fired, not from where its run began."""

    direction: Direction
    rule: str
    sentence: str
    since: date
    fired_on: date | None
    baseline: float | None
    recent: float | None
    held_months: int
    chart: Chart
    # for disclosure control: the sentence with its amounts left open as {old} and {new}, and what they stand for
    template: str = ""
    baseline_level: Level | None = None
    recent_level: Level | None = None
    unsteady: str = ""  # a sentence, where the baseline was itself two levels
    is_rare: bool = False  # the chart's points are events, each perhaps one child's: the template is all that may be published

    def in_full(self, sentence: str) -> str:
        """A sentence of this verdict, exact or published, and what is owed of its baseline; which holds no amounts."""
        return f"{sentence} {self.unsteady}".strip()


@dataclass(frozen=True)
class _Month:
    on: date
    value: float | None  # percent or the measure's own unit
    weight: tuple[float, float] | None  # numerator and denominator; none for XmR


def verdict(
    points: Sequence[PointLike],
    *,
    since: date,
    better: str,
    chart: str,
    today: date | None = None,
    subject: str = "The measure",
    unit: str | None = None,
    snapshot: bool = False,
    baseline_from: date | None = None,
) -> Verdict:
    """Has the measure changed since `since`, beyond chance, and does it still?

    points: one a month, in any order. since: judged from the first of its month. better: "higher", "lower" or
    "neither". chart: "p" or "u" (numerators and denominators needed) or "xmr" (values). today: months not complete by
    then are left out. baseline_from: no month before it is of the baseline (a recorded re-basing). subject: opens the sentence ("Initial conferences in time"). unit: for the sentence. snapshot: figures taken on a day,
    which count many of the same children from month to month and so need a larger change (see rules and limits).
    """
    if chart not in ("p", "u", "xmr") or better not in ("higher", "lower", "neither"):
        raise ValueError(f"No such chart or direction: {chart!r}, {better!r}.")
    unit = unit or ("percent" if chart == "p" else "")
    start = since.replace(day=1)
    shown_from = add_months(start, -SHOWN_BEFORE)
    per = _per(points) if chart == "u" else 100.0
    months = [
        _month(p, chart, per)
        for p in sorted(points, key=lambda p: p.month)
        if p.month >= shown_from and _complete(p.month, today)
    ]
    baseline_from = max(add_months(start, -BASELINE_MONTHS), (baseline_from or date.min).replace(day=1))
    before = [m for m in months if baseline_from <= m.on < start and m.value is not None]
    after = [m for m in months if m.on >= start and m.value is not None]

    def cannot(reason: str, drawn: Chart) -> Verdict:
        said = f"{capital(subject)}: cannot tell, because {reason}"
        return Verdict("cannot_tell", "", said, start, None, None, None, 0, drawn, said)

    if len(before) < BASELINE_NEEDED:
        undrawn = _draw(months, None, [], start, None, better, unit, snapshot)
        if not before and not after:
            reasons = [p.result.reason for p in sorted(points, key=lambda p: p.month) if p.result.reason]
            return cannot(
                f"there is no figure for any month. {reasons[-1] if reasons else ''}".strip(), undrawn
            )
        some = f"only {number(len(before))}" if before else "none"
        return cannot(
            f"{some} of the {BASELINE_MONTHS} months before {month(start)} have a figure, "
            f"and {number(BASELINE_NEEDED)} are needed to know what was ordinary.",
            undrawn,
        )
    fit = _fit(before, chart, snapshot, per)
    series = [_z(m, fit) for m in after]
    drawn = _draw(months, fit, series, start, max(baseline_from, months[0].on), better, unit, snapshot)
    if not after:
        return cannot(f"no month since {month(start)} has a figure.", drawn)
    unsteady = "" if snapshot else _unsteady(before, fit)
    newest = today or months[-1].on
    if after[-1].on < add_months(newest.replace(day=1), -STALE_AFTER):
        return cannot(f"its latest figure is for {month(after[-1].on)}.", drawn)

    called = call(series, snapshot=snapshot)
    signal = called.now
    old = _level(before, snapshot, per)
    if signal is None:
        if len(after) < RUN:
            return cannot(
                f"only {number(len(after))} months since {month(start)} have a figure, and {number(RUN)} are needed.",
                drawn,
            )
        latest = after[-RECENT:]
        new = _level(latest, snapshot, per)
        undone = called.undone and (
            called.undone[0].side,
            after[called.undone[0].first].on,
            after[called.undone[1]].on,
        )
        template = no_change_sentence(subject, since=start, count=len(latest), undone=undone)
        said = fill(template, old.value, new.value, unit)
        return Verdict(
            "no_evidence", "", said, start, None, old.value, new.value, 0, drawn, template, old, new, unsteady
        )  # fmt: skip

    lasting = signal.rule == RUN_OF_EIGHT
    new = _level(
        after[signal.first :][-RECENT:] if lasting else _signalled(after, series, signal), snapshot, per
    )
    template = shift_sentence(
        subject,
        signal,
        since=start,
        months=[m.on for m in after],
        sides=[z.side for z in series],
        snapshot=snapshot,
    )
    direction: Direction = "improving" if (signal.side > 0) == (better == "higher") else "worsening"
    if better == "neither":
        direction, template = "cannot_tell", f"{template} Neither more nor less is better in itself."
    held = _months_between(after[signal.fired].on, after[-1].on) + 1
    return Verdict(
        direction, signal.rule, fill(template, old.value, new.value, unit), start, after[signal.fired].on,
        old.value, new.value, held, drawn, template, old, new, unsteady,
    )  # fmt: skip


def _signalled(after: Sequence[_Month], series: Sequence[Z], signal: Signal) -> list[_Month]:
    """The months an early sign rests on: a month the other side within the three is no part of it."""
    return [after[i] for i in range(signal.first, signal.fired + 1) if abs(series[i].sigmas or 0) > 2]


def _complete(first: date, today: date | None) -> bool:
    return today is None or add_months(first, 1) - timedelta(days=1) <= today


def _per(points: Sequence[PointLike]) -> float:
    """What a rate is told for: 10,000 when 5 of 50,000 is a value of 1."""
    for result in (p.result for p in points):
        if result.value and result.numerator and result.denominator:
            return float(result.value * result.denominator / result.numerator)
    return 1.0


def _month(point: PointLike, chart: str, per: float) -> _Month:
    result = point.result
    if result.status != "number" or result.value is None:
        return _Month(point.month, None, None)
    if chart == "xmr":
        return _Month(point.month, float(result.value), None)
    if result.numerator is None or not result.denominator:
        return _Month(point.month, None, None)
    weight = (float(result.numerator), float(result.denominator))
    return _Month(point.month, per * weight[0] / weight[1], weight)


def _values(months: Sequence[_Month]) -> list[float]:
    return [m.value for m in months if m.value is not None]


def _level(months: Sequence[_Month], snapshot: bool, per: float) -> Level:
    weights = [m.weight for m in months if m.weight]
    if weights:
        x, n = sum(w[0] for w in weights), sum(w[1] for w in weights)
        share = (
            len(weights) if snapshot else 1
        )  # the same children stand in every month: counts are a month's
        return Level(per * x / n, x / share, n / share)
    values = _values(months)
    return Level(sum(values) / len(values), None, None)


@dataclass(frozen=True)
class _Fitted:
    """The baseline's centre, and a month's sigma, both in the unit drawn."""

    centre: float
    sigma: Callable[[_Month], float]


def _fit(before: Sequence[_Month], chart: str, snapshot: bool, per: float) -> _Fitted:
    if snapshot:
        flat = fit_snapshot(_values(before))
        return _Fitted(flat.centre, lambda _: flat.sigma)
    if chart == "xmr":
        moving = fit_xmr(_values(before))
        return _Fitted(moving.centre, lambda _: moving.sigma)
    if chart == "u":
        u = fit_u([m.weight for m in before if m.weight], floor=1.0)
        return _Fitted(per * u.centre, lambda m: per * u.sigma_u(m.weight[1]) if m.weight else 0.0)
    p = fit_p([m.weight for m in before if m.weight], floor=1.0)
    return _Fitted(100 * p.centre, lambda m: 100 * p.sigma_p(m.weight[1]) if m.weight else 0.0)


def _z(m: _Month, fit: _Fitted) -> Z:
    assert m.value is not None
    away = m.value - fit.centre
    if abs(away) < 1e-9:  # on the line but for rounding
        return Z(0, 0.0)
    sigma = fit.sigma(m)
    return Z(1 if away > 0 else -1, away / sigma if sigma > 0 else None)


def _unsteady(before: Sequence[_Month], fit: _Fitted) -> str:
    """Figures taken on a day are not asked: they wander, and runs come easily."""
    series = [_z(m, fit) for m in before]
    found = two_levels(series)
    if found is None:
        return ""
    one, other = ((before[first].on, before[last].on) for first, last in found)
    return two_levels_sentence(series[found[0][0]].side > 0, one, other)


def _draw(
    months: Sequence[_Month], fit: _Fitted | None, series: Sequence[Z], since: date, baseline_from: date | None,
    better: str, unit: str, snapshot: bool,
) -> Chart:  # fmt: skip
    on_after = [m.on for m in months if m.on >= since and m.value is not None]
    by_month = (
        dict(zip(on_after, zip(series, marks(series, snapshot=snapshot), strict=True), strict=True))
        if series
        else {}
    )
    centre: list[float | None] = []
    lower: list[float | None] = []
    upper: list[float | None] = []
    signal: list[str | None] = []
    good: list[bool | None] = []
    for m in months:
        limits = None
        if fit and baseline_from and m.on >= baseline_from and m.value is not None:
            middle, sigma = fit.centre, fit.sigma(m)
            top = 100.0 if unit == "percent" else float("inf")
            limits = (middle, max(0.0, middle - 3 * sigma), min(top, middle + 3 * sigma), sigma > 0)
        centre.append(limits[0] if limits else None)
        lower.append(limits[1] if limits and limits[3] else None)
        upper.append(limits[2] if limits and limits[3] else None)
        z, mark = by_month.get(m.on, (None, None))
        signal.append(mark)
        good.append(None if not (z and mark) or better == "neither" else (z.side > 0) == (better == "higher"))
    return Chart(
        [m.on for m in months], [m.value for m in months], centre, lower, upper, signal, good, since, baseline_from,
        unit, snapshot,
    )  # fmt: skip


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


__all__ = ["Chart", "Direction", "Level", "PointLike", "ResultLike", "Verdict", "verdict"]
