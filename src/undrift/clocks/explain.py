"""A reading explained so that anyone could check it by hand: the rule, its source, and every day counted."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from undrift import dates
from undrift.clocks.catalogue import catalogue
from undrift.clocks.definition import CLOSING, READINGS, Again, Clock, Each, Opens
from undrift.clocks.readings import Reading
from undrift.clocks.settings import Setting
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
    setting = reading.setting
    if setting and setting.limit:
        clock = replace(clock, limit=setting.limit)
    elif reading.started_on:
        clock = replace(clock, limit=clock.limit_from(reading.started_on))
    return Explanation(
        clock, reading, f"{rule_in_words(clock)} {_set_by(setting)}".rstrip(), _counting(clock, reading), _counted(clock, reading),
        _outcome(reading, as_at), _would_stop_it(clock, reading),
    )  # fmt: skip


def _set_by(setting: Setting | None) -> str:
    """Whose limit it is, where an authority sets it."""
    if setting is None:
        return ""
    if not setting.by:
        return f"The limit is a setting, at its default: {setting.why}."
    on = spoken(date.fromisoformat(setting.at[:10]))
    return f"The limit is a setting, decided by {setting.by} on {on}: {setting.why}."


def rule_in_words(clock: Clock) -> str:
    """What starts it, what stops it and by when, as a sentence."""
    limit = clock.limit.words
    if isinstance(clock.starts, Again):
        return _again_in_words(clock.starts, limit)
    stop, begins = _stop(clock), _begins(clock)
    match clock.sense:
        case "flag":
            return f"From {begins}, it is late when {limit} pass without {_bare(stop)}. The day it starts is day 0."
        case "minimum":
            return f"From {begins}, {stop} is too soon within {limit}. The day it starts is day 0."
        case "short":
            return f"From {begins}, {stop} is too soon in {limit} or less. The day it starts is day 0."
    earlier = " It may come before." if clock.may_precede else ""
    when = f"within {limit}" if clock.limit.n else "the same day"
    return f"From {begins}, {stop} is due {when}.{earlier} The day it starts is day 0."


def _again_in_words(again: Again, limit: str) -> str:
    name = _lower(EVENT_KINDS[again.event])
    if again.since:
        return f"A {name} counts as a return when it comes {limit} or less after the last {_lower(EVENT_KINDS[again.since])}."
    if again.nth == 2:
        return f"A {name} counts as a return when the last one was {limit} before it or less."
    nth = {3: "third"}.get(again.nth, f"{again.nth}th")
    between = "".join(f", with no {_lower(EVENT_KINDS[kind])} between" for kind in again.unless)
    return f"A {name} counts when it is the {nth} in {limit} or less{between}."


def _begins(clock: Clock) -> str:
    if isinstance(clock.starts, Opens):
        return f"the start of the {_lower(SPELL_KINDS[clock.starts.spell])}"
    assert isinstance(clock.starts, Each)
    each = clock.starts
    event = " or ".join(_lower(EVENT_KINDS[kind]) for kind in clock.start_kinds)
    if each.last == 1:
        return f"the first {event}"
    if each.first == 2:
        return f"the second {event} and each later one"
    within = _lower(SPELL_KINDS.get(clock.within or "", ""))
    return f"the start of the {within} and each {event}" if each.and_opening else f"each {event}"


def _stop(clock: Clock) -> str:
    """What stops it, with its article."""
    if clock.stops == CLOSING:
        return "its end"
    return "the next " + " or ".join(_lower(EVENT_KINDS[kind]) for kind in clock.stop_kinds)


def _bare(stop: str) -> str:
    return stop.replace("the next ", "a ").replace("its end", "its ending")


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
    if reading.ended_on and reading.ended_on <= as_at and catalogue()[reading.clock_id].ends_with_next:
        return f"{words}: the next one began on {spoken(reading.ended_on)}, before what was due for this one."
    if reading.ended_on and reading.ended_on <= as_at:
        return f"{words}: it ended on {spoken(reading.ended_on)} without what was due."
    return f"{words}: nothing is recorded by {spoken(as_at)}."


def _would_stop_it(clock: Clock, reading: Reading) -> str:
    if reading.stopped_on or clock.is_window or reading.reading not in ("running", "due_soon", "overdue"):
        return ""
    return f"It stops when {_stop(clock)} is recorded."


def spoken(day: date) -> str:
    """A day as people say it: Thursday 23 May 2024."""
    return f"{day:%A} {day.day} {day:%B %Y}"
