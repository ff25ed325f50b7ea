"""Are the teams alike? The funnel, the spread beyond chance, and whether it is closing.

Funnel and over-dispersion: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in
Medicine 24 (2005) and "Handling over-dispersion of performance indicators", Quality and Safety in Health Care 14 (2005):
    zᵢ = (yᵢ − θ)/sᵢ,  sᵢ = √(θ(1 − θ)/nᵢ), winsorised at a tenth;  φ = Σzᵢ²/I
    multiplicative: limits × √φ;  additive: τ² = (Iφ − (I − 1)) / (Σw − Σw²/Σw), w = 1/s², when Iφ > I − 1
Spread: the between-team standard deviation τ that makes the weighted squares add up to their expectation (R. C. Paule
and J. Mandel, J. Res. Natl. Bur. Stand. 87, 1982), its interval from the same sum's chi-squared edges (the Q-profile
of W. Viechtbauer, Statistics in Medicine 26, 2007). Shrunken estimates pull each team towards the middle by how little
its own figure can be trusted: B = τ²/(τ² + s²).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, Final

import numpy as np

from undrift.variation.intervals import Interval, z_of

Array = np.ndarray[Any, np.dtype[Any]]
FEWEST_TEAMS: Final = 4
FEWEST_CASES: Final = 10
WINSORISED: Final = 0.1
USUAL: Final = 0.95  # the two rings of a funnel
FAR: Final = 0.998


@dataclass(frozen=True)
class TeamCount:
    """A team's count of what it was asked for."""

    id: str
    name: str
    count: float
    of: float

    @property
    def share(self) -> float:
        return self.count / self.of


@dataclass(frozen=True)
class TeamPlaced:
    """A team on the funnel. z has the over-dispersion taken out; `shrunk` is what its true share most likely is."""

    team: TeamCount
    z: float
    shrunk: float
    shrunk_interval: Interval

    raw: float  # z against chance alone

    @property
    def is_beyond_chance_alone(self) -> bool:
        """Beyond the outer ring of the funnel as it stands before over-dispersion widens it."""
        return abs(self.raw) > z_of(FAR)

    @property
    def is_far(self) -> bool:
        """Beyond the outer ring: once in five hundred by chance, were teams as alike as the rest are."""
        return abs(self.z) > z_of(FAR)


@dataclass(frozen=True)
class Spread:
    """The between-team standard deviation, as a share (0.08 is eight percentage points), with its 95% interval."""

    deviation: float
    interval: Interval
    centre: float
    teams: int

    @property
    def is_beyond_chance(self) -> bool:
        return self.interval.low > 0


@dataclass(frozen=True)
class Funnel:
    """Teams around the authority's own share. `dispersion` is φ, 1 when teams differ as chance draws do."""

    centre: float
    dispersion: float
    between: float  # additive τ, as a share; 0 when teams differ no more than chance
    teams: tuple[TeamPlaced, ...]
    left_out: tuple[TeamCount, ...]

    def limits(self, of: float, level: float, *, adjusted: bool = True) -> Interval:
        """The funnel's ring at this many cases; adjusted for over-dispersion unless asked not to."""
        variance = self.centre * (1 - self.centre) / of + (self.between**2 if adjusted else 0.0)
        width = z_of(level) * sqrt(variance)
        return Interval(max(0.0, self.centre - width), min(1.0, self.centre + width))

    @property
    def multiplier(self) -> float:
        """The multiplicative adjustment of the limits: √φ, and never below 1."""
        return max(1.0, sqrt(self.dispersion))


def enough(teams: Sequence[TeamCount]) -> tuple[list[TeamCount], list[TeamCount]]:
    """Teams with cases enough to be compared, and those without."""
    able = [team for team in teams if team.of >= FEWEST_CASES]
    return able, [team for team in teams if team.of < FEWEST_CASES]


def funnel(given: Sequence[TeamCount]) -> Funnel | None:
    """The funnel of a share; None with too few teams, or when all cases came out the same."""
    teams, left_out = enough(given)
    if len(teams) < FEWEST_TEAMS:
        return None
    centre = sum(t.count for t in teams) / sum(t.of for t in teams)
    if centre in (0.0, 1.0):
        return None
    variance = np.array([centre * (1 - centre) / t.of for t in teams])
    shares = np.array([t.share for t in teams])
    raw = (shares - centre) / np.sqrt(variance)
    dispersion = float((np.clip(raw, *np.quantile(raw, [WINSORISED, 1 - WINSORISED])) ** 2).mean())
    between = _additive(dispersion, 1 / variance)
    found = spread(teams)
    assert found is not None
    placed = tuple(
        TeamPlaced(team, (share - centre) / sqrt(v + between**2), *_shrunk(share, v, found), float(z))
        for team, share, v, z in zip(teams, shares.tolist(), variance.tolist(), raw, strict=True)
    )
    return Funnel(centre, dispersion, between, placed, tuple(left_out))


def _additive(dispersion: float, weights: Array) -> float:
    count = len(weights)
    if count * dispersion <= count - 1:
        return 0.0
    excess = count * dispersion - (count - 1)
    return sqrt(excess / float(weights.sum() - (weights**2).sum() / weights.sum()))


def _shrunk(share: float, variance: float, found: Spread) -> tuple[float, Interval]:
    pull = found.deviation**2 / (found.deviation**2 + variance)
    middle = found.centre + pull * (share - found.centre)
    width = z_of() * sqrt(pull * variance)
    return middle, Interval(max(0.0, middle - width), min(1.0, middle + width))


def spread(given: Sequence[TeamCount]) -> Spread | None:
    """The spread between teams beyond chance; None with too few teams, or when all cases came out the same."""
    teams, _ = enough(given)
    if len(teams) < FEWEST_TEAMS:
        return None
    pooled = sum(t.count for t in teams) / sum(t.of for t in teams)
    if pooled in (0.0, 1.0):
        return None
    shares = np.array([t.share for t in teams])
    variance = np.array([_within(t, pooled) for t in teams])
    tau2, low, high = between(shares, variance)
    weights = 1 / (variance + tau2)
    return Spread(
        sqrt(tau2), Interval(sqrt(low), sqrt(high)), float((weights * shares).sum() / weights.sum()), len(teams)
    )  # fmt: skip


def _within(team: TeamCount, pooled: float) -> float:
    """A team's own chance variance, from its share drawn towards the pooled one by two cases' worth.

    Its own share, since a team at 50% varies more than one at 90%; drawn in, since none or all of a few cases would
    otherwise have no variance at all.
    """
    share = (team.count + 2 * pooled) / (team.of + 2)
    return share * (1 - share) / team.of


def between(estimates: Array, variances: Array, level: float = 0.95) -> tuple[float, float, float]:
    """τ² by Paule and Mandel, and the lower and upper edge of its Q-profile interval."""
    from scipy.special import chdtri

    freedom, tail = len(estimates) - 1, (1 - level) / 2
    edges = (float(freedom), float(chdtri(freedom, tail)), float(chdtri(freedom, 1 - tail)))
    middle, low, high = (
        float(_solve(estimates[None, :], variances[None, :], np.array([edge]))[0]) for edge in edges
    )
    return middle, low, high


def _weighted_squares(estimates: Array, variances: Array, tau2: Array) -> Array:
    """Q for each row of estimates at its tau2."""
    weights = 1 / (variances + tau2[:, None])
    centre = (weights * estimates).sum(1) / weights.sum(1)
    return np.asarray((weights * (estimates - centre[:, None]) ** 2).sum(1))


def _solve(estimates: Array, variances: Array, target: Array) -> Array:
    """For each row the tau2 at which Q is its target; 0 where Q is below it already. Q only falls as tau2 grows."""
    low = np.zeros(len(estimates))
    high = np.full(len(estimates), float(np.ptp(estimates) ** 2 + variances.max() + 1e-12))
    while (above := _weighted_squares(estimates, variances, high) > target).any():
        high = np.where(above, 4 * high, high)
    for _ in range(60):
        middle = (low + high) / 2
        above = _weighted_squares(estimates, variances, middle) > target
        low, high = np.where(above, middle, low), np.where(above, high, middle)
    started_below = _weighted_squares(estimates, variances, np.zeros(len(estimates))) <= target
    return np.where(started_below, 0.0, (low + high) / 2)


@dataclass(frozen=True)
class Closing:
    """Is consistency improving: the spread of an earlier and a later year, and how rarely chance parts them so far."""

    earlier: Spread
    later: Spread
    p: float

    @property
    def is_beyond_chance(self) -> bool:
        return self.p < 0.05


def closing(
    before: Sequence[TeamCount], after: Sequence[TeamCount], draws: int = 2000, seed: int = 20260930
) -> Closing | None:
    """Compare two years' spreads against years in which the true spread did not move; None when either cannot be had.

    What is compared is the ratio of the two years' weighted squares at one common τ; p is the share of draws with that
    τ in both years (a parametric bootstrap) whose ratio is at least as far from 1. Teams that differ the same way in
    both years make this cautious, never bold.
    """
    earlier, later = spread(before), spread(after)
    if earlier is None or later is None:
        return None
    variances = [_variances(before), _variances(after)]
    estimates = [_shares(before), _shares(after)]
    common = _common(estimates, variances)
    rng = np.random.default_rng(seed)
    seen = _apart([e[None, :] for e in estimates], variances, common)[0]
    drawn = [rng.normal(0.0, np.sqrt(v + common), size=(draws, len(v))) for v in variances]
    apart = _apart(drawn, variances, common)
    return Closing(earlier, later, float((1 + (apart >= seen - 1e-12).sum()) / (draws + 1)))


def _apart(estimates: Sequence[Array], variances: Sequence[Array], tau2: float) -> Array:
    """How far the two years' mean weighted squares are from each other, as |log ratio|, a row a draw."""
    one, two = (
        _weighted_squares(e, v[None, :], np.full(len(e), tau2)) / (len(v) - 1)
        for e, v in zip(estimates, variances, strict=True)
    )
    return np.abs(np.log((two + 1e-12) / (one + 1e-12)))


def _shares(given: Sequence[TeamCount]) -> Array:
    return np.array([t.share for t in enough(given)[0]])


def _variances(given: Sequence[TeamCount]) -> Array:
    teams, _ = enough(given)
    pooled = sum(t.count for t in teams) / sum(t.of for t in teams)
    return np.array([_within(t, pooled) for t in teams])


def _common(estimates: Sequence[Array], variances: Sequence[Array]) -> float:
    """One τ² for both years: where their weighted squares together reach their expectation."""
    freedom = sum(len(e) - 1 for e in estimates)

    def squares(tau2: float) -> float:
        return sum(
            float(_weighted_squares(e[None, :], v[None, :], np.array([tau2]))[0])
            for e, v in zip(estimates, variances, strict=True)
        )

    return _falling_root(squares, freedom)


def _falling_root(of: Callable[[float], float], target: float) -> float:
    if of(0.0) <= target:
        return 0.0
    low, high = 0.0, 1e-6
    while of(high) > target:
        high *= 4
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if of(middle) > target else (low, middle)
    return (low + high) / 2
