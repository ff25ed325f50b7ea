"""Making Data Count: each rule on its pattern and not on one point less; icons; how often chance shows one."""

import random
from datetime import date
from itertools import pairwise
from math import factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undrift.dates import add_months
from undrift.variation import Chart, alarms
from undrift.variation.dots import (
    NEAR_LIMIT,
    ON_ONE_SIDE,
    ONE_WAY,
    OUTSIDE,
    read,
    special_causes,
)

FIRST = date(2024, 1, 1)


def held(*sigmas: float) -> list[tuple[str, ...]]:
    count = len(sigmas)
    return special_causes(sigmas, [0.0] * count, [-3.0] * count, [3.0] * count)


def chart(*sigmas: float | None) -> Chart:
    count = len(sigmas)
    return Chart(
        [add_months(FIRST, i) for i in range(count)], list(sigmas), [0.0] * count, [-3.0] * count, [3.0] * count,
        [None] * count, [None] * count, FIRST, FIRST, "",
    )  # fmt: skip


QUIET = (0.4, -0.3, 0.2, -0.5, 0.3, -0.2, 0.4, -0.4, 0.3, -0.3, 0.2, -0.2)


def test_a_point_beyond_a_limit() -> None:
    assert held(0.1, 3.1, -0.1) == [(), (OUTSIDE,), ()]
    assert held(0.1, 3.0, -0.1) == [(), (), ()]


def test_seven_on_one_side_and_not_six() -> None:
    assert held(-0.1, 0.5, 0.4, 0.6, 0.5, 0.7, 0.4, 0.5)[1:] == [(ON_ONE_SIDE,)] * 7
    assert held(-0.1, 0.5, 0.4, 0.6, 0.5, 0.7, 0.4, -0.5) == [()] * 8
    assert held(0.5, 0.4, 0.6, 0.0, 0.7, 0.4, 0.5, 0.4) == [()] * 8  # on the mean is on neither side


def test_seven_going_one_way_and_not_six() -> None:
    assert held(-0.9, -0.6, -0.3, 0.1, 0.4, 0.7, 1.0) == [(ONE_WAY,)] * 7
    assert held(-0.6, -0.3, 0.1, 0.4, 0.7, 1.0, 0.9) == [()] * 7
    assert held(-0.9, -0.6, -0.3, -0.3, 0.4, 0.7, 1.0) == [()] * 7  # a tie is not a rise


def test_two_of_three_in_the_outer_third_on_the_same_side_of_the_mean() -> None:
    assert held(2.1, 0.2, 2.2) == [(NEAR_LIMIT,), (), (NEAR_LIMIT,)]
    assert held(2.1, -0.2, 2.2) == [()] * 3
    assert held(2.1, 0.2, 1.9) == [()] * 3
    assert held(2.1, 0.1, 0.1, 2.1) == [()] * 4


@pytest.mark.parametrize(
    ("last", "better", "icon"),
    [
        (3.2, "higher", "improving"), (3.2, "lower", "concerning"), (-3.2, "lower", "improving"),
        (-3.2, "higher", "concerning"), (3.2, "neither", "higher"), (-3.2, "neither", "lower"), (0.1, "higher", "common"),
    ],
)  # fmt: skip
def test_the_variation_icon_is_about_the_latest_point(last: float, better: str, icon: str) -> None:
    assert read(chart(*QUIET, last), better=better).variation == icon
    assert read(chart(*QUIET, 3.2, *QUIET), better=better).variation == "common"


@pytest.mark.parametrize(
    ("target", "better", "icon"),
    [
        (-3.5, "higher", "hit"), (3.5, "higher", "miss"), (0.0, "higher", "hit_and_miss"), (3.0, "higher", "hit_and_miss"),
        (3.5, "lower", "hit"), (-3.5, "lower", "miss"), (None, "higher", "no_target"), (1.0, "neither", "no_target"),
    ],
)  # fmt: skip
def test_the_assurance_icon_sets_the_target_against_the_limits(
    target: float | None, better: str, icon: str
) -> None:
    assert read(chart(*QUIET), better=better, target=target).assurance == icon


def test_too_few_points_say_so_and_gaps_are_passed_over() -> None:
    few = read(chart(*QUIET[:11]), better="higher", target=1.0)
    assert (few.variation, few.assurance) == ("too_few", "too_few")
    gapped = read(chart(*QUIET[:6], None, *QUIET[6:], None, 3.3, None), better="higher")
    assert gapped.variation == "improving" and gapped.held[-1] == () and gapped.held[-2] == (OUTSIDE,)


@given(st.lists(st.floats(-4, 4), min_size=1, max_size=30))
def test_the_mirror_image_is_held_by_the_same_rules(sigmas: list[float]) -> None:
    assert held(*sigmas) == held(*(-s for s in sigmas))


RUNS = 4000


def test_a_steady_series_shows_special_cause_as_often_as_the_sum_says() -> None:
    """Independent normal points, limits known. The latest point is held when
    it is beyond: 0.0027; or ends seven on one side: 2/2⁷ = 0.0156; or ends seven one way: 2/7! = 0.0004; or is in the
    outer third with one of the two before it there and the other on its side: 2 × 0.0214 × (2 × 0.0214 × 0.5) ≈ 0.0009.
    Added up: 0.0196; overlaps take off less than 0.0015. Tolerance: three standard errors of 4000 draws, 0.0066.
    """
    added = 0.0027 + 2 / 2**7 + 2 / factorial(7) + 2 * 0.0214 * 0.0214
    rng = random.Random(20211217)
    shown = sum(bool(held(*(rng.gauss(0, 1) for _ in range(24)))[-1]) for _ in range(RUNS))
    assert abs(shown / RUNS - added) < 0.0066 + 0.0015


def test_with_limits_learned_from_two_years_chance_shows_about_one_in_twenty_five() -> None:
    """The mean of 24 points is itself off by 0.2 sigma, so runs come easier. Drawn 200,000 times with nothing of ours but
    the formulas it was 0.0370: beyond 0.0095, run 0.0244, trend 0.0004, near a limit 0.0043, overlaps taken off. The
    figure pages tell their readers is that one; tolerance: three standard errors of 4000 draws, 0.009."""
    rng = random.Random(7)
    shown = 0
    for _ in range(RUNS):
        series = [rng.gauss(0, 1) for _ in range(48)]
        base = series[:24]
        mean = sum(base) / 24
        sigma = sum(abs(b - a) for a, b in pairwise(base)) / 23 / 1.128
        flat = [mean] * 48
        shown += bool(special_causes(series, flat, [mean - 3 * sigma] * 48, [mean + 3 * sigma] * 48)[-1])
    assert shown / RUNS == pytest.approx(0.0370, abs=0.009)
    assert alarms.ICON["xmr"] == pytest.approx(0.0370, abs=0.003)


def test_a_planted_shift_is_held_within_the_months_theory_says() -> None:
    """A shift of 1.5 sigma: each month lies on the new side with probability 0.933, so the seven that follow do with
    0.933⁷ = 0.616, and within 14 months of the shift a window of seven has come with probability above 0.9."""
    rng = random.Random(11)
    found = 0
    for _ in range(500):
        series = [rng.gauss(0, 1) for _ in range(24)] + [rng.gauss(1.5, 1) for _ in range(14)]
        rules = held(*series)
        found += any(ON_ONE_SIDE in rule or OUTSIDE in rule for rule in rules[30:])
    assert found >= 0.9 * 500
