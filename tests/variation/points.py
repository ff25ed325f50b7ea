"""Series for tests: a point a month from October 2018, in the shape measures give."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from undrift.dates import add_months

FIRST = date(2018, 10, 1)
SINCE = date(2021, 12, 10)  # 38 months before the month it falls in


@dataclass(frozen=True)
class Figure:
    status: str
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    reason: str = ""


@dataclass(frozen=True)
class APoint:
    month: date
    result: Figure


def counts(pairs: Sequence[tuple[float, float] | None]) -> list[APoint]:
    """(numerator, denominator) a month; None is a month without a figure."""
    return [
        APoint(
            add_months(FIRST, i), Figure("number", 100 * p[0] / p[1], *p) if p else Figure("not_applicable")
        )
        for i, p in enumerate(pairs)
    ]


def values(numbers: Sequence[float | None]) -> list[APoint]:
    return [
        APoint(add_months(FIRST, i), Figure("cannot_tell") if v is None else Figure("number", v))
        for i, v in enumerate(numbers)
    ]


def binomial(shares: Sequence[float], children: int, rng: random.Random) -> list[APoint]:
    """Each month about this many children (within a quarter), each in time with the month's probability."""
    pairs: list[tuple[float, float] | None] = []
    for share in shares:
        n = rng.randint(children - children // 4, children + children // 4)
        pairs.append((sum(rng.random() < share for _ in range(n)), n))
    return counts(pairs)
