"""The slow, obvious reference: one child, plain Python, no engine. The engines are held equal to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from undrift import dates
from undrift.clocks.definition import CLOSING, SOON, Again, Clock, Each, Opens, When


@dataclass(frozen=True)
class Event:
    """Something that happened on a day; day is None when the record holds none."""

    kind: str
    on: date | None
    spell_id: str | None = None
    outcome: str | None = None
    detail: str | None = None
    worker: str | None = None


@dataclass(frozen=True)
class Spell:
    """Something that lasted; ended is None while it lasts."""

    kind: str
    id: str
    started: date | None
    ended: date | None = None
    outcome: str | None = None
    detail: str | None = None
    worker: str | None = None


@dataclass(frozen=True)
class Instance:
    """One clock started once. `trouble` and `excuse` are the words for cannot tell and not applicable.

    excused: the day from which the excuse is known; None is from the start.
    """

    started: date | None
    due: date | None = None
    stopped: date | None = None
    ended: date | None = None
    counted: date | None = None
    trouble: str | None = None
    excuse: str | None = None
    excused: date | None = None


@dataclass(frozen=True)
class Beat:
    """A start before anything is known of how it went."""

    on: date | None
    spell: Spell | None
    outcome: str | None
    is_opening: bool


def instances(
    clock: Clock, events: Sequence[Event], spells: Sequence[Spell], records_from: date | None = None
) -> list[Instance]:
    """Every instance of the clock for one child, in order of start.

    records_from: first day on which any child in the whole submission has an event of the window's kind.
    """
    if isinstance(clock.starts, Again):
        found = _windows(clock, clock.starts, events, records_from)
    else:
        found = [
            _instance(clock, beat, beats, events)
            for beats in [_beats(clock, events, spells)]
            for beat in beats
        ]
    return sorted(found, key=lambda i: (i.counted or date.min, i.started or date.min, i.due or date.min))


def _beats(clock: Clock, events: Sequence[Event], spells: Sequence[Spell]) -> list[Beat]:
    beats: list[Beat] = []
    for spell in spells:
        opening = Beat(spell.started, spell, spell.outcome, is_opening=True)
        match clock.starts:
            case Opens(kind) if spell.kind == kind:
                beats.append(opening)
            case Each() as each if spell.kind == each.within:
                if each.and_opening:
                    beats.append(opening)
                days = sorted({e.on for e in events if _is(e, each.event, spell) and e.on is not None})
                for nth, day in enumerate(days, start=1):
                    if nth >= each.first and (each.last is None or nth <= each.last):
                        beats.append(Beat(day, spell, spell.outcome, is_opening=False))
            case _:
                pass
    if isinstance(clock.starts, Each) and clock.starts.within is None:
        beats += [
            Beat(e.on, None, e.outcome, is_opening=False) for e in events if e.kind == clock.starts.event
        ]
    return [beat for beat in beats if not (clock.leaves_out and _holds(clock.leaves_out, beat))]


def _is(event: Event, kind: str, spell: Spell) -> bool:
    return event.kind == kind and event.spell_id == spell.id


def _holds(when: When, beat: Beat) -> bool:
    if beat.outcome not in when.outcome:
        return False
    if when.after is None:
        return True
    assert beat.spell is not None
    return (
        beat.spell.started is not None
        and beat.on is not None
        and beat.on >= when.after.after(beat.spell.started)
    )


def _instance(clock: Clock, beat: Beat, beats: Sequence[Beat], events: Sequence[Event]) -> Instance:
    if beat.on is None:
        return Instance(None, trouble="no start date is recorded")
    due = clock.limit.after(beat.on)
    ended = beat.spell.ended if beat.spell and clock.ends_with_spell else None
    if clock.only and not _holds(clock.only, beat):
        return Instance(beat.on, due, None, ended, beat.on, trouble=clock.only.words)
    if beat.spell and beat.spell.ended is not None and beat.spell.ended < beat.on:
        return Instance(beat.on, due, None, ended, beat.on, trouble="it ends before it starts")
    excuse = (
        clock.not_applicable.words if clock.not_applicable and _holds(clock.not_applicable, beat) else None
    )
    if beat.spell is not None and clock.stops == CLOSING:
        days = [beat.spell.ended] if beat.spell.ended is not None else []
    elif beat.spell is not None:
        days = [e.on for e in events if _is(e, clock.stops, beat.spell) and e.on is not None]
    else:
        days = [e.on for e in events if e.kind == clock.stops and e.on is not None]
        later = [b.on for b in beats if b.on is not None and b.on > beat.on and _readable(clock, b)]
        if later:
            days = [day for day in days if day < min(later)]
    opens = beat.is_opening or beat.spell is None
    after = [day for day in days if (day >= beat.on if opens else day > beat.on)]
    stopped = min(after) if after else None
    if stopped is not None and ended is not None and stopped > ended:
        stopped = None
    if isinstance(clock.starts, Opens) and not after and any(day < beat.on for day in days):
        return Instance(beat.on, due, None, ended, beat.on, trouble="what stops it is dated before its start")
    known = (
        beat.spell.ended
        if excuse and clock.not_applicable and clock.not_applicable.at_end and beat.spell
        else None
    )
    return Instance(beat.on, due, stopped, ended, beat.on, excuse=excuse, excused=known)


def _readable(clock: Clock, beat: Beat) -> bool:
    return clock.only is None or _holds(clock.only, beat)


def _windows(
    clock: Clock, again: Again, events: Sequence[Event], records_from: date | None
) -> list[Instance]:
    found = []
    mine = [e for e in events if e.kind == again.event]
    for event in mine:
        if event.on is None:
            found.append(Instance(None, trouble="no start date is recorded"))
            continue
        earlier = [e.on for e in mine if e.on is not None and e.on < event.on]
        if earlier:
            start = max(earlier)
            found.append(Instance(start, clock.limit.after(start), event.on, None, event.on))
        elif records_from is not None and event.on <= clock.limit.after(records_from):
            words = "the records do not reach back far enough to know"
            found.append(Instance(None, None, event.on, None, event.on, trouble=words))
        else:
            found.append(Instance(None, None, event.on, None, event.on))
    return found


def reading(clock: Clock, instance: Instance, as_at: date) -> str | None:
    """The reading as at a day; None when the instance does not exist yet on that day."""
    i = instance
    if i.counted is not None and i.counted > as_at:
        return None
    if i.trouble:
        return "cannot_tell"
    if i.excuse and (i.excused is None or i.excused <= as_at):
        return "not_applicable"
    if clock.is_window:
        return "late" if i.due is not None and i.stopped is not None and i.stopped <= i.due else "met"
    assert i.due is not None
    if i.stopped is not None and i.stopped <= as_at:
        return "met" if i.stopped <= i.due else "late"
    if i.ended is not None and i.ended <= as_at:
        return "not_applicable" if i.ended <= i.due else "late"
    if as_at > i.due:
        return "overdue"
    return "due_soon" if dates.working_days_between(as_at, i.due) <= SOON else "running"
