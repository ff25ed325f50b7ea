"""NHS *Making Data Count*, "plot the dots": is there special cause variation now, and will the target be met?

The rules (NHS England, Making Data Count: Strengthening your decisions, and its SPC tools; the numbers as the
NHS-R Community's implementation of them has them):
    a point beyond the process limits
    seven or more points in a row on one side of the mean
    seven or more points in a row all rising, or all falling
    two of three points in a row in the outer third towards one limit, all three on that side of the mean
The variation icon is about the latest point: special cause (improving or concerning) when a rule holds it, common cause
otherwise. The assurance icon compares the target with the limits: beyond them on the good side the process will
consistently hit it, on the bad side consistently miss it, and between them it will hit and miss by chance.

One difference, on purpose: the mean and limits here are those of the baseline and stay there until a recorded
decision moves them, so that a lasting change stays visible as special cause.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from undrift.variation.verdict import Chart

VariationIcon = Literal["improving", "concerning", "higher", "lower", "common", "too_few"]
AssuranceIcon = Literal["hit", "miss", "hit_and_miss", "no_target", "too_few"]
SHIFT: Final = 7
TREND: Final = 7
POINTS_NEEDED: Final = 12
OUTSIDE: Final = "a point beyond the limits"
ON_ONE_SIDE: Final = "seven points in a row on one side of the average"
ONE_WAY: Final = "seven points in a row all going one way"
NEAR_LIMIT: Final = "two of three points near a limit"
VARIATION_WORDS: Final[dict[VariationIcon, str]] = {
    "improving": "Special cause: improving",
    "concerning": "Special cause: concerning",
    "higher": "Special cause: higher, neither better nor worse in itself",
    "lower": "Special cause: lower, neither better nor worse in itself",
    "common": "Common cause: no significant change",
    "too_few": "Too few points to say",
}
ASSURANCE_WORDS: Final[dict[AssuranceIcon, str]] = {
    "hit": "Will consistently hit the target",
    "miss": "Will consistently miss the target",
    "hit_and_miss": "Hit and miss: the target lies within ordinary variation",
    "no_target": "No target has been set",
    "too_few": "Too few points to say",
}


@dataclass(frozen=True)
class Dots:
    """The two icons, the rules that hold the latest point, and for every point the rules that hold it."""

    variation: VariationIcon
    assurance: AssuranceIcon
    rules: tuple[str, ...]
    held: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> str:
        return VARIATION_WORDS[self.variation] + (f" ({'; '.join(self.rules)})" if self.rules else "")


def special_causes(
    values: Sequence[float], mean: Sequence[float], lower: Sequence[float], upper: Sequence[float]
) -> list[tuple[str, ...]]:
    """For every point the rules that hold it, in the order above. All sequences have one length."""
    count = len(values)
    side = [_sign(v - m) for v, m in zip(values, mean, strict=True)]
    third = [
        0 if u == lo else _sign(v - m) * (abs(v - m) > abs((u if v > m else lo) - m) * 2 / 3)
        for v, m, lo, u in zip(values, mean, lower, upper, strict=True)
    ]
    found: list[set[str]] = [set() for _ in values]
    for i, value in enumerate(values):
        if lower[i] != upper[i] and (value > upper[i] or value < lower[i]):
            found[i].add(OUTSIDE)
    for start in range(count - SHIFT + 1):
        window = range(start, start + SHIFT)
        if side[start] and all(side[i] == side[start] for i in window):
            _hold(found, window, ON_ONE_SIDE)
    for start in range(count - TREND + 1):
        steps = {_sign(values[i + 1] - values[i]) for i in range(start, start + TREND - 1)}
        if steps in ({1}, {-1}):
            _hold(found, range(start, start + TREND), ONE_WAY)
    for start in range(count - 2):
        window = range(start, start + 3)
        near = [i for i in window if third[i]]
        if len(near) >= 2 and side[start] and all(side[i] == side[start] for i in window):
            _hold(found, near, NEAR_LIMIT)
    order = (OUTSIDE, ON_ONE_SIDE, ONE_WAY, NEAR_LIMIT)
    return [tuple(rule for rule in order if rule in held) for held in found]


def read(chart: Chart, *, better: str, target: float | None = None) -> Dots:
    """The icons of a chart as drawn. better: "higher", "lower" or "neither". target: in the chart's unit."""
    usable = [
        i
        for i, value in enumerate(chart.values)
        if value is not None and chart.centre[i] is not None and chart.lower[i] is not None
    ]
    held: list[tuple[str, ...]] = [()] * len(chart.values)
    if len(usable) < POINTS_NEEDED:
        return Dots("too_few", "no_target" if target is None else "too_few", (), tuple(held))
    values, mean = [_at(chart.values, i) for i in usable], [_at(chart.centre, i) for i in usable]
    lower, upper = [_at(chart.lower, i) for i in usable], [_at(chart.upper, i) for i in usable]
    if chart.snapshot:
        # Neighbouring months agree because they count the same children: runs and trends come by themselves, so the
        # cautious rule of the verdict stands in for them.
        rules: list[tuple[str, ...]] = [(s,) if (s := chart.signal[i]) else () for i in usable]
    else:
        rules = special_causes(values, mean, lower, upper)
    for i, rule in zip(usable, rules, strict=True):
        held[i] = rule
    return Dots(
        _variation(rules[-1], values, mean[-1], better),
        _assurance(target, lower[-1], upper[-1], better),
        rules[-1],
        tuple(held),
    )


def _variation(rules: tuple[str, ...], values: Sequence[float], mean: float, better: str) -> VariationIcon:
    if not rules:
        return "common"
    # A trend can hold a point on the other side of the mean from where it is going.
    way = _sign(values[-1] - values[-2]) if rules == (ONE_WAY,) else _sign(values[-1] - mean)
    if better == "neither":
        return "higher" if way > 0 else "lower"
    return "improving" if (way > 0) == (better == "higher") else "concerning"


def _assurance(target: float | None, lower: float, upper: float, better: str) -> AssuranceIcon:
    if target is None or better == "neither":
        return "no_target"
    if lower <= target <= upper:
        return "hit_and_miss"
    return "hit" if (target < lower) == (better == "higher") else "miss"


def _at(values: Sequence[float | None], i: int) -> float:
    found = values[i]
    assert found is not None
    return found


def _hold(found: list[set[str]], which: Sequence[int] | range, rule: str) -> None:
    for i in which:
        found[i].add(rule)


def _sign(number: float) -> int:
    return (number > 1e-12) - (number < -1e-12)
