"""The slow, obvious reference: does this one row count in this month, and as what? The engines are held equal."""

from collections.abc import Sequence
from datetime import date, timedelta

from undrift.clocks import catalogue
from undrift.clocks.reference import Instance, Spell, reading
from undrift.dates import add_months
from undrift.drift.reference import FlagSpell
from undrift.measures.definition import Caseload, Flagged, InTime, Measure, Workers


def in_time(counts: InTime, instance: Instance, as_at: date, month: date) -> tuple[int, int]:
    """(numerator, denominator) that one clock's instance adds to a month (its first day)."""
    word = reading(catalogue()[counts.clocks[0]], instance, as_at)
    day = {"stopped_on": instance.stopped, "due_on": instance.due, "counted_on": instance.counted}[counts.by]
    counted = word in ("met", "late") or (word == "overdue" and counts.by == "due_on")
    if not counted or day is None or day > as_at or day.replace(day=1) != month:
        return 0, 0
    return int(word == counts.share), 1


def snapshot(
    measure: Measure, spells: Sequence[Spell], flags: Sequence[FlagSpell], month: date
) -> tuple[int, int]:
    """(numerator, denominator) that one child adds at a month's end; a caseload's denominator is its workers."""
    end = add_months(month, 1) - timedelta(days=1)
    held = [s for s in spells if s.kind == "allocation" and _open(s, end)]
    match measure.counts:
        case Flagged() as counts:
            up = any(f.since <= end < f.until for f in flags)
            cohort = not counts.of or any(s.kind in counts.of and _open(s, end) for s in spells)
            return (int(up and cohort), int(up if not counts.of else cohort))
        case Workers() as counts:
            if not any(s.kind in counts.of and _open(s, end) for s in spells):
                return 0, 0
            year = [
                s.outcome for s in spells
                if s.kind == "allocation" and s.outcome and s.started is not None and s.started <= end
                and (s.ended is None or s.ended > add_months(end, -12))
            ]  # fmt: skip
            return int(len(set(year)) >= counts.n), 1
        case Caseload():
            return int(bool(held)), len({s.outcome for s in held[-1:] if s.outcome})
        case _:
            raise TypeError(f"{measure.id} is not a snapshot")


def _open(spell: Spell, day: date) -> bool:
    return spell.started is not None and spell.started <= day and (spell.ended is None or spell.ended > day)
