"""Centre line and limits, fitted on the baseline only and carried forward unchanged.

p′ chart (D. B. Laney, "Improved control charts for attributes", Quality Engineering 14(4), 2002), for proportions:
    p̄ = Σx / Σn;  σᵢ = √(p̄(1 − p̄)/nᵢ);  zᵢ = (pᵢ − p̄)/σᵢ;  σz = mean|zᵢ − zᵢ₋₁| / 1.128
    limits at p̄ ± 3·σᵢ·σz
u′ chart (the same paper), for events against an exposure (referrals for each 10,000 children):
    ū = Σx / Σn;  σᵢ = √(ū/nᵢ);  the rest as above
XmR chart (Shewhart's individuals and moving range), for counts and ratios:
    x̄ = mean(x);  σ = mean|xᵢ − xᵢ₋₁| / 1.128;  limits at x̄ ± 3·σ (the familiar 2.66 times the mean moving range)
1.128 is d₂ for ranges of two.

A figure taken on a day (children waiting now) counts many of the same children as the month before, so neighbouring
months agree and moving ranges are far too small. Its sigma is the baseline's own standard deviation instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import fmean, stdev
from typing import Final

D2: Final = 1.128


@dataclass(frozen=True)
class Fit:
    """What the baseline teaches: its centre, and one sigma (for p′: a month's sigma is sigma_z × binomial sigma)."""

    centre: float
    sigma: float  # in the value's unit; for p and u: sigma_z, a multiplier without unit

    def sigma_p(self, denominator: float) -> float:
        """One sigma of a month with this many children, as a proportion."""
        return self.sigma * sqrt(self.centre * (1 - self.centre) / denominator)

    def sigma_u(self, exposure: float) -> float:
        """One sigma of a month with this exposure, as a rate."""
        return self.sigma * sqrt(self.centre / exposure)


def fit_p(counts: Sequence[tuple[float, float]], *, floor: float = 0.0) -> Fit:
    """p′ from (numerator, denominator) pairs in month order, denominators above zero; at least two pairs.

    floor: the least sigma_z believed. Verdicts use 1: children are hardly ever steadier than independent draws,
    and a lucky calm baseline would make limits too tight and false alarms common. Laney's own formula is floor=0.
    """
    centre = sum(x for x, _ in counts) / sum(n for _, n in counts)
    if centre in (0.0, 1.0):  # every child the same: the baseline shows no variation to measure
        return Fit(centre, 0.0)
    z = [(x / n - centre) / sqrt(centre * (1 - centre) / n) for x, n in counts]
    return Fit(centre, max(floor, _mean_moving_range(z) / D2))


def fit_u(counts: Sequence[tuple[float, float]], *, floor: float = 0.0) -> Fit:
    """u′ from (events, exposure) pairs in month order, exposures above zero; at least two pairs. floor as in fit_p."""
    centre = sum(x for x, _ in counts) / sum(n for _, n in counts)
    if centre == 0:
        return Fit(0.0, 0.0)
    z = [(x / n - centre) / sqrt(centre / n) for x, n in counts]
    return Fit(centre, max(floor, _mean_moving_range(z) / D2))


def fit_xmr(values: Sequence[float]) -> Fit:
    """XmR from at least two values in month order."""
    return Fit(fmean(values), _mean_moving_range(values) / D2)


def fit_snapshot(values: Sequence[float]) -> Fit:
    """Limits for figures taken on a day, from at least two values."""
    return Fit(fmean(values), stdev(values))


def _mean_moving_range(values: Sequence[float]) -> float:
    return fmean(abs(b - a) for a, b in pairwise(values))
