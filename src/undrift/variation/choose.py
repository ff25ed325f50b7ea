"""Which chart fits: one explicit rule from the measure's card and its months, and the reason in words.

1. A figure taken on a day (children waiting at the month's end): limits from its own standard deviation, since the
   same children stand in neighbouring months.
2. A share of something: p′. When more than a quarter of the earlier months hold none of the rarer outcome, a month is
   too short to show it, and the cases between two of them are charted instead (a g chart).
3. A rate against an exposure (children in the area): u′.
4. A count, an average or a ratio: individuals and moving range (XmR). When more than a quarter of a count's earlier months hold none,
   the days between two events (a t chart).
The quarter is where a count of Poisson mean 1.4 has that many empty months: below it monthly limits reach zero, and
better can no longer be seen. L. P. Provost and S. K. Murray, The Health Care Data Guide (2011), part two, gives the
same advice for rare events.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

Kind = Literal["p", "u", "xmr", "snapshot", "t", "g"]
EMPTY: Final = 0.25
NAMES: Final[dict[Kind, str]] = {
    "p": "p′ chart",
    "u": "u′ chart",
    "xmr": "XmR chart",
    "snapshot": "chart of a figure taken on a day",
    "t": "chart of the days between events (t chart)",
    "g": "chart of the cases between events (g chart)",
}
_WHY: Final[dict[Kind, str]] = {
    "p": "The measure is a share of children that differ in number from month to month; Laney’s correction widens the "
    "limits where months vary more than chance draws do.",
    "u": "The measure counts events against an exposure that differs from month to month; Laney’s correction widens the "
    "limits where months vary more than chance does.",
    "xmr": "The measure is a count or an average: limits come from how much one month differs from the next.",
    "snapshot": "The figure is taken on a day and counts many of the same children as the month before, so limits come "
    "from the spread of the earlier months, and only a lasting and large change is called.",
    "t": "It is rare: more than a quarter of the earlier months have none, so the days between two are charted.",
    "g": "One of the two outcomes is rare: more than a quarter of the earlier months have none of it, so the cases "
    "between two are charted.",
}


class CardLike(Protocol):
    """What the choice needs of a measure's card (a measures.Measure is one)."""

    @property
    def unit(self) -> str: ...
    @property
    def denominates(self) -> bool: ...
    @property
    def is_snapshot(self) -> bool: ...


@dataclass(frozen=True)
class Choice:
    """A chart's kind, its name for readers, and why it fits."""

    kind: Kind

    @property
    def name(self) -> str:
        return NAMES[self.kind]

    @property
    def why(self) -> str:
        return _WHY[self.kind]


def choose(card: CardLike, earlier: Sequence[tuple[float, float | None]], *, is_count: bool = True) -> Choice:
    """The chart for a measure, from its earlier months as (numerator, denominator); no denominator for a count.

    is_count: without a denominator, is the value the number of things counted (and not an average of them)?
    """
    if card.is_snapshot:
        return Choice("snapshot")
    if card.unit == "percent" and card.denominates:
        counted = sum(x for x, _ in earlier)
        not_counted = sum(n or 0.0 for _, n in earlier) - counted
        rarer = [x if counted <= not_counted else (n or 0.0) - x for x, n in earlier]
        return Choice("g" if _mostly_empty(rarer) else "p")
    if any(n for _, n in earlier):
        return Choice("u")
    return Choice("t" if is_count and _mostly_empty([x for x, _ in earlier]) else "xmr")


def _mostly_empty(counts: Sequence[float]) -> bool:
    return bool(counts) and sum(count == 0 for count in counts) > EMPTY * len(counts)
