"""The slow, obvious reference: one child, plain Python, no engine. The engines are held equal to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

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
    detail: str | None
    is_opening: bool


def instances(
    clock: Clock, events: Sequence[Event], spells: Sequence[Spell], records_from: date | None = None
) -> list[Instance]:
    """Every instance of the clock for one child, in order of start.

    records_from: first day on which any child in the whole submission has an event of the kind a window counts from.
    """
    if isinstance(clock.starts, Again):
        found = _windows(clock, clock.starts, events, records_from)
    else:
        birth = min((e.on for e in events if e.kind == "born" and e.on is not None), default=None)
        beats = [beat for beat in _beats(clock, events, spells) if _covered(clock, beat, birth)]
        found = [_instance(clock, beat, beats, events, birth) for beat in beats]
    return sorted(found, key=lambda i: (i.counted or date.min, i.started or date.min, i.due or date.min))


def _beats(clock: Clock, events: Sequence[Event], spells: Sequence[Spell]) -> list[Beat]:
    beats: list[Beat] = []
    for spell in spells:
        opening = Beat(spell.started, spell, spell.outcome, spell.detail, is_opening=True)
        match clock.starts:
            case Opens(kind) if spell.kind == kind:
                beats.append(opening)
            case Each() as each if spell.kind == each.within:
                if each.and_opening:
                    beats.append(opening)
                mine = [e for e in events if e.kind in clock.start_kinds and _belongs(clock, e, spell)]
                days = sorted({e.on for e in mine if e.on is not None})
                for nth, day in enumerate(days, start=1):
                    if nth >= each.first and (each.last is None or nth <= each.last):
                        beats.append(Beat(day, spell, spell.outcome, spell.detail, is_opening=False))
            case _:
                pass
    if isinstance(clock.starts, Each) and clock.starts.within is None:
        starting = [e for e in events if e.kind in clock.start_kinds]
        beats += [Beat(e.on, None, e.outcome, e.detail, is_opening=False) for e in starting]
    return beats


def _belongs(clock: Clock, event: Event, spell: Spell) -> bool:
    """Linked to the spell; or, by day, happening while it lasted, its first and last days included."""
    if not clock.by_day:
        return event.spell_id == spell.id
    if event.on is None or spell.started is None:
        return False
    return spell.started <= event.on and (spell.ended is None or event.on <= spell.ended)


def _covered(clock: Clock, beat: Beat, birth: date | None) -> bool:
    """Is the clock about this start at all? One with no day, or of a child with no date of birth, is told of later."""
    if clock.covers and not _holds(clock.covers, beat):
        return False
    if clock.leaves_out and _holds(clock.leaves_out, beat):
        return False
    if clock.in_force and beat.on is not None and beat.on < clock.in_force:
        return False
    if clock.aged is None or beat.on is None or birth is None:
        return True
    if beat.on < dates.add_months(birth, 12 * clock.aged.at_least):
        return False
    return clock.aged.under is None or beat.on < dates.add_months(birth, 12 * clock.aged.under)


def _holds(when: When, beat: Beat) -> bool:
    said = beat.outcome if when.of == "outcome" else beat.detail
    if said not in when.outcome:
        return False
    if when.after is None and when.before is None:
        return True
    if beat.spell is None or beat.spell.started is None or beat.on is None:
        return False
    if when.after is not None and beat.on < when.after.after(beat.spell.started):
        return False
    return when.before is None or beat.on < when.before.after(beat.spell.started)


def _due(clock: Clock, start: date) -> date:
    """The last day in time (of a window, the last day too soon), under the limit in force on the day of the start."""
    return clock.limit_from(start).after(start) + timedelta(days=clock.days_over)


def _instance(
    clock: Clock, beat: Beat, beats: Sequence[Beat], events: Sequence[Event], birth: date | None
) -> Instance:
    ended = beat.spell.ended if beat.spell and clock.ends_with_spell else None
    if beat.spell is None and beat.on is not None:
        later = [b.on for b in beats if b.on is not None and b.on > beat.on and _readable(clock, b)]
        ended = min(later) if later else None
    if beat.on is None:
        return Instance(None, ended=ended, trouble="no start date is recorded")
    due = _due(clock, beat.on)
    if clock.aged and birth is None:
        return Instance(beat.on, due, None, ended, beat.on, trouble="no date of birth is recorded")
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
        stops = [e for e in events if e.kind in clock.stop_kinds and _belongs(clock, e, beat.spell)]
        days = [e.on for e in stops if e.on is not None]
    else:
        days = [e.on for e in events if e.kind in clock.stop_kinds and e.on is not None]
        days = [day for day in days if ended is None or day < ended]
    itself_may_stop = beat.is_opening or not clock.restarts
    after = [day for day in days if (day >= beat.on if itself_may_stop else day > beat.on)]
    before = [day for day in days if day < beat.on]
    stopped = min(after) if after else None
    if clock.may_precede and before:
        stopped = max(before)
    if stopped is not None and ended is not None and stopped > ended:
        stopped = None
    if isinstance(clock.starts, Opens) and not after and before and not clock.may_precede:
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
    for event in [e for e in events if e.kind == again.event]:
        if event.on is None:
            found.append(Instance(None, trouble="no start date is recorded"))
            continue
        opened, broken = _window_opened(again, events, event.on)
        if opened is not None:
            found.append(Instance(opened, _due(clock, opened), event.on, None, event.on))
        elif not broken and (records_from is None or event.on <= clock.limit.after(records_from)):
            words = "the records do not reach back far enough to know"
            found.append(Instance(None, None, event.on, None, event.on, trouble=words))
        else:
            found.append(Instance(None, None, event.on, None, event.on))
    return found


def _window_opened(again: Again, events: Sequence[Event], day: date) -> tuple[date | None, bool]:
    """The day the window of this day's event opened, if there is one; and whether a run was broken before it."""

    def on(kinds: Sequence[str]) -> list[date]:
        return sorted({e.on for e in events if e.kind in kinds and e.on is not None})

    if again.since:
        earlier = [d for d in on([again.since]) if d <= day]
        return (earlier[-1] if earlier else None), False
    breaks = [d for d in on(again.unless) if d < day]
    run = [d for d in on([again.event]) if d < day and (not breaks or d > breaks[-1])]
    wanted = again.nth - 1
    return (run[-wanted] if len(run) >= wanted else None), bool(breaks)


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
        if i.stopped is not None and i.stopped <= as_at:
            return "late" if i.due is not None and i.stopped <= i.due else "met"
        if i.due is not None and i.due < as_at:
            return "met"
        return "not_applicable" if i.ended is not None and i.ended <= as_at else "running"
    assert i.due is not None
    if i.stopped is not None and i.stopped <= as_at:
        return "met" if i.stopped <= i.due else "late"
    if i.ended is not None and i.ended <= as_at:
        return "not_applicable" if i.ended <= i.due else "late"
    if as_at > i.due:
        return "overdue"
    return "due_soon" if dates.working_days_between(as_at, i.due) <= SOON else "running"
