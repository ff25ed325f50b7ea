"""Spread between teams: covers the planted truth at its stated rate; funnels flag what was planted and little else."""

import random
from math import sqrt

import numpy as np
import pytest

from undrift.synthetic.apart import SPREAD
from undrift.variation.teams import TeamCount, closing, funnel, spread


def made(
    rng: random.Random, deviation: float, centre: float = 0.75, teams: int = 9, cases: int = 120
) -> list[TeamCount]:
    found = []
    for i in range(teams):
        share = min(max(rng.gauss(centre, deviation), 0.02), 0.98)
        n = rng.randint(cases // 2, cases * 3 // 2)
        found.append(TeamCount(f"T{i}", f"Team {i}", sum(rng.random() < share for _ in range(n)), n))
    return found


@pytest.mark.parametrize(
    ("deviation", "centre", "teams", "cases"),
    [(0.0, 0.75, 9, 120), (0.05, 0.75, 9, 120), (0.10, 0.75, 9, 120), (SPREAD.deviation, 0.9, 6, 460)],
)
def test_the_interval_covers_the_planted_spread_at_its_stated_rate(
    deviation: float, centre: float, teams: int, cases: int
) -> None:
    """95% stated, in 400 draws: within three standard errors, 3.3 points, to either side. At no spread the lower edge must
    be 0: one side only can miss, so 97.5% is the rate. The last is as the invented authority's own teams were planted."""
    rng = random.Random(20260930)
    runs = 400
    covered = 0
    for _ in range(runs):
        found = spread(made(rng, deviation, centre, teams, cases))
        assert found is not None
        covered += found.interval.low <= deviation <= found.interval.high
    stated = 0.975 if deviation == 0 else 0.95
    assert abs(covered / runs - stated) < 3 * sqrt(stated * (1 - stated) / runs), covered / runs


def test_the_estimate_is_near_the_planted_spread() -> None:
    rng = random.Random(1)
    found = [spread(made(rng, 0.10)) for _ in range(300)]
    assert np.mean([s.deviation for s in found if s]) == pytest.approx(0.10, abs=0.01)


def test_alike_teams_show_spread_beyond_chance_one_time_in_forty() -> None:
    rng = random.Random(2)
    beyond = sum(bool((s := spread(made(rng, 0.0))) and s.is_beyond_chance) for _ in range(400))
    assert beyond <= 0.05 * 400, beyond


def test_too_few_teams_or_no_variety_give_no_answer() -> None:
    teams = [TeamCount(str(i), str(i), 50, 100) for i in range(3)]
    assert spread(teams) is None and funnel(teams) is None
    small = [*teams, TeamCount("s", "s", 4, 9)]
    assert spread(small) is None
    assert spread([TeamCount(str(i), str(i), 100, 100) for i in range(6)]) is None


def test_funnel_worked_by_hand() -> None:
    """Five teams of 100 at 40, 45, 50, 55, 60: centre 0.5, s = 0.05, z = −2, −1, 0, 1, 2. A tenth winsorised (type 7
    quantiles) is ±1.6: φ = (2×1.6² + 2)/5 = 1.424. Additive: w = 400, τ² = (5×1.424 − 4)/(2000 − 5×400²/2000) = 0.00195.
    """
    teams = [TeamCount(str(x), str(x), x, 100) for x in (40, 45, 50, 55, 60)]
    found = funnel(teams)
    assert found is not None
    assert found.dispersion == pytest.approx(1.424)
    assert found.between**2 == pytest.approx(0.00195)
    assert found.multiplier == pytest.approx(1.424**0.5)
    assert found.teams[0].z == pytest.approx(-0.1 / (0.0025 + 0.00195) ** 0.5)
    plain = found.limits(100, 0.95, adjusted=False)
    assert (plain.low, plain.high) == (pytest.approx(0.402, abs=5e-5), pytest.approx(0.598, abs=5e-5))
    assert found.limits(100, 0.95).low < plain.low


def test_one_team_far_from_alike_ones_is_flagged_and_the_rest_are_not() -> None:
    rng = random.Random(4)
    flagged_right = flagged_wrong = 0
    for _ in range(200):
        teams = made(rng, 0.0, cases=200)
        teams[0] = TeamCount("bad", "bad", round(0.45 * 200), 200)
        found = funnel(teams)
        assert found is not None
        flagged_right += next(t for t in found.teams if t.team.id == "bad").is_far
        flagged_wrong += sum(t.is_far for t in found.teams if t.team.id != "bad")
    assert flagged_right >= 150, flagged_right
    assert flagged_wrong <= 0.01 * 200 * 8, flagged_wrong


def test_shrinking_pulls_small_teams_more() -> None:
    teams = [
        TeamCount("small", "", 4, 10),
        *(TeamCount(str(i), "", x, 200) for i, x in enumerate((80, 120, 140, 180))),
    ]
    found = funnel(teams)
    assert found is not None
    small, big = found.teams[0], found.teams[1]
    assert small.team.share == big.team.share == 0.4
    assert big.shrunk < small.shrunk < found.centre
    assert small.shrunk_interval.low < small.shrunk < small.shrunk_interval.high


def test_shrunken_intervals_cover_the_truth_better_than_19_in_20_times_of_teams() -> None:
    rng = np.random.default_rng(9)
    covered = total = 0
    for _ in range(150):
        truth = np.clip(rng.normal(0.7, 0.1, size=9), 0.05, 0.95)
        cases = rng.integers(40, 160, size=9)
        counts = rng.binomial(cases, truth)
        found = funnel(
            [
                TeamCount(str(i), "", int(c), int(n))
                for i, (c, n) in enumerate(zip(counts, cases, strict=True))
            ]
        )
        assert found is not None
        covered += sum(p.shrunk_interval.holds(t) for p, t in zip(found.teams, truth, strict=True))
        total += 9
    # The estimated spread is taken as known, so a little under the stated 95%.
    assert covered / total > 0.91, covered / total


def test_a_closing_spread_is_seen_and_a_steady_one_seldom() -> None:
    """Steady: at most one in twenty, three standard errors of 200 draws being 4.6 points. Planted: 12 points to none."""
    rng = random.Random(6)
    steady = sum(
        bool((c := closing(made(rng, 0.06), made(rng, 0.06), draws=300)) and c.is_beyond_chance)
        for _ in range(200)
    )
    assert steady <= 0.096 * 200, steady
    closed = sum(
        bool((c := closing(made(rng, 0.12), made(rng, 0.0), draws=300)) and c.is_beyond_chance)
        for _ in range(100)
    )
    assert closed >= 70, closed


def test_a_little_more_than_chance_is_already_over_dispersion() -> None:
    """At 42, 46, 50, 54, 58 of 100: z = ±1.6, ±0.8, 0, winsorised at ±1.28: Iφ = 4.5568, more than I − 1 = 4 by 0.5568, so
    τ² = 0.5568/1600. At 43, 46, 50, 54, 57 it is 3.9712, and no more than chance."""
    some = funnel([TeamCount(str(x), "", x, 100) for x in (42, 46, 50, 54, 58)])
    none = funnel([TeamCount(str(x), "", x, 100) for x in (43, 46, 50, 54, 57)])
    assert some is not None and some.between**2 == pytest.approx(0.5568 / 1600)
    assert none is not None and none.between == 0
