"""The slow, obvious reference: what does this one row add to this month? The engines are held equal to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from undrift.clocks import catalogue
from undrift.clocks.reference import Instance, Spell, reading
from undrift.dates import add_months
from undrift.drift.reference import FlagSpell
from undrift.measures.definition import (
    Aged,
    AlsoIn,
    Average,
    Between,
    Blank,
    By,
    Flagged,
    HasFlag,
    InTime,
    Is,
    Lasted,
    Not,
    Number,
    Rate,
    Ratio,
    Share,
    Test,
)

Facts = Mapping[str, Sequence[Mapping[str, object]]]
"""Fact to its rows for one child or worker; a row is column to value, None where the record says nothing."""


@dataclass
class Sums:
    """What a month is made of."""

    numerator: int = 0
    denominator: int = 0
    cannot_tell: int = 0
    amount: float = 0.0
    weight: float = 0.0
    values: tuple[float, ...] = ()


def in_time(counts: InTime, instance: Instance, as_at: date, month: date) -> Sums:
    """What one clock's instance adds to a month (its first day)."""
    word = reading(catalogue()[counts.clocks[0]], instance, as_at)
    day = {"stopped_on": instance.stopped, "due_on": instance.due, "counted_on": instance.counted}[counts.by]
    # What cannot be told may lack the day it would be counted by: it is then told of from the day it began to count.
    untold = instance.counted if word == "cannot_tell" and day is None else day
    if untold is None or untold > as_at or untold.replace(day=1) != month:
        return Sums()
    if word == "cannot_tell":
        return Sums(cannot_tell=1)
    counted = word in ("met", "late") or (word == "overdue" and counts.by == "due_on")
    if not counted:
        return Sums()
    hit = int(word == counts.share)
    return Sums(hit, 1, 0, float(hit), 1.0)


def flagged(counts: Flagged, spells: Sequence[Spell], flags: Sequence[FlagSpell], month: date) -> Sums:
    """What one child adds at a month's end."""
    end = _month_end(month)
    up = any(f.since <= end < f.until for f in flags)
    if counts.of and not any(s.kind in counts.of and _open(s.started, s.ended, end) for s in spells):
        return Sums()
    if not counts.of and not up:
        return Sums()
    return Sums(int(up), 1, 0, float(up), 1.0)


def of_facts(
    counts: Share | Number | Rate | Average | Ratio, facts: Facts, flags: Sequence[FlagSpell], month: date
) -> Sums:
    """What one child or worker adds to a month."""
    match counts:
        case Rate(number):
            return of_facts(number, facts, flags, month)
        case Ratio(top, bottom):
            above, *below = (of_facts(part, facts, flags, month) for part in (top, *bottom))
            return Sums(
                above.numerator,
                above.denominator + sum(part.denominator for part in below),
                above.cannot_tell + sum(part.cannot_tell for part in below),
                above.amount,
                sum(part.amount for part in below),
            )
        case Share() if counts.each == "child":
            found = _of_rows(counts, facts, flags, month)
            hit, counted = min(found.numerator, 1), min(found.denominator, 1)
            return Sums(hit, counted, int(found.cannot_tell > 0 and not counted), float(hit), float(counted))
        case Share() | Number() | Average():
            return _of_rows(counts, facts, flags, month)


def value(counts: Number | Rate | Average | Ratio | Share, sums: Sums, people: int) -> float | None:
    """What the sums come to; None when there is nothing to divide by, or a sum leaves something out."""
    match counts:
        case Number():
            return sums.amount
        case Rate():
            return 10_000 * sums.amount / people
        case Average(how="median"):
            return median(sums.values) if sums.values else None
        case Average():
            return sum(sums.values) / len(sums.values) if sums.values else None
        case Ratio():
            whole = sums.weight > 0 and not sums.cannot_tell
            return counts.scale * sums.amount / sums.weight if whole else None
        case Share():
            whole = sums.weight > 0 and not (counts.weigh and sums.cannot_tell)
            return 100 * sums.amount / sums.weight if whole else None


def _of_rows(counts: Share | Number | Average, facts: Facts, flags: Sequence[FlagSpell], month: date) -> Sums:
    sums = Sums()
    for row in facts.get(counts.of, ()):
        day = _day(row, month)
        if day is None:
            continue
        chosen = _all(counts.among, row, day, facts, flags)
        if chosen is False:
            continue
        column = counts.value if isinstance(counts, Average) else counts.weigh
        size = _number(row[column]) if column else 1.0
        hit = _all(counts.where, row, day, facts, flags) if isinstance(counts, Share) else True
        if chosen is None or hit is None or size is None:
            sums.cannot_tell += 1
            continue
        sums.numerator += hit
        sums.denominator += 1
        sums.amount += size if hit else 0.0
        sums.weight += 1.0 if isinstance(counts, Average) else size
        sums.values = (*sums.values, size)
    return sums


def _day(row: Mapping[str, object], month: date) -> date | None:
    """The day the row is counted on in this month; None when it is not."""
    if "on_date" in row:
        on = row["on_date"]
        return on if isinstance(on, date) and on.replace(day=1) == month else None
    end = _month_end(month)
    started, ended = row["started_on"], row["ended_on"]
    return end if isinstance(started, date) and _open(started, ended, end) else None


def _all(
    tests: Sequence[Test], row: Mapping[str, object], day: date, facts: Facts, flags: Sequence[FlagSpell]
) -> bool | None:
    """False if any test is; else None if any cannot be told; else True."""
    found = [_holds(test, row, day, facts, flags) for test in tests]
    return False if False in found else None if None in found else True


def _holds(
    test: Test, row: Mapping[str, object], day: date, facts: Facts, flags: Sequence[FlagSpell]
) -> bool | None:
    match test:
        case Is(column, values):
            return None if row[column] is None else row[column] in values
        case Blank(column):
            return row[column] is None
        case By(column):
            known = row[column]
            return isinstance(known, date) and known <= day
        case Between(column, least, most):
            number = _number(row[column])
            if number is None:
                return None
            return (least is None or number >= least) and (most is None or number <= most)
        case Lasted():
            since = row[test.since]
            if not isinstance(since, date):
                return None
            return (
                (test.at_least is None or day >= test.at_least.after(since))
                and (test.at_most is None or day <= test.at_most.after(since))
                and (test.under is None or day < test.under.after(since))
            )
        case Aged(least, under):
            born = row["born"]
            if not isinstance(born, date):
                return None
            return (least is None or day >= add_months(born, 12 * least)) and (
                under is None or day < add_months(born, 12 * under)
            )
        case AlsoIn(name):
            return any(
                _open(other["started_on"] or date.min, other["ended_on"], day)
                for other in facts.get(name, ())
            )
        case HasFlag():
            return any(f.since <= day < f.until for f in flags)
        case Not(inner):
            held = _holds(inner, row, day, facts, flags)
            return None if held is None else not held


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _month_end(month: date) -> date:
    return add_months(month, 1) - timedelta(days=1)


def _open(started: object, ended: object, day: date) -> bool:
    return isinstance(started, date) and started <= day and (not isinstance(ended, date) or ended > day)
