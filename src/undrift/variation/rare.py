"""Rare things, charted by what lies between two of them: days (t chart) or cases (g chart).

Both are counts of trials up to and including an event, so both follow a geometric distribution while nothing changes:
    P(T > k) = (1 − p)ᵏ,  p = 1/mean gap of the baseline
A gap's z is the normal score of its middle probability, P(T < k) + P(T = k)/2; the limits are the gaps at ±3 of it. This
is the probability-limit form of the chart (M. Xie, T. N. Goh and P. Ranjan, Reliability Engineering and System Safety
77, 2002; J. C. Benneyan, Health Care Management Science 4, 2001), so false alarms have the rate that normal charts have.

Children whose events fall on one day are one event: brothers and sisters are one family's matter, and a gap of no
days would only say so again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from math import log
from statistics import NormalDist, fmean
from typing import Final

from undrift.dates import add_months
from undrift.variation.rules import BEYOND, RUN, RUN_OF_EIGHT, TWO_OF_THREE, Z, call, marks
from undrift.variation.verdict import BASELINE_MONTHS, Chart, Direction, Verdict
from undrift.variation.words import capital, month, number

GAPS_NEEDED: Final = 10
SHOWN_BEFORE: Final = 36  # months before `since` that a chart shows
RECENT: Final = 12  # gaps
RULES: Final = {
    RUN_OF_EIGHT: "eight gaps in a row on one side",
    TWO_OF_THREE: "two of three gaps beyond two sigma",
    BEYOND: "a gap beyond the limits",
}
_NORMAL: Final = NormalDist()


@dataclass(frozen=True)
class Gap:
    """What lay between an event and the one before it: days, or cases; at least 1."""

    on: date
    length: int


def days_between(events: Sequence[date]) -> list[Gap]:
    """The gaps between the days on which the event happened; the first day only opens the first gap."""
    days = sorted(set(events))
    return [Gap(day, (day - before).days) for before, day in pairwise(days)]


def cases_between(cases: Sequence[tuple[date, bool]]) -> list[Gap]:
    """The gaps between events (True) among cases, in date order; events of one day count as one."""
    gaps: list[Gap] = []
    waited, opened = 0, False
    for day, found in groupby(sorted(cases), key=lambda case: case[0]):
        today = [event for _, event in found]
        waited += len(today)
        if any(today):
            if opened:
                gaps.append(Gap(day, max(1, waited - today.count(True) + 1)))
            waited, opened = 0, True
    return gaps


def quantile(p: float, z: float) -> float:
    """The gap whose normal score is z when an event's chance at each trial is p: a real number, 0 or more."""
    beyond = 1 - _NORMAL.cdf(z)
    return log(beyond) / log(1 - p) if 0 < p < 1 else 1.0


def score(length: int, p: float) -> float:
    """The normal score of a gap."""
    if p >= 1:
        return 0.0 if length == 1 else 8.0
    below, through = 1 - (1 - p) ** (length - 1), 1 - (1 - p) ** length
    return _NORMAL.inv_cdf(min(max((below + through) / 2, 1e-15), 1 - 1e-15))


def verdict(
    gaps: Sequence[Gap],
    *,
    since: date,
    better: str,
    subject: str,
    of: str = "days",
    today: date | None = None,
) -> Verdict:
    """Has the event become rarer or commoner since `since`? better: "longer" or "shorter" gaps, or "neither".

    of: "days" or "cases". subject: the event, in the plural ("late reviews").
    """
    if better not in ("longer", "shorter", "neither") or of not in ("days", "cases"):
        raise ValueError(f"No such direction or trial: {better!r}, {of!r}.")
    start = since.replace(day=1)
    known = [g for g in sorted(gaps, key=lambda g: g.on) if today is None or g.on <= today]
    shown = [g for g in known if g.on >= add_months(start, -SHOWN_BEFORE)]
    baseline_from = add_months(start, -BASELINE_MONTHS)
    before = [g for g in shown if baseline_from <= g.on < start]
    after = [g for g in shown if g.on >= start]
    unsaid = f"{capital(subject)}: cannot tell, because too few have come."
    if len(before) < GAPS_NEEDED:
        said = (
            f"{capital(subject)}: cannot tell, because only {number(len(before))} gaps between them ended in the "
            f"{BASELINE_MONTHS} months before {month(start)}, and {number(GAPS_NEEDED)} are needed to know what was ordinary."
        )
        undrawn = _drawn(shown, None, [], start, None, better, of)
        return Verdict("cannot_tell", "", said, start, None, None, None, 0, undrawn, unsaid, is_rare=True)
    mean = fmean(g.length for g in before)
    series = [_z(g, 1 / mean) for g in after]
    chart = _drawn(shown, 1 / mean, series, start, baseline_from, better, of)
    called = call(series).now
    if called is None and len(after) < RUN:
        has = "has" if len(after) == 1 else "have"
        said = (
            f"{capital(subject)}: cannot tell, because only {number(len(after))} {has} come since {month(start)}, "
            f"and {number(RUN)} are needed."
        )
        return Verdict("cannot_tell", "", said, start, None, mean, None, 0, chart, unsaid, is_rare=True)
    if called is None:
        recent = fmean(g.length for g in after[-RECENT:])
        said = (
            f"{capital(subject)} came {_every(recent, of)} of late, against {_every(mean, of)} before {month(start)}: "
            "no evidence of a change beyond chance."
        )
        public = f"{capital(subject)}: no evidence of a change beyond chance in how often they come since {month(start)}."
        return Verdict("no_evidence", "", said, start, None, mean, recent, 0, chart, public, is_rare=True)
    lasting = called.rule == RUN_OF_EIGHT
    on = after[called.first :][-RECENT:] if lasting else after[called.first : called.fired + 1]
    recent = fmean(g.length for g in on)
    word = "rarer" if called.side > 0 else "commoner"
    yet = "" if lasting else " This is an early sign and has not yet held."
    said = (
        f"{capital(subject)} became {word} after {month(after[called.first].on)}: {_every(recent, of)}, against "
        f"{_every(mean, of)} before {month(start)}; {RULES[called.rule]}, unlikely to be chance.{yet}"
    )
    public = f"{capital(subject)} became {word} since {month(start)}, unlikely to be chance.{yet}"
    direction: Direction = "improving" if (called.side > 0) == (better == "longer") else "worsening"
    if better == "neither":
        direction = "cannot_tell"
        said, public = (f"{words} Neither more nor less is better in itself." for words in (said, public))
    fired, last = after[called.fired].on, after[-1].on
    held = (last.year - fired.year) * 12 + last.month - fired.month + 1
    return Verdict(
        direction, RULES[called.rule], said, start, fired, mean, recent, held, chart, public, is_rare=True
    )


def _every(mean: float, of: str) -> str:
    return f"once in {mean:.0f} {of}" if of == "cases" else f"every {mean:.0f} days"


def _z(gap: Gap, p: float) -> Z:
    z = score(gap.length, p)
    return Z((z > 0) - (z < 0), z)


def _drawn(
    shown: Sequence[Gap], p: float | None, series: Sequence[Z], since: date, baseline_from: date | None,
    better: str, of: str,
) -> Chart:  # fmt: skip
    after = [g.on for g in shown if g.on >= since]
    marked = dict(zip(after, zip(series, marks(series), strict=True), strict=True)) if series else {}
    inside = [p is not None and baseline_from is not None and g.on >= baseline_from for g in shown]

    def line(z: float) -> list[float | None]:
        return [quantile(p, z) if p is not None and there else None for there in inside]

    signal: list[str | None] = []
    good: list[bool | None] = []
    for g in shown:
        z, mark = marked.get(g.on, (None, None))
        signal.append(RULES[mark] if mark else None)
        good.append(None if not (z and mark) or better == "neither" else (z.side > 0) == (better == "longer"))
    return Chart(
        [g.on for g in shown], [float(g.length) for g in shown], line(0.0), line(-3.0), line(3.0), signal, good,
        since, baseline_from, f"{of} between", False,
    )  # fmt: skip
