"""How many came back, when some have not been watched for long and some could no longer come back.

Cumulative incidence with competing events (the Aalen-Johansen estimate), from statsmodels; a child turned 18 or died
can no longer come back and is neither counted as back nor as still safe. Brothers and sisters mostly come back
together, so what one of them does is no independent evidence: errors are worked out from families, by adding up the
influence of each decision on the estimate within its family. Expectation is indirect standardisation in
person-time: each stratum's cumulative hazard (Nelson-Aalen) over the time a decision was in fact watched, added up
over the decisions: N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (1987), chapter 2.
Nothing here says anything about one child: strata are stated groups, and only sums are told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np

from undrift.variation.intervals import Interval, log_log, poisson

CENSORED, CAME_BACK, COMPETING = 0, 1, 2
Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class Step:
    """The share come back by a day, with its 95% interval and how many were still watched; None when nobody was."""

    day: int
    share: float | None
    interval: Interval | None
    watched: int


def cumulative_incidence(
    days: Sequence[int], status: Sequence[int], at: Sequence[int], families: Sequence[object] | None = None
) -> list[Step]:
    """The incidence of coming back by each day of `at`.

    days: from the decision to the first of coming back, the competing event, or the end of watching; at least 1.
    status: CAME_BACK, COMPETING or CENSORED, one a decision. families: whose it was, one a decision; none given, each
    decision is a family of its own.
    """
    time, seen = np.asarray(days, dtype=float), np.asarray(status)
    watched = [int((time >= day).sum()) for day in at]
    if not (seen == CAME_BACK).any():
        # With no event the estimate is 0, and only a bound could be told: no interval.
        return [Step(day, 0.0 if left else None, None, left) for day, left in zip(at, watched, strict=True)]
    from statsmodels.duration.survfunc import (
        CumIncidenceRight,
    )  # slow to load: the pipeline's, never a page's

    with np.errstate(divide="ignore", invalid="ignore"):  # its own errors, which are not used
        found = CumIncidenceRight(time, seen)
    shares = np.asarray(found.cinc[0])
    errors = _errors(time, seen, at, np.arange(len(time)) if families is None else families)
    steps = []
    for day, left, error in zip(at, watched, errors, strict=True):
        place = int(np.searchsorted(found.times, day, side="right")) - 1
        if left == 0 and (seen == CENSORED).any():
            steps.append(Step(day, None, None, 0))
        elif place < 0:
            steps.append(Step(day, 0.0, None, left))
        else:
            share = float(shares[place])
            steps.append(Step(day, share, log_log(share, error) if share and error else None, left))
    return steps


def _errors(time: Array, seen: Array, at: Sequence[float], families: Sequence[object] | Array) -> list[float]:
    """The standard error of the incidence by each day of `at`: influences added up within families, then squared.

    With M the martingale of coming back, N that of leaving for any reason, Y how many are watched, S the share still
    watched just before u and F the incidence, one decision moves F(t) by
        Σ S dM/Y  −  Σ (F(t) − F(u)) dN/(Y − d),  over u ≤ t
    (the derivative of the estimate). G families: multiplied by G/(G − 1).
    """
    u, place = np.unique(time, return_inverse=True)
    count = len(u)
    back = np.bincount(place[seen == CAME_BACK], minlength=count)
    gone = np.bincount(place[seen != CENSORED], minlength=count)
    watched = len(time) - np.concatenate(([0], np.cumsum(np.bincount(place, minlength=count))[:-1]))
    left = np.cumprod(1 - gone / watched)
    before = np.concatenate(([1.0], left[:-1]))
    incidence = np.cumsum(before * back / watched)
    per_gone = np.divide(1.0, watched - gone, out=np.zeros(count), where=watched > gone)
    lived_back = np.cumsum(before * back / watched**2)
    lived_gone = np.cumsum(gone / watched * per_gone)
    lived_gone_f = np.cumsum(incidence * gone / watched * per_gone)
    whose = np.unique(np.asarray(families), return_inverse=True)[1]
    many = int(whose.max()) + 1
    errors = []
    for day in at:
        last = int(np.searchsorted(u, day, side="right")) - 1
        if last < 0:
            errors.append(0.0)
            continue
        until, now = np.minimum(place, last), incidence[last]
        moved = (seen == CAME_BACK) * (place <= last) * before[until] / watched[until] - lived_back[until]
        moved -= (seen != CENSORED) * (place <= last) * (now - incidence[until]) * per_gone[until]
        moved += now * lived_gone[until] - lived_gone_f[until]
        squared = float((np.bincount(whose, weights=moved, minlength=many) ** 2).sum())
        errors.append(sqrt(squared * many / (many - 1)) if many > 1 else 0.0)
    return errors


def hazards(days: Sequence[int], status: Sequence[int], until: int) -> Array:
    """Nelson-Aalen: the cumulative hazard of coming back by each day from 0 to `until` (length until + 1)."""
    time = np.minimum(np.asarray(days, dtype=int), until + 1)
    back = np.bincount(time[np.asarray(status) == CAME_BACK], minlength=until + 2)[: until + 1]
    at_risk = (
        len(time) - np.concatenate(([0], np.cumsum(np.bincount(time, minlength=until + 2))))[: until + 1]
    )
    return np.cumsum(np.divide(back, at_risk, out=np.zeros(until + 1), where=at_risk > 0))


@dataclass(frozen=True)
class Against:
    """How many came back against how many would have at the standard's rates; ratio 1 is as expected.

    dispersion: how many times more the count varies than children coming back one by one would make it; 1 or more.
    """

    observed: int
    expected: float
    dispersion: float = 1.0

    @property
    def ratio(self) -> float | None:
        return self.observed / self.expected if self.expected > 0 else None

    @property
    def interval(self) -> Interval | None:
        if self.expected <= 0:
            return None
        return poisson(self.observed / self.dispersion, self.expected / self.dispersion)


def against_expected(
    days: Sequence[int],
    status: Sequence[int],
    strata: Sequence[int],
    standard: Array,
    families: Sequence[object] | None = None,
) -> Against:
    """Observed and expected returns within the standard's reach.

    standard: cumulative hazards, one row a stratum and one column a day; strata: the row of each decision. families:
    whose it was; the interval then allows for brothers and sisters who come back together.
    """
    reach = standard.shape[1] - 1
    time, seen = np.asarray(days, dtype=int), np.asarray(status)
    back = (seen == CAME_BACK) & (time <= reach)
    due = standard[np.asarray(strata, dtype=int), np.minimum(time, reach)]
    observed, expected = int(back.sum()), float(due.sum())
    if families is None or not observed or not expected:
        return Against(observed, expected)
    whose = np.unique(np.asarray(families), return_inverse=True)[1]
    apart = np.bincount(whose, weights=back - observed / expected * due)
    return Against(observed, expected, max(1.0, float((apart**2).sum()) / observed))


def waits_dispersion(
    days: Sequence[float], ended: Sequence[bool], families: Sequence[object], at: float
) -> float:
    """How many times more the share still waiting at a day varies, by families, than children one by one would make it."""
    time, seen = np.asarray(days, dtype=float), np.where(np.asarray(ended), CAME_BACK, CENSORED)
    (whole,), (alone,) = (_errors(time, seen, [at], of) for of in (families, np.arange(len(time))))
    return max(1.0, (whole / alone) ** 2) if alone else 1.0


def same_waits(
    days: Sequence[float], ended: Sequence[bool], groups: Sequence[str], families: Sequence[object]
) -> float:
    """The log-rank test's p by families: how often chance alone would part groups that wait alike as far as these.

    The score of each group, Σ (Z − Ȳ_g/Y) dM over its children, has as variance the squares of its sums within families
    (the robust score test of D. Y. Lin and L. J. Wei, JASA 84, 1989; E. W. Lee, L. J. Wei and D. A. Amato, 1992).
    """
    from scipy.special import chdtrc

    time, seen = np.asarray(days, dtype=float), np.asarray(ended, dtype=bool)
    names, group = np.unique(np.asarray(groups, dtype=str), return_inverse=True)
    u, place = np.unique(time, return_inverse=True)
    z = np.eye(len(names))[group][:, 1:]  # the first group follows from the others
    at_risk = np.stack([np.bincount(place, weights=column, minlength=len(u)) for column in z.T], axis=1)
    watched = np.bincount(place, minlength=len(u))[::-1].cumsum()[::-1]
    mean = at_risk[::-1].cumsum(0)[::-1] / watched[:, None]
    hazard = np.bincount(place[seen], minlength=len(u)) / watched
    moved = seen[:, None] * (z - mean[place])
    moved -= z * np.cumsum(hazard)[place][:, None] - np.cumsum(mean * hazard[:, None], axis=0)[place]
    whose = np.unique(np.asarray([str(f) for f in families]), return_inverse=True)[1]
    summed = np.stack([np.bincount(whose, weights=column) for column in moved.T], axis=1)
    many = len(summed)
    if many < 2:
        return 1.0
    score, variance = summed.sum(0), summed.T @ summed * many / (many - 1)
    return float(chdtrc(len(names) - 1, score @ np.linalg.pinv(variance) @ score))
