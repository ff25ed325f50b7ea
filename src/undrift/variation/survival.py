"""How long until something happens, when some are still waiting: the Kaplan-Meier estimate and its interval.

At each time t at which d of the n still waiting see the event, the share still waiting is multiplied by (1 - d/n).
Greenwood's formula gives the variance of log S: the sum of d / (n (n - d)). The interval is worked out on the
log(-log S) scale, which keeps it between 0 and 1; a quantile's interval is where the interval's edges cross it
(Brookmeyer and Crowley). Sources: Kaplan and Meier 1958; Greenwood 1926; Kalbfleisch and Prentice 1980.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist
from typing import NamedTuple


class Wait(NamedTuple):
    """How long somebody waited, in any unit, and whether the event came (False: still waiting when last seen)."""

    time: float
    ended: bool


@dataclass(frozen=True)
class Step:
    """The estimate from `time` on. `low` and `high` are None when nobody is left waiting: no interval exists."""

    time: float
    at_risk: int
    events: int
    share: float
    error: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Quantile:
    """The time by which a share of those waiting has seen the event; None where too few have to say."""

    share: float
    time: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Survival:
    """The share still waiting, step by step, from `waits` (kept, so that it can be asked again from a later start)."""

    waits: tuple[Wait, ...]
    level: float
    steps: tuple[Step, ...]

    @property
    def events(self) -> int:
        return sum(wait.ended for wait in self.waits)

    @property
    def censored(self) -> int:
        return len(self.waits) - self.events

    def at(self, time: float) -> Step:
        """The estimate at `time`: everybody, before the first event."""
        passed = [step for step in self.steps if step.time <= time]
        return passed[-1] if passed else Step(0.0, len(self.waits), 0, 1.0, 0.0, 1.0, 1.0)

    def quantile(self, share: float) -> Quantile:
        """When `share` (0 to 1) of those waiting have seen the event, with the interval of that time."""
        left = 1 - share + 1e-12
        return Quantile(
            share,
            time=next((step.time for step in self.steps if step.share <= left), None),
            low=next((step.time for step in self.steps if step.low is not None and step.low <= left), None),
            high=next(
                (step.time for step in self.steps if step.high is not None and step.high <= left), None
            ),
        )

    def after(self, time: float) -> "Survival":
        """The same question among those who waited longer than `time`; times are still counted from the start."""
        return kaplan_meier((wait for wait in self.waits if wait.time > time), self.level)


def kaplan_meier(waits: Iterable[Wait], level: float = 0.95, dispersion: float = 1.0) -> Survival:
    """The estimate from waits in any order; dispersion: how many times more it varies than waits one by one would make it.

    A wait seen last at the time of an event counts as at risk then.

    Raises ValueError on a negative time or a level outside (0, 1).
    """
    held = tuple(sorted(waits))
    if any(wait.time < 0 for wait in held):
        raise ValueError("a wait cannot be negative")
    if not 0 < level < 1:
        raise ValueError("the level of an interval lies between 0 and 1")
    z = NormalDist().inv_cdf((1 + level) / 2)
    ended = Counter(wait.time for wait in held if wait.ended)
    share, greenwood = 1.0, 0.0
    steps = []
    for time in sorted(ended):
        at_risk = len(held) - bisect_left(held, (time,))
        events = ended[time]
        if at_risk == events:
            steps.append(Step(time, at_risk, events, 0.0, 0.0, None, None))
            break
        share *= 1 - events / at_risk
        greenwood += events / (at_risk * (at_risk - events))
        width = z * sqrt(dispersion * greenwood) / abs(log(share))
        steps.append(
            Step(
                time, at_risk, events, share, share * sqrt(dispersion * greenwood),
                low=share ** exp(width), high=share ** exp(-width),
            )
        )  # fmt: skip
    return Survival(held, level, tuple(steps))
