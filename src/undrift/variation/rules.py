"""The rules that call a change, named in words. Each works on z: how many sigmas a month lies from the old centre.

A run is what says a change has lasted; the other two are early signs and count only while they are fresh.
A change once called stands until fewer than six of the latest eight months lean its way: a single month on the
other side does not undo a real change, and eight such months do not fail to.

Figures taken on a day wander slowly, so runs come easily: there a run counts only when its latest eight months lie,
on average, beyond the three-sigma limits, and the early signs are not used. (Simulated: a steady figure whose
neighbouring months correlate at 0.7 or less is then called changed about once in a hundred, at 0.8 three times.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

RUN: Final = 8
STANDS: Final = 6  # of the latest RUN months
FRESH: Final = 3  # an early sign older than this many months is not news about now
BEYOND: Final = "a month beyond the limits"
TWO_OF_THREE: Final = "two of three months beyond two sigma"
RUN_OF_EIGHT: Final = "eight months in a row on one side"
BEYOND_ON_AVERAGE: Final = 3.0


@dataclass(frozen=True)
class Z:
    """One usable month: its side of the old centre (+1, 0, -1) and its distance in sigmas (None: no limits)."""

    side: int
    sigmas: float | None


@dataclass(frozen=True)
class Signal:
    """A rule fired. Indexes are positions in the series given; `first` is the first month it rests on."""

    rule: str
    side: int
    first: int
    fired: int


@dataclass(frozen=True)
class Called:
    """What stands now, and the latest lasting change that stood and has since been undone (signal, last month)."""

    now: Signal | None
    undone: tuple[Signal, int] | None


def call(series: Sequence[Z], *, snapshot: bool = False) -> Called:
    """Walk the months in order and say what stands at the end. snapshot: figures taken on a day."""
    standing: Signal | None = None
    undone: tuple[Signal, int] | None = None
    for i in range(len(series)):
        run = _run_ending(series, i, snapshot)
        if run and (standing is None or standing.side != run.side):
            standing, undone = run, None
        elif standing and not _still_leans(series[: i + 1], standing.side, snapshot):
            undone, standing = (standing, i), None
    if snapshot:
        return Called(standing, undone)
    early = next((s for s in reversed(early_signs(series)) if s.fired >= len(series) - FRESH), None)
    if early and (standing is None or early.side != standing.side):
        return Called(early, undone)  # the newest news is against what stood before, or is all there is
    return Called(standing, undone)


def early_signs(series: Sequence[Z]) -> list[Signal]:
    """Every month at which an early-sign rule fires, in order."""
    found: list[Signal] = []
    for i, point in enumerate(series):
        if _beyond(point, 3):
            found.append(Signal(BEYOND, point.side, i, i))
        elif _beyond(point, 2):
            near = [
                j
                for j in range(max(0, i - 2), i + 1)
                if _beyond(series[j], 2) and series[j].side == point.side
            ]
            if len(near) >= 2:
                found.append(Signal(TWO_OF_THREE, point.side, near[0], i))
    return found


def marks(series: Sequence[Z], *, snapshot: bool = False) -> list[str | None]:
    """For drawing: the rule each month takes part in, strongest first (beyond, two of three, run)."""
    out: list[str | None] = [None] * len(series)
    for i in range(len(series)):
        run = _run_ending(series, i, snapshot)
        if run:
            for j in range(run.first, i + 1):
                out[j] = RUN_OF_EIGHT if series[j].side == run.side else out[j]
    for rule in () if snapshot else (TWO_OF_THREE, BEYOND):
        for sign in early_signs(series):
            if sign.rule == rule:
                for j in range(sign.first, sign.fired + 1):
                    if series[j].side == sign.side and _beyond(series[j], 2):
                        out[j] = rule
    return out


def two_levels(series: Sequence[Z]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The first and last month of a run on each side of the centre, in order; None where the months are one level.

    A centre drawn through two levels is neither of them. One run comes easily by chance; one each side within
    two years does not (simulated: of a thousand steady baselines of 24 months, fewer than one).
    """
    found: dict[int, tuple[int, int]] = {}
    for i in range(len(series)):
        if run := _run_ending(series, i, False):
            found[run.side] = (run.first, i)
    if len(found) < 2:
        return None
    one, other = sorted(found.values())
    return one, other


def _run_ending(series: Sequence[Z], end: int, snapshot: bool) -> Signal | None:
    """The unbroken run of RUN or more that ends at `end`; months exactly on the centre neither break nor add."""
    side = series[end].side
    if side == 0:
        return None
    first = end
    for i in range(end, -1, -1):
        if series[i].side == -side:
            break
        if series[i].side == side:
            first = i
    members = [i for i in range(first, end + 1) if series[i].side == side]
    calls = [i for i in members[RUN - 1 :] if not snapshot or _far(series[: i + 1], side)]
    return Signal(RUN_OF_EIGHT, side, first, calls[0]) if calls and calls[-1] == end else None


def _still_leans(series: Sequence[Z], side: int, snapshot: bool) -> bool:
    latest = [z.side for z in series if z.side][-RUN:]
    return latest.count(side) >= STANDS and (not snapshot or _far(series, side))


def _far(series: Sequence[Z], side: int) -> bool:
    """Do the latest eight months lie, on average, beyond the limits on this side?"""
    latest = series[-RUN:]
    away = [z.sigmas for z in latest if z.sigmas is not None]
    if len(away) < len(latest):
        return True  # the baseline never varied, so any lasting difference is beyond it
    return side * sum(away) / RUN > BEYOND_ON_AVERAGE


def _beyond(point: Z, sigmas: int) -> bool:
    return point.sigmas is not None and abs(point.sigmas) > sigmas
