"""The slow, obvious reference: one child's flags in plain Python. The engines are held equal to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from undrift.clocks.reference import Event, Spell
from undrift.drift.definition import Pattern

FOREVER = date(9999, 12, 31)


@dataclass(frozen=True)
class FlagSpell:
    """A flag that was up on every day from `since` until the day before `until` (FOREVER while it is up)."""

    since: date
    until: date
    first: date
    last: date


def flag_spells(pattern: Pattern, events: Sequence[Event], spells: Sequence[Spell]) -> list[FlagSpell]:
    """Every time the flag was up for one child, overlapping times joined."""
    raised: list[FlagSpell] = []
    if pattern.within:
        for spell in spells:
            if spell.kind in pattern.within and spell.started is not None:
                end = spell.ended or FOREVER
                inside = [e for e in events if e.on is not None and spell.started <= e.on < end]
                raised += _raised(pattern, inside, spell.started, end)
    else:
        raised = _raised(pattern, [e for e in events if e.on is not None], date.min, FOREVER)
    return _joined(raised)


def _raised(pattern: Pattern, events: Sequence[Event], start: date, end: date) -> list[FlagSpell]:
    clears = sorted(e.on for e in events if e.kind in pattern.cleared_by and e.on is not None)
    triggers = sorted(e.on for e in events if e.kind in pattern.triggers and e.on is not None)
    found = []
    for nth, last in enumerate(triggers):
        answered = [day for day in clears if day >= (start if pattern.for_good else last)]
        since_clear = [day for day in triggers[: nth + 1] if not any(day <= clear < last for clear in clears)]
        if pattern.for_good:
            since_clear = triggers[: nth + 1]
        if len(since_clear) < pattern.needs:
            continue
        first = since_clear[-pattern.needs]
        expiry = pattern.window.after(first) if pattern.window else FOREVER
        since = pattern.grace.after(last) if pattern.grace else last
        until = min([end, expiry, *answered[:1]])
        if since < until:
            found.append(FlagSpell(since, until, first, last))
    return found


def _joined(raised: Sequence[FlagSpell]) -> list[FlagSpell]:
    joined: list[FlagSpell] = []
    for flag in sorted(raised, key=lambda f: (f.since, f.until, f.first)):
        if joined and flag.since <= joined[-1].until:
            up = joined[-1]
            joined[-1] = FlagSpell(up.since, max(up.until, flag.until), up.first, up.last)
        else:
            joined.append(flag)
    return joined
