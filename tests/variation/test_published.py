"""Held to published worked examples and to the printed output of established software: the numbers, with where from.

- orange juice cans: D. C. Montgomery, Introduction to Statistical Quality Control, the p chart example; the output of
  R's qcc 2.7 on it (center 0.2313333, std.dev 0.421685, limits 0.05242755 and 0.4102391; samples 15 and 23 beyond;
  without them 0.215, limits 0.04070284 and 0.3892972, sample 21 beyond)
- viscosity of primer paint: Montgomery, individuals chart; qcc (33.52333, sd 0.4261651, 32.24484 to 34.80183)
- water content of antifreeze: G. B. Wetherill and D. W. Brown (1991) p. 120; qcc (2.569706, 0.1794541, 2.031344 to 3.108068)
- flow rate: NIST/SEMATECH e-Handbook 6.3.2.2 (50.81; 45.8159 to 55.8041)
- defects on wafers: NIST/SEMATECH e-Handbook 6.3.3.1, a c chart, which is u with an exposure of 1 (16; 4 to 28)
- Wilson and Newcombe: R. G. Newcombe, Statistics in Medicine 17 (1998), 857 and 873
- BCG vaccine trials: log risk ratios and variances of the 13 trials as R's metadat::dat.bcg gives them; metafor's
  output on them (DerSimonian and Laird 0.3088; Q-profile interval of the variance 0.1197 to 1.1115)
- constants of probability limits for times between events: Xie, Goh and Ranjan (2002): θ × 0.00135, 0.6931 and 6.6077
- Laney's p′ and u′, and the charts they widen: the output of R's qicharts2 0.8.1 (J. Anhøj), as printed in the tests of
  PowerBI-SPC (the Australian Department of Health's), test/fixtures/qicharts2.ts at d4bb4f6. p′ and XmR: patients seen
  within four hours in twenty weeks (M. A. Mohammed and others, BMJ Quality and Safety 22 (2013), 362; qicharts2's
  nhs_accidents). u′: infections against patient days in six Danish hospitals by month (esundhed.dk; hospital_infections).
  Each once fitted on every point, once on the first half and carried forward, which is how verdicts are made.
"""

from math import log

import numpy as np
import pytest
from statsmodels.stats.meta_analysis import combine_effects
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from undrift.variation.intervals import newcombe, poisson, wilson
from undrift.variation.limits import Fit, fit_p, fit_u, fit_xmr
from undrift.variation.rare import quantile
from undrift.variation.teams import between

JUICE = (
    12,
    15,
    8,
    10,
    4,
    7,
    16,
    9,
    14,
    10,
    5,
    6,
    17,
    12,
    22,
    8,
    10,
    5,
    13,
    11,
    20,
    18,
    24,
    15,
    9,
    12,
    7,
    13,
    9,
    6,
)
VISCOSITY = (
    33.75,
    33.05,
    34,
    33.81,
    33.46,
    34.02,
    33.68,
    33.27,
    33.49,
    33.20,
    33.62,
    33.00,
    33.54,
    33.12,
    33.84,
)
ANTIFREEZE = (
    2.23, 2.53, 2.62, 2.63, 2.58, 2.44, 2.49, 2.34, 2.95, 2.54, 2.60, 2.45, 2.17, 2.58, 2.57, 2.44, 2.38,
    2.23, 2.23, 2.54, 2.66, 2.84, 2.81, 2.39, 2.56, 2.70, 3.00, 2.81, 2.77, 2.89, 2.54, 2.98, 2.35, 2.53,
)  # fmt: skip
FLOW = (49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1)
WAFERS = (16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31, 13)
BCG = (
    (-0.889311, 0.325585), (-1.585389, 0.194581), (-1.348073, 0.415368), (-1.441551, 0.02001), (-0.217547, 0.05121),
    (-0.786116, 0.006906), (-1.620898, 0.223017), (0.011952, 0.003962), (-0.469418, 0.056434), (-1.371345, 0.073025),
    (-0.339359, 0.012412), (0.445913, 0.532506), (-0.017314, 0.071405),
)  # fmt: skip

SEEN = (  # within four hours, of all who came
    (266501, 280443), (264225, 276823), (276532, 291681), (281461, 296155), (269071, 282343), (261215, 275888),
    (270409, 283867), (279778, 295251), (270483, 284468), (270320, 282529), (267923, 279618), (271478, 283932),
    (255353, 266629), (256820, 268091), (261835, 276803), (259144, 271578), (255910, 266005), (260863, 273520),
    (264465, 278574), (260989, 273772),
)  # fmt: skip
INFECTIONS = (  # against patient days
    (575, 310466.833333), (521, 282346.791667), (585, 309089.708333), (528, 287977.333333), (507, 297743.375),
    (519, 286988.25), (457, 261120.333333), (505, 268720.75), (494, 284437.875), (512, 290449.5), (543, 288104.458333),
    (506, 279961.375), (509, 289803.958333), (521, 275950.583333), (549, 290824.458333), (531, 285495.75),
    (509, 282515.208333), (528, 273927.875), (419, 253085.625), (512, 262410.708333), (495, 275529.25),
    (513, 282405.083333), (454, 259530.791667), (490, 256235.458333),
)  # fmt: skip


def _plain(counts: list[tuple[int, int]]) -> Fit:
    """The plain chart: the same centre, and no correction."""
    return Fit(fit_p(counts).centre, 1.0)


def test_p_chart_of_the_orange_juice_cans() -> None:
    fit = _plain([(x, 50) for x in JUICE])
    assert fit.centre == pytest.approx(0.2313333, abs=5e-8)
    assert fit.sigma_p(1) == pytest.approx(0.421685, abs=5e-7)
    low, high = fit.centre - 3 * fit.sigma_p(50), fit.centre + 3 * fit.sigma_p(50)
    assert (low, high) == (pytest.approx(0.05242755, abs=5e-9), pytest.approx(0.4102391, abs=5e-8))
    assert [i for i, x in enumerate(JUICE, 1) if not low <= x / 50 <= high] == [15, 23]


def test_p_chart_once_two_samples_are_explained_and_left_out() -> None:
    kept = [(i, x) for i, x in enumerate(JUICE, 1) if i not in (15, 23)]
    fit = _plain([(x, 50) for _, x in kept])
    low, high = fit.centre - 3 * fit.sigma_p(50), fit.centre + 3 * fit.sigma_p(50)
    assert (fit.centre, low, high) == (
        pytest.approx(0.215), pytest.approx(0.04070284, abs=5e-9), pytest.approx(0.3892972, abs=5e-8)
    )  # fmt: skip
    assert [i for i, x in kept if not low <= x / 50 <= high] == [21]


@pytest.mark.parametrize(
    ("values", "centre", "low", "high", "within"),
    [
        (VISCOSITY, 33.52333, 32.24484, 34.80183, 5e-6),
        (ANTIFREEZE, 2.569706, 2.031344, 3.108068, 5e-7),
        # The handbook prints limits from 1.128 and a moving range rounded to four places.
        (FLOW, 50.81, 45.8159, 55.8041, 5e-4),
    ],
    ids=["viscosity", "antifreeze", "flow rate"],
)
def test_individuals_charts(
    values: tuple[float, ...], centre: float, low: float, high: float, within: float
) -> None:
    fit = fit_xmr(values)
    assert fit.centre == pytest.approx(centre, abs=within)
    assert fit.centre - 3 * fit.sigma == pytest.approx(low, abs=within)
    assert fit.centre + 3 * fit.sigma == pytest.approx(high, abs=within)


def test_u_chart_of_the_wafers_is_the_c_chart_when_every_wafer_is_one() -> None:
    fit = Fit(fit_u([(x, 1) for x in WAFERS]).centre, 1.0)
    assert fit.centre == pytest.approx(16, abs=0.05)
    assert fit.centre - 3 * fit.sigma_u(1) == pytest.approx(4, abs=0.05)
    assert fit.centre + 3 * fit.sigma_u(1) == pytest.approx(28, abs=0.05)


@pytest.mark.parametrize(
    ("fitted_on", "centre", "limits"),
    [
        (20, 0.95289971134419116, {0: (0.9401296441775141, 0.96566977851086822),
                                   3: (0.94047300747792362, 0.9653264152104587),
                                   12: (0.93980301398912502, 0.96599640869925729),
                                   19: (0.93997499652290417, 0.96582442616547814)}),
        (10, 0.95105964383277042, {0: (0.93866469138900677, 0.96345459627653407),
                                   3: (0.93899796855379847, 0.96312131911174237),
                                   12: (0.93834765580893209, 0.96377163185660875),
                                   19: (0.93851458643658869, 0.96360470122895214)}),
    ],
    ids=["every week", "ten weeks, carried forward"],
)  # fmt: skip
def test_laneys_p_chart_as_qicharts2_draws_it(
    fitted_on: int, centre: float, limits: dict[int, tuple[float, float]]
) -> None:
    fit = fit_p(SEEN[:fitted_on])
    assert fit.centre == pytest.approx(centre, abs=1e-12)
    for week, (low, high) in limits.items():
        width = 3 * fit.sigma_p(SEEN[week][1])
        assert (centre - width, centre + width) == (
            pytest.approx(low, abs=1e-12),
            pytest.approx(high, abs=1e-12),
        )


@pytest.mark.parametrize(
    ("fitted_on", "centre", "limits"),
    [
        (24, 0.0018235751654857592, {0: (0.0015763817754848699, 0.0020707685554866486),
                                     6: (0.0015540346133066751, 0.0020931157176648433),
                                     23: (0.0015514774813533132, 0.002095672849618205)}),
        (12, 0.0018135371760980396, {0: (0.0016028174413353386, 2 * 0.0018135371760980396 - 0.0016028174413353386),
                                     6: (0.0015837676273946369, 2 * 0.0018135371760980396 - 0.0015837676273946369),
                                     23: (0.0015815878030596751, 2 * 0.0018135371760980396 - 0.0015815878030596751)}),
    ],
    ids=["every month", "a year, carried forward"],
)  # fmt: skip
def test_laneys_u_chart_as_qicharts2_draws_it(
    fitted_on: int, centre: float, limits: dict[int, tuple[float, float]]
) -> None:
    fit = fit_u(INFECTIONS[:fitted_on])
    assert fit.centre == pytest.approx(centre, rel=1e-9)
    for month, (low, high) in limits.items():
        width = 3 * fit.sigma_u(INFECTIONS[month][1])
        assert (centre - width, centre + width) == (
            pytest.approx(low, rel=1e-9),
            pytest.approx(high, rel=1e-9),
        )


def test_the_same_weeks_as_individuals() -> None:
    fit = fit_xmr([x / n for x, n in SEEN])
    assert fit.centre == pytest.approx(0.95296991067360326, abs=1e-12)
    # The package multiplies by 2.66, we by 3 over 1.128.
    assert fit.centre - 3 * fit.sigma == pytest.approx(0.94012535390705687, abs=5e-6)
    assert fit.centre + 3 * fit.sigma == pytest.approx(0.96581446744014965, abs=5e-6)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval_as_newcombe_prints_it(count: int, of: int, low: float, high: float) -> None:
    found = wilson(count, of)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@pytest.mark.parametrize(
    ("here", "there", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_newcombes_interval_of_a_difference(
    here: tuple[int, int], there: tuple[int, int], low: float, high: float
) -> None:
    found = newcombe(*here, *there)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@pytest.mark.parametrize(("count", "of"), [(0, 7), (3, 11), (40, 60), (60, 60)])
def test_intervals_are_those_of_statsmodels(count: int, of: int) -> None:
    assert wilson(count, of) == pytest.approx(proportion_confint(count, of, method="wilson"), abs=1e-12)
    theirs = confint_proportions_2indep(count, of, 9, 31, method="newcomb", compare="diff")
    assert newcombe(count, of, 9, 31) == pytest.approx(theirs, abs=1e-12)


def test_the_poisson_interval_is_garwoods() -> None:
    """His table: for a count of 10, 4.795 to 18.39; for none, 0 to 3.689."""
    assert poisson(10, 1.0) == (pytest.approx(4.795, abs=5e-4), pytest.approx(18.39, abs=5e-3))
    assert poisson(0, 1.0) == (0.0, pytest.approx(3.689, abs=5e-4))


def test_spread_between_the_bcg_trials() -> None:
    estimates, variances = (np.array(column) for column in zip(*BCG, strict=True))
    middle, low, high = between(estimates, variances)
    theirs = combine_effects(estimates, variances, method_re="iterated")
    assert middle == pytest.approx(float(theirs.tau2), abs=1e-4)
    assert low == pytest.approx(0.1197, abs=5e-5)
    assert high == pytest.approx(1.1115, abs=5e-4)


def test_probability_limits_of_long_gaps_are_the_published_constants() -> None:
    """With an event once in θ trials and θ large, a geometric gap is an exponential time."""
    theta = 100_000
    for z, constant in ((-3, 0.00135), (0, log(2)), (3, 6.6077)):
        assert quantile(1 / theta, z) / theta == pytest.approx(constant, rel=1e-3)
