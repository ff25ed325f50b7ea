"""How often chance alone, with nothing changed, gives a chart an icon or a verdict: what a page of many charts must say.

Simulated with the charts and rules as they are, 24 months of baseline (36 gaps for t), 6,000 series for each kind and
each of 12, 20, 32 and 58 months since; standard errors 0.2 to 0.4 points. p at 15 and 40 children a month, u at 180
events, snapshot with neighbouring months correlated 0.7, t at an event in 20 days. g at an event in 20 to 80 of the cases
that come one to four a day, those of a day counting once: 2,500 series each of seven such.

An icon is about the latest point, so the months since do not matter. Were limits known and not learned, it would be shown
1.9 times in a hundred (tests/variation/test_dots.py adds it up); a mean learned from 24 months makes runs come easier,
and a sigma learned from them takes XmR further than p′ and u′, whose sigma is never believed below the binomial.
A verdict looks back over every month since, but a change undone is not called, so its rate settles within two years.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from undrift.variation.choose import Kind

ICON: Final[dict[Kind, float]] = {
    "p": 0.029,
    "u": 0.029,
    "xmr": 0.039,
    "snapshot": 0.006,
    "t": 0.045,
    "g": 0.052,
}
VERDICT: Final[dict[Kind, float]] = {
    "p": 0.055,
    "u": 0.055,
    "xmr": 0.082,
    "snapshot": 0.006,
    "t": 0.05,
    "g": 0.048,
}


def expected(rates: dict[Kind, float], charts: Sequence[Kind]) -> float:
    """How many of these charts, all of them steady, chance alone would speak of."""
    return sum(rates[kind] * count for kind, count in Counter(charts).items())
