"""Verdicts as sentences: what moved, from what to what, what says so, and what does not follow."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from undrift.variation.rules import BEYOND, RUN_OF_EIGHT, TWO_OF_THREE, Signal

NUMBERS: Final = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
OLD: Final = "{old}"  # where the amounts go: disclosure control fills them differently from pages for staff
NEW: Final = "{new}"
COUNTED: Final = ("children", "conferences", "referrals", "requests", "young people")
"""Units of things counted one by one, which have no decimals of their own."""


def number(n: int) -> str:
    """Small whole numbers in words, as prose has them."""
    return NUMBERS[n] if 0 <= n < len(NUMBERS) else str(n)


def month(day: date) -> str:
    return f"{day:%B %Y}"


def amount(value: float, unit: str, exact: bool = False) -> str:
    """A value with its unit: 66%, 24 children, 15.2 children per social worker. `exact` keeps one decimal."""
    text = bare(value, unit, exact)
    return text if unit in ("", "percent") else f"{text} {unit}"


def bare(value: float, unit: str, exact: bool = False) -> str:
    """The value alone, for a sentence whose subject already names the unit: 66%, 24, 15.2."""
    if unit == "percent":
        return f"{value:.1f}%" if exact else f"{value:.0f}%"
    whole = unit in COUNTED and (abs(value) >= 10 or value == int(value))
    return f"{value:,.0f}" if whole and not exact else f"{value:.1f}"


def fill(template: str, baseline: float, recent: float, unit: str) -> str:
    """The sentence with its amounts."""
    old, new = pair(baseline, recent, unit)
    return template.replace(OLD, old).replace(NEW, new)


def pair(a: float, b: float, unit: str) -> tuple[str, str]:
    """Two bare values with enough decimals to differ when they differ."""
    first, second = bare(a, unit), bare(b, unit)
    return (first, second) if first != second else (bare(a, unit, exact=True), bare(b, unit, exact=True))


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def shift_sentence(
    subject: str,
    signal: Signal,
    *,
    since: date,
    months: Sequence[date],
    sides: Sequence[int],
    snapshot: bool = False,
) -> str:
    """The sentence for a change that stands, its amounts left open."""
    verb = "rose" if signal.side > 0 else "fell"
    where = "above" if signal.side > 0 else "below"
    first = month(since)
    if signal.rule == RUN_OF_EIGHT:
        held = [s for s in sides[signal.first :] if s]
        far = f" and, on average, far enough {where} it" if snapshot else ""
        on_side = held.count(signal.side)
        opening = f"{capital(subject)} {verb} from {OLD} to {NEW} since {first}"
        if on_side == len(held):
            run = f"{number(on_side)} months in a row {where} the earlier average"
        else:
            run = (
                f"{number(on_side)} of the {number(len(held))} months from {month(months[signal.first])} "
                f"were {where} the earlier average"
            )
        return f"{opening}: {run}{far}, unlikely to be chance."
    stood = f"{capital(subject)} stood at {OLD} before {first}"
    last = month(months[signal.fired])
    if signal.rule == BEYOND:
        return f"{stood}; {last}, at {NEW}, was further {where} that than chance usually reaches. {_EARLY}"
    assert signal.rule == TWO_OF_THREE
    return f"{stood}; two of the three months to {last}, at {NEW} together, were well {where} that. {_EARLY}"


_EARLY: Final = "This is an early sign and has not yet held."


def no_change_sentence(
    subject: str, *, since: date, count: int, undone: tuple[int, date, date] | None
) -> str:
    """The sentence when nothing stands. undone: (side, first month, last month) of a change that came back."""
    text = (
        f"{capital(subject)} stood at {NEW} over the latest {number(count)} months, against {OLD} before "
        f"{month(since)}: no evidence of a change beyond chance."
    )
    if undone:
        side, first, last = undone
        level = "higher" if side > 0 else "lower"
        text += (
            f" It was {level} from {month(first)}, but by {month(last)} it was back inside its earlier range."
        )
    return text


def two_levels_sentence(above_first: bool, one: tuple[date, date], other: tuple[date, date]) -> str:
    """What is owed to a reader whose earlier average was drawn through two levels, each from a month to a month."""
    first, second = ("above", "below") if above_first else ("below", "above")
    return (
        f"The earlier months were not steady: those from {month(one[0])} to {month(one[1])} were {first} the earlier average "
        f"and those from {month(other[0])} to {month(other[1])} {second} it. That average is neither level: read the chart with it."
    )


def by_chance(count: int) -> str:
    """What a page with `count` verdicts owes its reader. The rate is the simulated one: about 6% of steady series."""
    return (
        f"{capital(number(count))} measures are judged here. Of twenty steady measures about one would be called "
        "changed by chance alone, so one verdict should be read beside the others, and beside what practice audits "
        "and visit letters say."
    )
