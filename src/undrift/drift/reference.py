"""The slow, obvious reference: one child's flags in plain Python. The engines are held equal to it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from undrift.clocks.reference import Event, Spell
from undrift.drift.definition import (
    DISTINCT,
    All,
    Distinct,
    Either,
    End,
    Ended,
    Followed,
    Happened,
    Lasting,
    Mark,
    On,
    Open,
    Pattern,
    Quiet,
    Start,
    State,
    Unless,
)
from undrift.engines.limits import Limit

FOREVER = date(9999, 12, 31)


@dataclass(frozen=True)
class FlagSpell:
    """A flag that was up on every day from `since` until the day before `until` (FOREVER while it is up)."""

    since: date
    until: date
    first: date
    last: date


@dataclass(frozen=True)
class Dated:
    """A mark on its day; `ends` is when the spell it starts ends."""

    on: date
    detail: str | None
    worker: str | None
    ends: date | None = None


@dataclass(frozen=True)
class Life:
    """One child's events and spells; spells only those that can be placed in time."""

    events: Sequence[Event]
    spells: Sequence[Spell]

    def spells_of(self, kinds: Sequence[str], outcome: Sequence[str] = ()) -> list[Spell]:
        return [s for s in self.spells if s.kind in kinds and (not outcome or s.outcome in outcome)]

    def marks(self, marks: Sequence[Mark]) -> list[Dated]:
        found = []
        for mark in marks:
            match mark:
                case On(kind, outcome, detail):
                    found += [
                        Dated(e.on, e.detail, e.worker)
                        for e in self.events
                        if e.on is not None and e.kind == kind
                        and (not outcome or e.outcome in outcome) and (not detail or e.detail in detail)
                    ]  # fmt: skip
                case Start(kind, outcome):
                    found += [
                        Dated(s.started, s.detail, s.worker, s.ended or FOREVER)
                        for s in self.spells_of([kind], outcome)
                        if s.started
                    ]
                case End(kind, outcome):
                    found += [
                        Dated(s.ended, s.detail, s.worker) for s in self.spells_of([kind], outcome) if s.ended
                    ]
        return found


def flag_spells(pattern: Pattern, events: Sequence[Event], spells: Sequence[Spell]) -> list[FlagSpell]:
    """Every time the flag was up for one child, overlapping times joined."""
    placed = [s for s in spells if s.started is not None and (s.ended is None or s.ended >= s.started)]
    return _joined(_spans(pattern.state, Life(events, placed)))


def _spans(state: State, life: Life) -> list[FlagSpell]:
    match state:
        case Happened():
            found = _happened(state, life)
        case Open(kinds, outcome):
            found = [
                FlagSpell(s.started, s.ended or FOREVER, s.started, s.started)
                for s in life.spells_of(kinds, outcome)
                if s.started
            ]
        case Quiet():
            found = _quiet(state, life)
        case Ended():
            found = _ended(state, life)
        case Followed():
            found = _followed(state, life)
        case Distinct():
            found = _distinct(state, life)
        case Lasting(inner, limit):
            found = [
                FlagSpell(_after(limit, span.since), span.until, span.first, span.last)
                for span in _spans(inner, life)
            ]
        case All(states):
            lead, *others = (_joined(_spans(inner, life)) for inner in states)
            found = _when(lead, others, lambda holds: all(holds))
        case Either(states):
            found = [span for inner in states for span in _spans(inner, life)]
        case Unless(inner, but):
            others = [_joined(_spans(but, life))]
            found = _when(_joined(_spans(inner, life)), others, lambda holds: not any(holds))
    return [span for span in found if span.since < span.until]


def _after(limit: Limit, day: date) -> date:
    return FOREVER if day == FOREVER else limit.after(day)


def _when(
    lead: Sequence[FlagSpell], others: Sequence[Sequence[FlagSpell]], wanted: Callable[[list[bool]], bool]
) -> list[FlagSpell]:
    """The parts of the leading times on which the others are as wanted: they change only on a day one begins or ends."""
    found = []
    turns = {day for spans in others for span in spans for day in (span.since, span.until)}
    for span in lead:
        days = sorted({span.since, span.until} | {day for day in turns if span.since < day < span.until})
        for start, end in pairwise(days):
            if wanted([any(other.since <= start < other.until for other in spans) for spans in others]):
                found.append(FlagSpell(start, end, span.first, span.last))
    return found


def _happened(state: Happened, life: Life) -> list[FlagSpell]:
    marks, clears = life.marks(state.marks), life.marks(state.cleared_by)
    if not state.within:
        return _raised(state, [m.on for m in marks], [m.on for m in clears], date.min, FOREVER)
    found = []
    for spell in life.spells_of(state.within):
        assert spell.started is not None
        start, end = spell.started, spell.ended or FOREVER
        inside = [[m.on for m in given if start <= m.on < end] for given in (marks, clears)]
        found += _raised(state, inside[0], inside[1], start, end)
    return found


def _raised(
    state: Happened, marks: Sequence[date], cleared: Sequence[date], start: date, end: date
) -> list[FlagSpell]:
    triggers, clears = sorted(marks), sorted(cleared)
    found = []
    for nth, last in enumerate(triggers):
        answered = [day for day in clears if day >= (start if state.for_good else last)]
        counted = [day for day in triggers[: nth + 1] if not any(day <= clear < last for clear in clears)]
        if state.for_good:
            counted = triggers[: nth + 1]
        if len(counted) < state.needs:
            continue
        if state.closing_in and not counted[-1] - counted[-2] < counted[-2] - counted[-3]:
            continue
        first = counted[-state.needs]
        expiry = state.window.after(first) if state.window else FOREVER
        since = state.grace.after(last) if state.grace else last
        found.append(FlagSpell(since, min([end, expiry, *answered[:1]]), first, last))
    return found


def _quiet(state: Quiet, life: Life) -> list[FlagSpell]:
    marks = [m.on for m in life.marks(state.marks)]
    found = []
    for spell in life.spells_of(state.within):
        assert spell.started is not None
        end = spell.ended or FOREVER
        if spell.started == end:
            continue
        days = sorted({spell.started} | {day for day in marks if spell.started <= day < end})
        for day, after in zip(days, [*days[1:], end], strict=True):
            found.append(FlagSpell(day, after, spell.started, day))
    return found


def _ended(state: Ended, life: Life) -> list[FlagSpell]:
    marks = [m.on for m in life.marks(state.without)]
    return [
        FlagSpell(s.ended, state.shown.after(s.ended), s.started, s.ended)
        for s in life.spells_of([state.spell], state.outcome)
        if s.started and s.ended
        and (state.under is None or s.ended < state.under.after(s.started))
        and not any(s.started <= day <= s.ended for day in marks)
    ]  # fmt: skip


def _followed(state: Followed, life: Life) -> list[FlagSpell]:
    first, unless = life.marks(state.first), life.marks(state.unless)
    found = []
    for then in life.marks(state.then):
        if state.same and then.detail is None:
            continue
        earlier = [m for m in first if m.on < then.on and (not state.same or m.detail == then.detail)]
        breaks = [m for m in unless if m.on < then.on and (not state.same or m.detail == then.detail)]
        if not earlier:
            continue
        latest = max(earlier, key=lambda m: (m.on, m.worker or ""))
        if then.on > state.within.after(latest.on) or any(m.on >= latest.on for m in breaks):
            continue
        if state.by_another and (not latest.worker or not then.worker or latest.worker == then.worker):
            continue
        until = state.shown.after(then.on) if state.shown else then.ends or FOREVER
        found.append(FlagSpell(then.on, until, latest.on, then.on))
    return found


def _distinct(state: Distinct, life: Life) -> list[FlagSpell]:
    """Day by day, who counts: it changes only on the days one begins, or has been gone for the whole window."""
    clears = sorted(mark.on for mark in life.marks(state.cleared_by))
    counted = []
    for label, since, until in _each(state, life):
        answered = min((day for day in clears if day >= since), default=FOREVER)
        if min(until, answered) > since:
            counted.append((label, since, min(until, answered)))
    turns = sorted({day for _, since, until in counted for day in (since, until)})
    many = []
    for start, end in pairwise(turns):
        if len({label for label, since, until in counted if since <= start < until}) >= state.n:
            last = max(_first_days(counted, start))
            many.append(FlagSpell(start, end, last, last))
    return _spans_of_both(many, _spans(Open(state.within), life)) if state.within else many


def _each(state: Distinct, life: Life) -> Iterator[tuple[str, date, date]]:
    """(label, first day, the day it counts no more) of each thing there is to count."""
    held = DISTINCT[state.of]
    if isinstance(held, On):
        for mark in life.marks((held,)):
            if mark.detail is not None:
                yield mark.detail, mark.on, state.window.after(mark.on)
        return
    for s in life.spells_of([held.spell]):
        label = {"social workers": s.worker, "carers": s.detail}.get(state.of, s.id)
        if s.started is not None and label is not None:
            yield label, s.started, state.window.after(s.ended) if s.ended else FOREVER


def _first_days(counted: Sequence[tuple[str, date, date]], day: date) -> list[date]:
    """For each one that counts on the day, the day its unbroken time of counting began."""
    found = []
    for label in {label for label, since, until in counted if since <= day < until}:
        own = _joined(
            [FlagSpell(since, until, since, since) for name, since, until in counted if name == label]
        )
        found += [span.since for span in own if span.since <= day < span.until]
    return found


def _spans_of_both(lead: Sequence[FlagSpell], other: Sequence[FlagSpell]) -> list[FlagSpell]:
    return _when(_joined(lead), [_joined(other)], all)


def _joined(raised: Sequence[FlagSpell]) -> list[FlagSpell]:
    joined: list[FlagSpell] = []
    for flag in sorted(raised, key=lambda f: (f.since, f.until, f.first)):
        if joined and flag.since <= joined[-1].until:
            up = joined[-1]
            joined[-1] = FlagSpell(up.since, max(up.until, flag.until), up.first, up.last)
        else:
            joined.append(flag)
    return joined
