"""Intervals for a share, for the difference of two shares, and for a count against what was expected.

wilson    the score interval (E. B. Wilson, JASA 22, 1927)
newcombe  two Wilson intervals put together: method 10 of R. G. Newcombe, Statistics in Medicine 17, 1998; shares that
          are correlated as G. Y. Zou and A. Donner have it, Statistics in Medicine 27, 2008
poisson   the exact interval of a count (F. Garwood, Biometrika 28, 1936), divided by what was expected
"""

from math import exp, log, sqrt
from statistics import NormalDist
from typing import Final, NamedTuple

LEVEL: Final = 0.95


class Interval(NamedTuple):
    """Lower and upper edge, in the unit of the thing estimated."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high


def z_of(level: float = LEVEL) -> float:
    """How many standard errors an interval of this level reaches to each side: 1.96 for 95%."""
    return NormalDist().inv_cdf((1 + level) / 2)


def wilson(count: float, of: float, level: float = LEVEL) -> Interval:
    """The interval of a share, 0 to 1. Raises ValueError when there is nothing to share out."""
    if of <= 0 or not 0 <= count <= of:
        raise ValueError(f"no share: {count} of {of}")
    z = z_of(level)
    share, spread = count / of, z * sqrt(count * (of - count) / of + z * z / 4)
    middle, width = count + z * z / 2, of + z * z
    # A share of none or all is an edge itself: rounding must not put it a hair inside.
    return Interval(
        0.0 if share == 0 else (middle - spread) / width, 1.0 if share == 1 else (middle + spread) / width
    )


def newcombe(
    count: float, of: float, other: float, other_of: float, level: float = LEVEL, r: float = 0.0
) -> Interval:
    """The interval of count/of minus other/other_of, -1 to 1. r: the correlation of the two shares, 0 where they are apart."""
    here, there = count / of, other / other_of
    (low, high), (other_low, other_high) = wilson(count, of, level), wilson(other, other_of, level)

    def put_together(mine: float, theirs: float) -> float:
        return sqrt(max(0.0, mine**2 + theirs**2 - 2 * r * mine * theirs))

    return Interval(
        here - there - put_together(here - low, other_high - there),
        here - there + put_together(high - here, there - other_low),
    )


def poisson(count: float, expected: float, level: float = LEVEL) -> Interval:
    """The interval of count/expected; a count need not be whole. Raises ValueError when nothing was expected."""
    from scipy.special import chdtri  # a quarter of a second to load: only those who ask pay

    if expected <= 0:
        raise ValueError("nothing was expected")
    tail = (1 - level) / 2
    low = float(chdtri(2 * count, 1 - tail)) / 2 if count else 0.0
    return Interval(low / expected, float(chdtri(2 * count + 2, tail)) / 2 / expected)


def log_log(share: float, error: float, level: float = LEVEL) -> Interval:
    """The interval of an incidence between 0 and 1 from its standard error, kept inside by log(-log)."""
    if not 0 < share < 1:
        return Interval(share, share)
    width = z_of(level) * error / (share * abs(log(share)))
    return Interval(share ** exp(width), share ** exp(-width))
