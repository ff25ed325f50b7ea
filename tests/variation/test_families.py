"""Intervals from families: those of children one by one where each family has one child, and right where it has more."""

from math import sqrt

import numpy as np
import pytest

from undrift.variation.families import Array, by_group, difference, share
from undrift.variation.groups import compare
from undrift.variation.incidence import same_waits, waits_dispersion
from undrift.variation.intervals import newcombe, wilson
from undrift.variation.survival import Wait, kaplan_meier

SIZES, OFTEN = (1, 2, 3, 4, 5), (0.5, 0.27, 0.14, 0.06, 0.03)
RUNS = 500


def near(found: float, stated: float) -> bool:
    """Three standard errors of RUNS draws."""
    return abs(found - stated) < 3 * sqrt(stated * (1 - stated) / RUNS)


def each_alone(name: str, count: int, of: int) -> list[tuple[str, object, float, float]]:
    return [(name, f"{name}{i}", float(i < count), 1.0) for i in range(of)]


def test_where_each_family_has_one_child_it_is_wilson_and_newcombe() -> None:
    one, other = compare([*each_alone("a", 30, 60), *each_alone("b", 10, 40)])
    # F/(F − 1), of a hundred families, is all the difference there is
    assert one.interval == pytest.approx(wilson(30 * 99 / 100, 60 * 99 / 100), abs=1e-12)
    assert one.difference_interval == pytest.approx(newcombe(30, 60, 10, 40), abs=0.002)
    assert other.difference == pytest.approx(-0.25)


def test_a_small_table_worked_by_hand() -> None:
    """Families of a group: 2 of 2, 0 of 2, 1 of 1, 0 of 1. p = 3/6; moved by (2 − 1)/6, (0 − 1)/6, 0.5/6, −0.5/6, whose squares
    add up to 2.5/36; times 4/3, over 0.25/6: D = 20/9."""
    found = share(np.array([2.0, 0, 1, 0]), np.array([2.0, 2, 1, 1]))
    assert found.design == pytest.approx(20 / 9)
    assert found.interval == pytest.approx(wilson(3 * 9 / 20, 6 * 9 / 20))


def test_a_group_all_of_whom_fared_alike_is_as_sure_as_its_families_are_many() -> None:
    """Ten families of three, all counted: ten pieces of evidence and not thirty."""
    found = share(np.full(10, 3.0), np.full(10, 3.0))
    assert found.interval == wilson(10, 10)


def test_one_family_says_nothing_of_chance_and_raises_nothing() -> None:
    (alone,) = compare([("a", "f", 1.0, 2.0)])
    assert alone.difference_interval is None and alone.interval.low < 0.1 < 0.9 < alone.interval.high
    assert compare([]) == [] and by_group([("a", "f", 0.0, 0.0)]) == {}


def drawn(rng: np.random.Generator, *, by_family: bool, apart: float = 0.0) -> tuple[Array, Array, Array]:
    """Family, group and yes or no of each child of 250 families: brothers and sisters lean one way together (beta-binomial,
    correlation 0.5). The group is a family's, as an area is, or a child's own, as being a boy is."""
    sizes = rng.choice(SIZES, size=250, p=OFTEN)
    family = np.repeat(np.arange(250), sizes)
    group = rng.random(250)[family] < 0.3 if by_family else rng.random(len(family)) < 0.5
    leaning = rng.beta(0.6, 0.4, size=250)[family]
    return family, group, rng.random(len(family)) < np.where(group, leaning + apart * (1 - leaning), leaning)


@pytest.mark.parametrize("by_family", [True, False])
def test_the_difference_is_covered_at_its_stated_rate_and_not_when_children_are_counted_one_by_one(
    by_family: bool,
) -> None:
    """95% stated. Planted: 0.6 elsewhere and 0.68 in the group. Counted one by one, the difference of a family's trait is too
    sure of itself. A child's own trait is not: what families add to each share they take off the difference."""
    rng = np.random.default_rng(8)
    apart, truth = 0.2, 0.2 * 0.4
    covered = naive = own = 0
    for _ in range(RUNS):
        family, group, yes = drawn(rng, by_family=by_family, apart=apart)
        rows = [("in" if g else "out", f, float(y), 1.0) for f, g, y in zip(family, group, yes, strict=True)]
        inside = next(g for g in compare(rows) if g.name == "in")
        assert inside.difference_interval is not None
        covered += inside.difference_interval.holds(truth)
        own += inside.interval.holds(0.6 + truth)
        x, n, rest = yes[group].sum(), group.sum(), ~group
        naive += newcombe(x, n, yes[rest].sum(), rest.sum()).holds(truth)
    assert near(covered / RUNS, 0.95), covered / RUNS
    assert near(own / RUNS, 0.95), own / RUNS
    assert (naive / RUNS < 0.92) == by_family, naive / RUNS


def test_the_variance_is_that_of_an_established_implementation() -> None:
    """statsmodels' ordinary least squares with errors clustered by family gives the same two shares and their covariance."""
    import statsmodels.api as sm

    family, group, yes = drawn(np.random.default_rng(3), by_family=False)
    design = np.stack([group, ~group], axis=1).astype(float)
    theirs = sm.OLS(yes.astype(float), design).fit(
        cov_type="cluster", cov_kwds={"groups": family, "use_correction": False}
    )
    told = by_group([(str(g), f, float(y), 1.0) for g, f, y in zip(group, family, yes, strict=True)])
    one, other = share(*told["True"]), share(*told["False"])
    moved = np.stack([one.moved, other.moved])
    assert moved @ moved.T == pytest.approx(theirs.cov_params(), abs=1e-12)
    r = theirs.cov_params()[0, 1] / sqrt(theirs.cov_params()[0, 0] * theirs.cov_params()[1, 1])
    assert difference(one, other) == pytest.approx(
        newcombe(one.count / one.design, one.of / one.design, other.count / other.design, other.of / other.design, r=r)
    )  # fmt: skip


def waited(rng: np.random.Generator) -> tuple[Array, Array, Array, Array]:
    """Days, ended, area and family of children in 200 families: those of a family wait about as long as each other."""
    sizes = rng.choice(SIZES, size=200, p=OFTEN)
    family = np.repeat(np.arange(200), sizes)
    days = np.ceil(np.exp(rng.normal(3, 0.6, 200)[family] + rng.normal(0, 0.2, len(family))))
    last = rng.integers(15, 90, size=200)[family]
    return np.minimum(days, last), days <= last, (rng.random(200) < 0.4)[family], family


def test_groups_that_wait_alike_are_parted_one_time_in_twenty_and_oftener_child_by_child() -> None:
    rng = np.random.default_rng(11)
    told = naive = 0
    for _ in range(RUNS):
        days, ended, area, family = waited(rng)
        told += same_waits(days, ended, area, family) < 0.05
        naive += same_waits(days, ended, area, np.arange(len(days))) < 0.05
    assert near(told / RUNS, 0.05), told / RUNS
    assert naive / RUNS > 0.1, naive / RUNS


def test_how_long_half_have_waited_is_covered_at_its_stated_rate_and_not_child_by_child() -> None:
    """The true median of what is drawn is e³, whole days up: 21."""
    rng = np.random.default_rng(12)
    covered = naive = 0
    for _ in range(RUNS):
        days, ended, _, family = waited(rng)
        waits = [Wait(float(t), bool(e)) for t, e in zip(days, ended, strict=True)]
        alone = kaplan_meier(waits).quantile(0.5)
        assert alone.time is not None and alone.low is not None and alone.high is not None
        wide = kaplan_meier(waits, dispersion=waits_dispersion(days, ended, family, alone.time)).quantile(0.5)
        assert wide.low is not None and wide.high is not None
        covered += wide.low <= 21 <= wide.high
        naive += alone.low <= 21 <= alone.high
    assert near(covered / RUNS, 0.95), covered / RUNS
    assert naive / RUNS < 0.92, naive / RUNS


def test_without_brothers_and_sisters_the_test_is_the_log_rank_test() -> None:
    from statsmodels.duration.survfunc import survdiff

    rng = np.random.default_rng(4)
    for slower in (1.0, 1.2, 1.4):
        days = np.ceil(np.concatenate([rng.exponential(20, 400), rng.exponential(20 * slower, 400)]))
        group = np.repeat(["a", "b"], 400)
        theirs = float(survdiff(days, np.ones(800, dtype=int), group)[0])
        from scipy.special import chdtri

        ours = float(chdtri(1, same_waits(days, np.ones(800, dtype=bool), group, np.arange(800))))
        assert ours == pytest.approx(theirs, rel=0.15, abs=0.1)
