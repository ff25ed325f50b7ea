"""Brothers and sisters are no evidence independent of each other: shares and their differences, with intervals from families.

A group's share is a ratio of sums over families, Σx/Σn. Its variance is the linearised one, what each family moves it by,
    V = F/(F − 1) Σ_f ((x_f − p n_f)/n)²,  F families,
and its design effect D = V / (p(1 − p)/n): the counts divided by D go through Wilson's interval (J. N. K. Rao and
A. J. Scott, "A simple method for the analysis of clustered binary data", Biometrics 48, 1992). D is never believed below 1.
The difference from all others is put together from the two intervals and the correlation r of the two shares, since one
family may have children on both sides (G. Y. Zou and A. Donner, Statistics in Medicine 27, 2008). Where every family has
one child it is Newcombe's method 10.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np

from undrift.variation.intervals import Interval, newcombe, wilson

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True)
class Share:
    """A share of `of`; `design` is how many times more it varies than children counted one by one; `moved` by each family."""

    count: float
    of: float
    design: float
    moved: Array

    @property
    def interval(self) -> Interval:
        return wilson(self.count / self.design, self.of / self.design)


def share(count: Array, of: Array) -> Share:
    """From each family's count and of: one place a family, the same place in every array that is compared."""
    x, n, families = float(count.sum()), float(of.sum()), len(count)
    p = x / n
    moved = (count - p * of) / n
    if 0 < p < 1 and families > 1:
        design = families / (families - 1) * float((moved**2).sum()) / (p * (1 - p) / n)
    else:  # nothing varies, so nothing says how alike families are: as if each were all of a piece
        design = float((of**2).sum()) / n
    return Share(x, n, max(1.0, design), moved)


def difference(one: Share, other: Share) -> Interval:
    """The interval of one share less another, -1 to 1."""
    width = sqrt(float((one.moved**2).sum()) * float((other.moved**2).sum()))
    r = float((one.moved * other.moved).sum()) / width if width else 0.0
    return newcombe(
        one.count / one.design, one.of / one.design, other.count / other.design, other.of / other.design, r=r
    )


def by_group(rows: Sequence[tuple[str, object, float, float]]) -> dict[str, tuple[Array, Array]]:
    """Each family's count and of, by group, from rows of (group, family, count, of); groups of nothing are left out."""
    if not rows:
        return {}
    names, families, count, of = zip(*rows, strict=True)
    groups, group = np.unique(np.asarray(names, dtype=str), return_inverse=True)
    place = np.unique(np.asarray([str(f) for f in families]), return_inverse=True)[1]
    many = int(place.max()) + 1
    xs, ns = np.asarray(count, dtype=float), np.asarray(of, dtype=float)
    found = {}
    for nth, name in enumerate(groups):
        its = group == nth
        if ns[its].sum() > 0:
            found[str(name)] = (
                np.bincount(place[its], weights=xs[its], minlength=many),
                np.bincount(place[its], weights=ns[its], minlength=many),
            )
    return found
