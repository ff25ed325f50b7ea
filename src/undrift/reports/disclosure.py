"""Disclosure control: the only way out for a figure that may become public.

The rules are those English publications follow for children's social care (small counts 1 to 5 withheld, zero shown,
percentages withheld when a count behind them is small, averages when fewer than six children are behind them), with
the symbol "c" for a figure withheld to protect somebody. Withheld is its own state: never zero, never blank.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from undrift.dates import add_months
from undrift.measures import Point, Result
from undrift.variation import Chart, Level, Verdict
from undrift.variation.words import NEW, OLD, amount, pair

LOW: Final = 1
HIGH: Final = 5
SYMBOL: Final = "c"
RULE: Final = (
    "c: withheld to protect children. A count of 1 to 5 is never shown, nor a percentage or an average that rests on "
    "one; a zero is a true zero."
)
WITHHELD_WORDS: Final = "a figure withheld because few children are behind it"
STATUS_WORDS: Final = {
    "suppressed": SYMBOL,
    "not_applicable": "not applicable",
    "not_available": "not available yet",
    "cannot_tell": "cannot tell",
}
BLOCKS: Final = (1, 3, 6, 12)  # months pooled into one published point, shortest first
FEW_GAPS: Final = 0.2


@dataclass(frozen=True)
class Shown:
    """A figure as it may be printed. No count travels with it. status as in Result; text is never empty."""

    status: str
    text: str
    note: str = ""


@dataclass(frozen=True)
class PublicSeries:
    """A series pooled into the shortest equal blocks that leave few gaps. None: withheld, or no figure."""

    block_months: int
    months: list[date]  # the first month of each block
    values: list[float | None]  # percent as whole numbers; counts and averages as the measure has them
    withheld: list[bool]


def is_small(count: float) -> bool:
    """Could this count identify a child?"""
    return LOW <= count <= HIGH


def percentage_is_safe(numerator: float, denominator: float) -> bool:
    """Neither the children counted, nor those not counted, nor all of them are few."""
    return denominator > HIGH and not any(is_small(n) for n in (numerator, denominator - numerator))


def result_is_safe(result: Result, unit: str) -> bool:
    """May this result's value be published? Only a number can be unsafe."""
    if result.status != "number" or result.value is None:
        return True
    if unit == "percent":
        return _known(result) and percentage_is_safe(
            float(result.numerator or 0), float(result.denominator or 0)
        )
    if unit == "children":
        return not 0 < float(result.value) < HIGH + 1  # an average of counts may fall between two of them
    return result.numerator is not None and (result.numerator == 0 or float(result.numerator) > HIGH)


def published(result: Result, unit: str) -> Shown:
    """The result as anybody may read it."""
    if not result_is_safe(result, unit):
        return Shown("suppressed", SYMBOL, RULE)
    return _words(result, unit, counts=False)


def published_counts(counts: Mapping[str, int], within: Mapping[str, Collection[str]]) -> dict[str, Shown]:
    """Counts of children side by side, as anybody may read them.

    within: a set's id to the sets that hold every child of it. Where two such counts differ by few, those few could be
    read off, so the smaller is withheld.
    """
    return {
        name: Shown("suppressed", SYMBOL, RULE)
        if is_small(count) or any(is_small(counts[larger] - count) for larger in within.get(name, ()))
        else Shown("number", f"{count:,}")
        for name, count in counts.items()
    }


def internal(result: Result, unit: str) -> Shown:
    """The result as those allowed to open the children behind it read it: exact, with its counts."""
    return _words(result, unit, counts=True)


def _words(result: Result, unit: str, *, counts: bool) -> Shown:
    if result.status != "number" or result.value is None:
        # A reason may count children ("3 have no date"), so only reasons about the measure itself are published.
        reason = result.reason if counts or result.status in ("not_available", "not_applicable") else ""
        return Shown(result.status, STATUS_WORDS.get(result.status, result.status), reason or "")
    text = amount(float(result.value), unit)
    if counts and unit == "percent" and _known(result):
        text += f" ({result.numerator:,.0f} of {result.denominator:,.0f})"
    return Shown("number", text)


def published_sentence(verdict: Verdict, unit: str) -> str:
    """The verdict's sentence, its amounts withheld where they rest on few children."""
    if verdict.is_rare:
        return verdict.template
    old, new = verdict.baseline_level, verdict.recent_level
    if old is None or new is None:
        return verdict.sentence
    exact = pair(old.value, new.value, unit)
    told = [
        words if _level_is_safe(level, unit) else WITHHELD_WORDS
        for words, level in zip(exact, (old, new), strict=True)
    ]
    return verdict.template.replace(OLD, told[0]).replace(NEW, told[1])


def _level_is_safe(level: Level, unit: str) -> bool:
    if unit == "percent":
        return (
            level.numerator is not None
            and level.denominator is not None
            and percentage_is_safe(level.numerator, level.denominator)
        )
    return unit != "children" or not 0 < level.value < HIGH + 1


def published_series(points: Sequence[Point], unit: str, *, snapshot: bool = False) -> PublicSeries:
    """The series pooled month by month, by quarter, half-year or year: the shortest that leaves few gaps.

    Blocks end with the latest month and never overlap, so that no two published figures differ by a few children.
    Percentages are pooled; figures taken on a day (snapshot), counts and averages are the block's last.
    """
    ordered = sorted(points, key=lambda p: p.month)
    options = [_pooled(ordered, unit, size, snapshot) for size in BLOCKS]
    return next((s for s in options if sum(s.withheld) <= FEW_GAPS * len(s.withheld)), options[-1])


def _pooled(ordered: Sequence[Point], unit: str, size: int, snapshot: bool) -> PublicSeries:
    start = len(ordered) % size  # a part block at the beginning is left out: the newest months matter most
    months: list[date] = []
    values: list[float | None] = []
    withheld: list[bool] = []
    for at in range(start, len(ordered), size):
        block = [p.result for p in ordered[at : at + size] if p.result.status == "number"]
        months.append(ordered[at].month)
        value, safe = _block(block[-1:] if snapshot else block, unit)
        values.append(value if safe else None)
        withheld.append(not safe)
    return PublicSeries(size, months, values, withheld)


def _block(results: Sequence[Result], unit: str) -> tuple[float | None, bool]:
    if unit != "percent":
        last = results[-1] if results else None
        return (last.value if last else None), last is None or result_is_safe(last, unit)
    numerator = sum(float(r.numerator or 0) for r in results)
    denominator = sum(float(r.denominator or 0) for r in results)
    if not denominator:
        return None, True
    return float(round(100 * numerator / denominator)), percentage_is_safe(numerator, denominator)


def published_chart(points: Sequence[Point], verdict: Verdict, unit: str) -> tuple[Chart, PublicSeries]:
    """What may be drawn: pooled points and the earlier average, without monthly limits. For charts.control_chart_*."""
    drawn = set(verdict.chart.months)
    series = published_series([p for p in points if p.month in drawn], unit, snapshot=verdict.chart.snapshot)
    old = verdict.baseline_level
    centre = old.value if old and _level_is_safe(old, unit) else None
    count = len(series.months)
    begins = verdict.chart.baseline_from
    nothing: list[float | None] = [None] * count
    line = [centre if begins and month >= begins else None for month in series.months]
    chart = Chart(
        series.months, series.values, line, nothing, nothing, [None] * count, [None] * count,
        verdict.since, begins, unit, verdict.chart.snapshot,
    )  # fmt: skip
    return chart, series


def block_words(series: PublicSeries) -> str:
    """How the published points were pooled, for the note under the chart."""
    stretch = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}[series.block_months]
    return f"Each point is a {stretch}" + (
        ", pooled so that no small number of children can be read off." if series.block_months > 1 else "."
    )


def block_label(series: PublicSeries, index: int) -> str:
    """A block's months in words: "July 2026", "July to September 2026", "October 2025 to September 2026"."""
    first = series.months[index]
    last = add_months(first, series.block_months - 1)
    if first == last:
        return f"{first:%B %Y}"
    return f"{first:%B} to {last:%B %Y}" if first.year == last.year else f"{first:%B %Y} to {last:%B %Y}"


def _known(result: Result) -> bool:
    return result.numerator is not None and bool(result.denominator)
