"""A reading explained so that anyone could check it by hand: the rule, its source, and every day counted."""

from dataclasses import dataclass
from datetime import date, timedelta

from undrift import dates
from undrift.clocks.catalogue import catalogue
from undrift.clocks.definition import CLOSING, READINGS, Clock
from undrift.clocks.readings import Reading
from undrift.journeys.tables import EVENT_KINDS, SPELL_KINDS


@dataclass(frozen=True)
class Day:
    """One day between start and due: its number when it counts, or why it does not."""

    on: date
    number: int | None
    why_not: str


@dataclass(frozen=True)
class Explanation:
    """A reading taken apart. `counted` is empty for limits that count every day alike (weeks, months)."""

    clock: Clock
    reading: Reading
    rule: str
    counting: str
    counted: tuple[Day, ...]
    outcome: str
    would_stop_it: str


def explain(reading: Reading, as_at: date) -> Explanation:
    """Take one reading apart, as at the day it was read."""
    clock = catalogue()[reading.clock_id]
    return Explanation(
        clock, reading, rule_in_words(clock), _counting(clock, reading), _counted(clock, reading),
        _outcome(reading, as_at), _would_stop_it(clock, reading),
    )  # fmt: skip


def rule_in_words(clock: Clock) -> str:
    """What starts it, what stops it and by when, as a sentence."""
    name = _lower(EVENT_KINDS.get(clock.stops, "")) if clock.stops != CLOSING else "its end"
    if clock.is_window:
        return f"A {name} counts as a return when the last one was {clock.limit.words} before it or less."
    start = _lower(SPELL_KINDS.get(clock.within or "", "")) or name
    begins = f"the start of the {start}" if hasattr(clock.starts, "spell") else _each(clock)
    return f"From {begins}, {_the(name)} is due within {clock.limit.words}. The day it starts is day 0."


def _each(clock: Clock) -> str:
    event = _lower(EVENT_KINDS[getattr(clock.starts, "event", "")])
    opening = getattr(clock.starts, "and_opening", False)
    within = _lower(SPELL_KINDS.get(clock.within or "", ""))
    if getattr(clock.starts, "last", None) == 1:
        return f"the first {event}"
    if getattr(clock.starts, "first", 1) == 2:
        return f"the second {event} and each later one"
    return f"the start of the {within} and each {event}" if opening else f"each {event}"


def _the(words: str) -> str:
    return words if words.startswith("its ") else f"the next {words}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _counting(clock: Clock, reading: Reading) -> str:
    if reading.started_on is None or reading.due_on is None:
        return f"No due date can be worked out: {reading.reason or 'there is nothing to count from'}."
    start, due = spoken(reading.started_on), spoken(reading.due_on)
    return f"{clock.limit.words} from {start} end on {due}."


def _counted(clock: Clock, reading: Reading) -> tuple[Day, ...]:
    if clock.limit.unit != "working_days" or reading.started_on is None or reading.due_on is None:
        return ()
    found, number = [], 0
    for offset in range(1, (reading.due_on - reading.started_on).days + 1):
        day = reading.started_on + timedelta(days=offset)
        if dates.is_working_day(day):
            number += 1
            found.append(Day(day, number, ""))
        else:
            holiday = dates.bank_holidays().get(day)
            found.append(Day(day, None, holiday if holiday and day.weekday() < 5 else "weekend"))
    return tuple(found)


def _outcome(reading: Reading, as_at: date) -> str:
    words = READINGS[reading.reading]
    if reading.reason:
        return f"{words}: {reading.reason}."
    if reading.stopped_on:
        return f"{words}: it happened on {spoken(reading.stopped_on)}."
    if reading.ended_on and reading.ended_on <= as_at:
        return f"{words}: it ended on {spoken(reading.ended_on)} without what was due."
    return f"{words}: nothing is recorded by {spoken(as_at)}."


def _would_stop_it(clock: Clock, reading: Reading) -> str:
    if reading.stopped_on or clock.is_window or reading.reading not in ("running", "due_soon", "overdue"):
        return ""
    what = _lower(EVENT_KINDS[clock.stops]) if clock.stops != CLOSING else "its end"
    return f"It stops when {_the(what)} is recorded."


def spoken(day: date) -> str:
    """A day as people say it: Thursday 23 May 2024."""
    return f"{day:%A} {day.day} {day:%B %Y}"
