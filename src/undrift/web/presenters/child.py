"""One child made ready for the page: facts, flags, clocks, events and the drawn timeline."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, takewhile

import duckdb

from undrift import clocks, drift, journeys
from undrift.clocks.explain import Day, explain
from undrift.dates import add_months
from undrift.journeys import Event, Journey
from undrift.measures import Measure
from undrift.reports.timeline import FlagUp
from undrift.returns.words import counted
from undrift.web.presenters import pictures
from undrift.web.presenters.cards import Fact
from undrift.web.presenters.codes import ETHNICITIES, SEXES
from undrift.web.presenters.words import Tag, reading_tag

OPEN_READINGS = ("overdue", "due_soon", "running", "paused")
LONG_AGO = date.min
RECENT_MONTHS = 3  # how far back events stand open on the page
SHORT = 20  # so few events that folding them would only hide them


@dataclass(frozen=True)
class ClockShown:
    clock_id: str
    name: str
    tag: Tag
    reason: str
    started_on: date | None
    due_on: date | None
    stopped_on: date | None
    source: str
    here: bool


@dataclass(frozen=True)
class FlagShown:
    pattern_id: str
    title: str
    since: date
    words: str


@dataclass(frozen=True)
class Explained:
    """An open clock taken apart, every working day counted in weeks of the calendar."""

    name: str
    started_on: date
    rule: str
    counting: str
    weeks: tuple[tuple[Day | None, ...], ...]
    outcome: str
    held_by: str
    rests_on: tuple[str, ...]


@dataclass(frozen=True)
class YearShown:
    """The events of a year, folded under its name."""

    name: str
    anchor: str
    events: tuple[Event, ...]


@dataclass(frozen=True)
class ChildShown:
    id: str
    name: str
    facts: tuple[Fact, ...]
    flags: tuple[FlagShown, ...]
    past_flags: tuple[FlagUp, ...]
    timeline: pictures.Picture
    open_clocks: tuple[ClockShown, ...]
    past_clocks: tuple[ClockShown, ...]
    explained: tuple[Explained, ...]
    recent: tuple[Event, ...]
    years: tuple[YearShown, ...]
    other_ids: tuple[str, ...]


def age_said(born: date | None, expected: date | None, on: date) -> str:
    """How old a child is on a day, in the words a person would use; of one not known to be born, what was expected."""
    if born and born <= on:
        months = 12 * (on.year - born.year) + on.month - born.month - (on.day < born.day)
        if months >= 24:
            return f"{months // 12} years old"
        return f"{counted(months, 'month')} old" if months else f"{counted((on - born).days, 'day')} old"
    when = born or expected
    if when is None:
        return "date of birth not recorded"
    said = f"expected on {when.day} {when:%B %Y}"
    return f"not yet born, {said}" if when >= on else f"no birth recorded, {said}"


def _facts(journey: Journey, as_at: date) -> tuple[Fact, ...]:
    child = journey.child
    return tuple(
        Fact(name, words)
        for name, words in (
            ("Identifier", child.id),
            ("Age", age_said(child.born, child.expected, as_at)),
            ("Sex", SEXES.get(child.sex or "", child.sex or "not recorded")),
            ("Ethnicity", ETHNICITIES.get(child.ethnicity or "", child.ethnicity or "not recorded")),
            ("Disability", _disability(child.disabled)),
        )
    )


def _disability(disabled: bool | None) -> str:
    return "not recorded" if disabled is None else "yes" if disabled else "none recorded"


def _clock(reading: clocks.Reading, counted: tuple[str, ...]) -> ClockShown:
    card = clocks.catalogue()[reading.clock_id]
    return ClockShown(
        reading.clock_id, card.name, reading_tag(reading.reading), reading.reason or "", reading.started_on,
        reading.due_on, reading.stopped_on, f"{reading.source_table} {reading.source_key}",
        reading.clock_id in counted,
    )  # fmt: skip


def by_year(events: Sequence[Event], as_at: date) -> tuple[tuple[Event, ...], tuple[YearShown, ...]]:
    """Events, latest first, parted into those that stand open and the years before them, those of no date last."""
    if len(events) <= SHORT:
        return tuple(events), ()
    since = add_months(as_at, -RECENT_MONTHS)
    recent = tuple(takewhile(lambda event: event.on and event.on >= since, events))
    years = groupby(events[len(recent) :], key=lambda event: event.on and event.on.year)
    return recent, tuple(
        YearShown(
            "No date recorded" if year is None else f"Earlier in {year}" if year == since.year else str(year),
            f"year-{year or 'unknown'}",
            tuple(these),
        )
        for year, these in years
    )


def _explained(reading: clocks.Reading, as_at: date, held_by: str) -> Explained:
    told = explain(reading, as_at)
    weeks: dict[date, list[Day | None]] = {}
    for day in told.counted:
        week = weeks.setdefault(day.on - timedelta(days=day.on.weekday()), [None] * 7)
        week[day.on.weekday()] = day
    assert reading.started_on is not None
    return Explained(
        told.clock.name, reading.started_on, told.rule, told.counting,
        tuple(tuple(week) for _, week in sorted(weeks.items())),
        f"{told.outcome} {told.would_stop_it}".strip(), held_by, tuple(cite.words for cite in told.clock.cites),
    )  # fmt: skip


def of_journey(
    cur: duckdb.DuckDBPyConnection, journey: Journey, as_at: date, *, measure: Measure | None = None
) -> ChildShown:
    """The child as at a date; the clocks that the measure counts, if one is given, come first."""
    read = clocks.of_child(cur, journey.child.id, as_at)
    newest = sorted(read, key=lambda one: one.started_on or LONG_AGO, reverse=True)
    shown = [(one.reading, _clock(one, measure.clocks if measure else ())) for one in newest]
    order = {reading: place for place, reading in enumerate(OPEN_READINGS)}
    still = sorted(
        ((reading, clock) for reading, clock in shown if reading in order),
        key=lambda pair: (not pair[1].here, order[pair[0]], pair[1].due_on or date.max),
    )
    patterns = drift.catalogue()
    flags = tuple(
        FlagShown(flag.pattern_id, patterns[flag.pattern_id].name, flag.since, flag.words)
        for flag in drift.of_child(cur, journey.child.id, as_at)
    )
    ups = tuple(
        FlagUp(patterns[time.pattern_id].name, time.since, time.until)
        for time in drift.times_of_child(cur, journey.child.id, as_at)
    )
    held_by = journeys.held_by(journey, as_at)
    recent, years = by_year(journey.events[::-1], as_at)
    return ChildShown(
        id=journey.child.id,
        name=journey.child.name,
        facts=_facts(journey, as_at),
        flags=flags,
        past_flags=tuple(flag for flag in ups if flag.until),
        timeline=pictures.timeline(journey, read, ups, as_at),
        open_clocks=tuple(clock for _, clock in still),
        past_clocks=tuple(clock for reading, clock in shown if reading not in order),
        explained=tuple(_explained(one, as_at, held_by) for one in newest if one.reading in order),
        recent=recent,
        years=years,
        other_ids=journey.child.other_ids,
    )
