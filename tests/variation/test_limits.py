"""The formulas, worked by hand."""

from math import isclose, sqrt

import pytest

from undrift.variation.limits import fit_p, fit_snapshot, fit_u, fit_xmr


def test_p_prime_worked_by_hand() -> None:
    """Months of 100, 400, 100 children, 60, 200, 40 of them in time.

    p̄ = 300/600 = 0.5; binomial sigmas √(0.25/100) = 0.05 and √(0.25/400) = 0.025;
    z = (0.6 − 0.5)/0.05 = 2, (0.5 − 0.5)/0.025 = 0, (0.4 − 0.5)/0.05 = −2; moving ranges 2, 2; σz = 2/1.128.
    """
    fit = fit_p([(60, 100), (200, 400), (40, 100)])
    assert fit.centre == 0.5
    assert isclose(fit.sigma, 2 / 1.128)
    assert isclose(3 * fit.sigma_p(100), 3 * 0.05 * 2 / 1.128)
    assert isclose(3 * fit.sigma_p(400), 3 * 0.025 * 2 / 1.128)


def test_p_prime_is_the_plain_p_chart_when_months_vary_as_draws_do() -> None:
    """With |Δz| averaging 1.128 Laney's multiplier is 1, and the limits are p̄ ± 3√(p̄(1−p̄)/n)."""
    step = 1.128 * 0.05 / 2  # z of +0.564 and −0.564 by turns, at 100 children
    months = [((0.5 + (step if i % 2 else -step)) * 100, 100) for i in range(24)]
    fit = fit_p(months)
    assert isclose(fit.sigma, 1.0)
    assert isclose(fit.sigma_p(25), sqrt(0.25 / 25))


def test_a_lucky_calm_baseline_does_not_tighten_the_limits_of_a_verdict() -> None:
    calm = [(50, 100), (51, 100)] * 12
    assert fit_p(calm).sigma < 1
    assert fit_p(calm, floor=1.0).sigma == 1.0


@pytest.mark.parametrize("month", [(0, 40), (40, 40)])
def test_a_baseline_of_one_outcome_shows_no_variation(month: tuple[float, float]) -> None:
    assert fit_p([month] * 12).sigma == 0


def test_xmr_worked_by_hand() -> None:
    """10, 12, 9, 13: mean 11; moving ranges 2, 3, 4, mean 3; limits 11 ± 2.66 × 3 (2.66 is 3/1.128)."""
    fit = fit_xmr([10, 12, 9, 13])
    assert fit.centre == 11
    assert isclose(3 * fit.sigma, 2.66 * 3, rel_tol=1e-3)


def test_snapshot_worked_by_hand() -> None:
    """4, 6, 8: mean 6, deviations −2, 0, 2; the sample standard deviation is √(8/2) = 2."""
    fit = fit_snapshot([4, 6, 8])
    assert (fit.centre, fit.sigma) == (6, 2)


def test_u_prime_worked_by_hand() -> None:
    """12, 16, 4 events against exposures of 2, 4, 2: ū = 32/8 = 4; √(ū/n) = √2, 1, √2;
    z = (6 − 4)/√2 = √2, (4 − 4)/1 = 0, (2 − 4)/√2 = −√2; moving ranges √2, √2; σz = √2/1.128."""
    fit = fit_u([(12, 2), (16, 4), (4, 2)])
    assert fit.centre == 4
    assert isclose(fit.sigma, sqrt(2) / 1.128)
    assert isclose(fit.sigma_u(4), sqrt(2) / 1.128)
    assert fit_u([(0, 5), (0, 5)]).sigma == 0
