"""A reading explained so that anyone could check it by hand: the rule, its source, and every day counted."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from undrift import dates
from undrift.clocks.catalogue import catalogue
from undrift.clocks.definition import CLOSING, READINGS, Again, Aged, Clock, Each, Opens
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
    """What starts it, what stops it and by when, and whom it is about, in sentences."""
    said = [_timed(clock)]
    if clock.covers:
        said.append(f"Only: {clock.covers.words}.")
    if clock.aged:
        said.append(_ages(clock.aged))
    return " ".join(said)


def _timed(clock: Clock) -> str:
    limit = clock.limit.words
    if isinstance(clock.starts, Again):
        return _again_in_words(clock.starts, limit)
    begins, stop = _begins(clock), _stop(clock)
    match clock.sense:
        case "flag":
            said = f"It is late when {limit} pass without {'its end' if clock.stops == CLOSING else _named(clock.stop_kinds)}."
        case "minimum":
            said = f"{_capital(stop)} is too soon within {limit}."
        case "short":
            said = f"{_capital(stop)} is too soon in {limit} or less."
        case _:
            when = f"within {limit}" if clock.limit.n else "the same day"
            said = f"{_capital(stop)} is due {when}.{' It may come before.' if clock.may_precede else ''}"
    return f"Counted from {begins}. {said} The day it starts is day 0."


def _ages(aged: Aged) -> str:
    if aged.under is None:
        return f"Aged {aged.at_least} or more that day."
    if aged.at_least:
        return f"Aged {aged.at_least} to {aged.under - 1} that day."
    return f"Under {aged.under} that day."


def _again_in_words(again: Again, limit: str) -> str:
    name = _named((again.event,))
    if again.since:
        return f"{name} counts when it comes {limit} or less after the last {_named((again.since,))}."
    if again.nth == 2:
        return f"{name} counts when the last one was {limit} before it or less."
    nth = {3: "third"}.get(again.nth, f"{again.nth}th")
    between = f", with no {_named(again.unless)} between" if again.unless else ""
    return f"{name} counts when it is the {nth} in {limit} or less{between}."


def _begins(clock: Clock) -> str:
    if isinstance(clock.starts, Opens):
        return f"the day “{SPELL_KINDS[clock.starts.spell]}” begins"
    assert isinstance(clock.starts, Each)
    each = clock.starts
    event, within = _named(clock.start_kinds), f"“{SPELL_KINDS.get(each.within or '', '')}”"
    inside = f" within {within}" if each.within else ""
    if each.last == 1:
        return f"the first {event}{inside}"
    if each.first == 2:
        return f"the second {event}{inside} and each later one"
    if each.and_opening:
        return f"the day {within} begins and from each {event}"
    return f"each {event}{inside}"


def _stop(clock: Clock) -> str:
    """What stops it, with its article."""
    return "its end" if clock.stops == CLOSING else f"the next {_named(clock.stop_kinds)}"


def _named(kinds: tuple[str, ...]) -> str:
    """Kinds of event as the journey names them, in quotation marks: a name stands whole wherever a sentence needs it."""
    return " or ".join(f"“{EVENT_KINDS[kind]}”" for kind in kinds)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


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
    if clock.stops == CLOSING:
        return f"It stops when the end of “{SPELL_KINDS[clock.within or '']}” is recorded."
    return f"It stops when {_stop(clock)} is recorded."


def spoken(day: date) -> str:
    """A day as people say it: Thursday 23 May 2024."""
    return f"{day:%A} {day.day} {day:%B %Y}"
