"""Coming back: worked by hand, covered at its stated rate, and expectation that adds up."""

from collections.abc import Sequence

import numpy as np
import pytest

from undrift.variation.incidence import (
    CAME_BACK,
    CENSORED,
    COMPETING,
    against_expected,
    cumulative_incidence,
    hazards,
    same_waits,
)


def by_hand(days: Sequence[int], status: Sequence[int], at: int) -> float:
    """The slow, obvious Aalen-Johansen: walk the days, keeping the share neither back nor lost to the competing event."""
    still, back = 1.0, 0.0
    for day in sorted(set(days)):
        if day > at:
            break
        watched = sum(d >= day for d in days)
        returned = sum(d == day and s == CAME_BACK for d, s in zip(days, status, strict=True))
        competing = sum(d == day and s == COMPETING for d, s in zip(days, status, strict=True))
        back += still * returned / watched
        still *= 1 - (returned + competing) / watched
    return back


def test_a_small_table_worked_by_hand() -> None:
    """Five decisions: back on day 10, 18 on day 20, back on day 30, watched to 40, back on day 50.
    At 10: 1/5. At 30: 1/5 + (1 − 2/5)·1/3 = 0.4. At 50: 0.4 + (0.6·2/3)·1/1 = 0.8.
    """
    days, status = [10, 20, 30, 40, 50], [CAME_BACK, COMPETING, CAME_BACK, CENSORED, CAME_BACK]
    found = cumulative_incidence(days, status, [5, 10, 30, 49])
    assert [s.share for s in found] == [0.0, pytest.approx(0.2), pytest.approx(0.4), pytest.approx(0.4)]
    assert [s.watched for s in found] == [5, 5, 3, 1]
    assert by_hand(days, status, 50) == pytest.approx(0.8)


def test_generated_tables_agree_with_the_slow_way() -> None:
    rng = np.random.default_rng(5)
    for _ in range(30):
        days = rng.integers(1, 400, size=60).tolist()
        status = rng.integers(0, 3, size=60).tolist()
        for step in cumulative_incidence(days, status, [90, 182, 365]):
            if step.watched:
                assert step.share == pytest.approx(by_hand(days, status, step.day), abs=1e-9)


def test_the_share_would_be_too_high_if_the_competing_event_were_only_censoring() -> None:
    days, status = [10, 20, 30, 40], [COMPETING, CAME_BACK, COMPETING, CAME_BACK]
    right = cumulative_incidence(days, status, [40])[0].share
    naive = cumulative_incidence(days, [CAME_BACK if s == CAME_BACK else CENSORED for s in status], [40])[
        0
    ].share
    assert right is not None and naive is not None and right == pytest.approx(0.5) and naive > right


def test_nobody_watched_so_long_is_no_answer_and_nobody_back_is_nought_without_an_interval() -> None:
    assert cumulative_incidence([10, 20], [CENSORED, CAME_BACK], [15])[0].share == 0.0
    late = cumulative_incidence([10, 20], [CAME_BACK, CENSORED], [365])[0]
    assert (late.share, late.watched) == (None, 0)
    none = cumulative_incidence([400, 400], [CENSORED, CENSORED], [365])[0]
    assert (none.share, none.interval) == (0.0, None)


def simulated(
    rng: np.random.Generator, count: int, rate: float, competing: float
) -> tuple[np.ndarray, np.ndarray]:
    back = np.ceil(rng.exponential(1 / rate, count))
    other = np.ceil(rng.exponential(1 / competing, count))
    watched = rng.integers(100, 900, count)
    days = np.minimum(np.minimum(back, other), watched).astype(int)
    status = np.where(days == watched, CENSORED, np.where(back <= other, CAME_BACK, COMPETING))
    return days, np.where((days < watched) | (status == CENSORED), status, CENSORED)


def test_the_interval_covers_the_planted_incidence_at_its_stated_rate() -> None:
    """Hazards λ of coming back and μ of the competing event: the truth at a year is λ/(λ+μ)·(1 − exp(−365(λ+μ))).
    95% stated; 400 draws of 150 decisions, three standard errors 3.3 points."""
    rng = np.random.default_rng(20260930)
    rate, competing = 0.0009, 0.0003
    truth = rate / (rate + competing) * (1 - np.exp(-365 * (rate + competing)))
    covered = 0
    for _ in range(400):
        step = cumulative_incidence(*simulated(rng, 150, rate, competing), [365])[0]
        assert step.interval is not None
        covered += step.interval.holds(truth)
    assert abs(covered / 400 - 0.95) < 0.033, covered / 400


SIZES = (1, 2, 3, 4, 5), (0.50, 0.27, 0.14, 0.06, 0.03)  # children in a family: synthetic/people.py


def in_families(
    rng: np.random.Generator, families: int, rate: float, competing: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Families whose children are decided of, come back and are watched on the same days."""
    size = rng.choice(SIZES[0], families, p=SIZES[1])
    days, status = simulated(rng, families, rate, competing)
    return np.repeat(days, size), np.repeat(status, size), np.repeat(np.arange(families), size)


def test_brothers_and_sisters_who_come_back_together_widen_the_interval_to_its_stated_rate() -> None:
    """95% stated. 400 draws of 110 families, about 200 children: three standard errors 3.3 points, and the robust
    error's own shortfall in samples of this size about one. Counted one by one, the same intervals would cover far less:
    a child lives with 2.4 on average, and 1.96/√2.4 standard errors hold 79 in 100."""
    rng = np.random.default_rng(20260930)
    rate, competing = 0.0009, 0.0003
    truth = rate / (rate + competing) * (1 - np.exp(-365 * (rate + competing)))
    covered = apart = 0
    for _ in range(400):
        days, status, families = in_families(rng, 110, rate, competing)
        step = cumulative_incidence(days, status, [365], families)[0]
        alone = cumulative_incidence(days, status, [365])[0]
        assert step.interval is not None and alone.interval is not None
        covered += step.interval.holds(truth)
        apart += alone.interval.holds(truth)
    assert 0.90 < covered / 400 < 0.983, covered / 400
    assert apart / 400 < 0.85, apart / 400


def test_with_every_child_a_family_of_their_own_the_error_is_the_librarys() -> None:
    """statsmodels works the error out by the delta method, ours from influences: alike in large samples."""
    from statsmodels.duration.survfunc import CumIncidenceRight

    from undrift.variation.incidence import _errors

    days, status = simulated(np.random.default_rng(4), 3000, 0.0012, 0.0006)
    theirs = CumIncidenceRight(days.astype(float), status)
    for at in (91, 182, 365):
        place = int(np.searchsorted(theirs.times, at, side="right")) - 1
        (mine,) = _errors(days.astype(float), status, [at], np.arange(3000))
        assert mine == pytest.approx(float(theirs.cinc_se[0][place]), rel=0.02)


def test_the_error_of_a_plain_share_is_the_binomial_ones() -> None:
    """Nobody lost and nobody competing: 3 of 8 back, whose error is √(3/8·5/8/8), times √(8/7) for eight families; and
    two by two in families that do the same, √2 times as much but for the four families' √(4/3)."""
    days, status = [10, 20, 20, 30, 400, 400, 400, 400], [1, 1, 1, 1, 0, 0, 0, 0]
    plain = (1 / 4 / 8) ** 0.5
    alone = cumulative_incidence(days, status, [365])[0]
    from undrift.variation.incidence import _errors

    time, seen = np.asarray(days, dtype=float), np.asarray(status)
    assert alone.share == 0.5
    assert _errors(time, seen, [365], range(8)) == [pytest.approx(plain * (8 / 7) ** 0.5)]
    together = [0, 0, 1, 1, 2, 2, 3, 3]
    assert _errors(time, seen, [365], together) == [pytest.approx(plain * 2**0.5 * (4 / 3) ** 0.5)]


def test_the_ratio_to_expectation_allows_for_families() -> None:
    """A year's decisions of 250 families at the standard's own rate: the interval must hold 1 at its stated 95% (three
    standard errors of 300 draws are 3.8 points), and would not were children counted one by one."""
    rng = np.random.default_rng(6)
    known, status = simulated(rng, 40_000, 0.0009, 0.0003)
    standard = hazards(known, status, 365)[np.newaxis, :]
    covered = apart = 0
    for _ in range(300):
        days, status, families = in_families(rng, 250, 0.0009, 0.0003)
        strata = np.zeros(len(days), dtype=int)
        together = against_expected(days, status, strata, standard, families)
        alone = against_expected(days, status, strata, standard)
        assert together.interval is not None and alone.interval is not None
        covered += together.interval.holds(1.0)
        apart += alone.interval.holds(1.0)
    assert covered / 300 > 0.912, covered / 300
    assert apart / 300 < 0.88, apart / 300


def test_expected_adds_up_to_observed_over_the_whole_standard() -> None:
    """Nelson-Aalen's own property: the hazards lived through by everybody add up to the events that everybody had."""
    rng = np.random.default_rng(3)
    days, status = simulated(rng, 800, 0.001, 0.0003)
    strata = rng.integers(0, 3, 800)
    standard = np.array([hazards(days[strata == s], status[strata == s], 365) for s in range(3)])
    whole = against_expected(days, status, strata, standard)
    assert whole.expected == pytest.approx(whole.observed)
    parts = [against_expected(days[i::4], status[i::4], strata[i::4], standard) for i in range(4)]
    assert sum(p.expected for p in parts) == pytest.approx(whole.expected)


def test_a_team_that_sees_harder_cases_is_not_blamed_for_them_and_one_that_returns_more_is_seen() -> None:
    """Two strata, the second three times likelier to return. Team A has mostly those at the ordinary rate; team B has
    the first at twice its rate. A's ratio must stand near 1, B's near 2."""
    rng = np.random.default_rng(8)
    easy, hard, known = 0.0005, 0.0015, 20_000
    all_days, all_status, strata = [], [], []
    for rate, stratum in ((easy, 0), (hard, 1)):
        days, status = simulated(rng, known, rate, 0.0002)
        all_days.append(days)
        all_status.append(status)
        strata.append(np.full(known, stratum))
    days, status, groups = np.concatenate(all_days), np.concatenate(all_status), np.concatenate(strata)
    standard = np.array([hazards(days[groups == s], status[groups == s], 365) for s in (0, 1)])
    a_days, a_status = simulated(rng, 600, hard, 0.0002)
    ordinary = against_expected(a_days, a_status, np.ones(600, dtype=int), standard)
    assert ordinary.ratio == pytest.approx(1.0, abs=0.2)
    covered = 0
    for _ in range(200):  # 95% stated; three standard errors 4.6 points; the standard is nearly exact
        b_days, b_status = simulated(rng, 600, 2 * easy, 0.0002)
        doubled = against_expected(b_days, b_status, np.zeros(600, dtype=int), standard)
        assert doubled.interval is not None and doubled.interval.low > 1.0
        covered += doubled.interval.holds(2.0)
    assert covered >= 0.904 * 200, covered


def test_groups_that_wait_alike_and_groups_that_do_not() -> None:
    rng = np.random.default_rng(2)
    quick, slow = rng.exponential(20, 200), rng.exponential(40, 200)
    days = np.ceil(np.concatenate([quick, slow])).astype(int)
    groups = ["quick"] * 200 + ["slow"] * 200
    assert same_waits(days, [True] * 400, groups, range(400)) < 0.001
    assert same_waits(days[:200], [True] * 200, ["a", "b"] * 100, range(200)) > 0.01
