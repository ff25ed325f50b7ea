"""How many came back, when some have not been watched for long and some could no longer come back.

Cumulative incidence with competing events (the Aalen-Johansen estimate), from statsmodels; a child turned 18 or died
can no longer come back and is neither counted as back nor as still safe. Expectation is indirect standardisation in
person-time: each stratum's cumulative hazard (Nelson-Aalen) over the time a decision was in fact watched, added up
over the decisions: N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (1987), chapter 2.
Nothing here says anything about one child: strata are stated groups, and only sums are told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
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


def cumulative_incidence(days: Sequence[int], status: Sequence[int], at: Sequence[int]) -> list[Step]:
    """The incidence of coming back by each day of `at`.

    days: from the decision to the first of coming back, the competing event, or the end of watching; at least 1.
    status: CAME_BACK, COMPETING or CENSORED, one a decision.
    """
    time, seen = np.asarray(days, dtype=float), np.asarray(status)
    watched = [int((time >= day).sum()) for day in at]
    if not (seen == CAME_BACK).any():
        # With no event the estimate is 0, and only a bound could be told: no interval.
        return [Step(day, 0.0 if left else None, None, left) for day, left in zip(at, watched, strict=True)]
    from statsmodels.duration.survfunc import (
        CumIncidenceRight,
    )  # slow to load: the pipeline's, never a page's

    with np.errstate(divide="ignore", invalid="ignore"):  # once nobody is left, no error can be worked out
        found = CumIncidenceRight(time, seen)
    shares, errors = np.asarray(found.cinc[0]), np.asarray(found.cinc_se[0])
    steps = []
    for day, left in zip(at, watched, strict=True):
        place = int(np.searchsorted(found.times, day, side="right")) - 1
        if left == 0 and (seen == CENSORED).any():
            steps.append(Step(day, None, None, 0))
        elif place < 0:
            steps.append(Step(day, 0.0, None, left))
        else:
            share, error = float(shares[place]), float(errors[place])
            steps.append(
                Step(day, share, log_log(share, error) if share and np.isfinite(error) else None, left)
            )
    return steps


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
    """How many came back against how many would have at the standard's rates; ratio 1 is as expected."""

    observed: int
    expected: float

    @property
    def ratio(self) -> float | None:
        return self.observed / self.expected if self.expected > 0 else None

    @property
    def interval(self) -> Interval | None:
        return poisson(self.observed, self.expected) if self.expected > 0 else None


def against_expected(
    days: Sequence[int], status: Sequence[int], strata: Sequence[int], standard: Array
) -> Against:
    """Observed and expected returns within the standard's reach.

    standard: cumulative hazards, one row a stratum and one column a day; strata: the row of each decision.
    """
    reach = standard.shape[1] - 1
    time, seen = np.asarray(days, dtype=int), np.asarray(status)
    observed = int(((seen == CAME_BACK) & (time <= reach)).sum())
    expected = float(standard[np.asarray(strata, dtype=int), np.minimum(time, reach)].sum())
    return Against(observed, expected)


def same_waits(days: Sequence[int], ended: Sequence[bool], groups: Sequence[str]) -> float:
    """The log-rank test's p: how often chance alone would part groups that wait alike as far as these."""
    from statsmodels.duration.survfunc import survdiff

    return float(survdiff(np.asarray(days, dtype=float), np.asarray(ended, dtype=int), np.asarray(groups))[1])
