"""What the bookkeeping of drift reads: each child's times and days, taken plainly from the rows, and the shapes of a rule.

A time runs from its start to the day before its end; date.max is an end that has not come. A spell of flag is
(child, since, until), the same way.
"""

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from undrift.synthetic.days import add_months, birthday
from undrift.synthetic.tables import Row, Tables
from undrift.synthetic.truth import day, text
from undrift.synthetic.truth_shapes import Due

Up = Iterator[tuple[str, date, date]]
Days = dict[str, list[date]]


class Time(NamedTuple):
    """One child's plan, placement, order, or worker: from `start` until `end`."""

    child: str
    start: date
    end: date
    label: str = ""


@dataclass(frozen=True)
class Lives:
    """The records, and the day they were read off: a birthday or a death after it has not happened."""

    tables: Tables
    as_at: date

    def dates(self, table: str, person: str, column: str, wanted: Callable[[Row], bool] = bool) -> Days:
        """The days of what happened, in order, by child."""
        found: Days = defaultdict(list)
        for row in self.tables[table]:
            when = day(row, column)
            if when is not None and wanted(row):
                found[text(row, person)].append(when)
        for days in found.values():
            days.sort()
        return found

    def times(self, table: str, person: str, start: str, end: str, *, label: str = "", childhood: bool = True,
              wanted: Callable[[Row], bool] = bool) -> list[Time]:  # fmt: skip
        """What lasted. childhood: it ends at eighteen, whatever the record left open."""
        born, died = self.people
        found = []
        for row in self.tables[table]:
            begun, child = day(row, start), text(row, person)
            if begun is None or not wanted(row):
                continue
            until = day(row, end) or date.max
            time = Time(child, begun, until, text(row, label) if label else "")
            found.append(self.lived(time, born, died, childhood))
        return [time for time in found if time.end >= time.start]

    def lived(self, time: Time, born: dict[str, date], died: dict[str, date], childhood: bool) -> Time:
        until = time.end
        if childhood and time.child in born:
            adult = birthday(born[time.child], 18)
            if time.start < adult <= self.as_at:
                until = min(until, adult)
        if time.child in died and died[time.child] >= time.start:
            until = min(until, died[time.child])
        return time._replace(end=until)

    @cached_property
    def people(self) -> tuple[dict[str, date], dict[str, date]]:
        """Day of birth and day of death by child."""
        born, died = {}, {}
        for row in self.tables["ssd_person"]:
            child = text(row, "pers_person_id")
            if (on := day(row, "pers_dob")) is not None:
                born[child] = on
            if (on := day(row, "pers_death_date")) is not None:
                died[child] = on
        return born, died

    @cached_property
    def families(self) -> dict[str, set[str]]:
        """Each child's brothers and sisters: the others of the family the records place them in."""
        members: dict[str, set[str]] = defaultdict(set)
        for row in self.tables["ssd_family"]:
            members[text(row, "fami_family_id")].add(text(row, "fami_person_id"))
        others: dict[str, set[str]] = defaultdict(set)
        for family in members.values():
            for child in family:
                others[child] |= family - {child}
        return others


def open_for(times: Iterable[Time], due: Due) -> Up:
    """It has been so for this long."""
    for time in times:
        yield time.child, due(time.start), time.end


def open_at_all(times: Iterable[Time]) -> Up:
    yield from ((time.child, time.start, time.end) for time in times)


def nothing_since(times: Iterable[Time], happened: Days, due: Due) -> Up:
    """Nothing has happened in it for this long, since it began or since the last time."""
    for time in times:
        known = happened.get(time.child, [])
        inside = known[bisect_left(known, time.start) : bisect_left(known, time.end)]
        marks = [time.start, *inside, time.end]
        for last, following in itertools.pairwise(marks):
            if last < following:
                yield time.child, due(last), following


def unanswered(happened: Days, answered: Days, grace: Due, lasts: Due) -> Up:
    """It happened, and nothing has answered it on that day or since; asked after `grace`, told for as long as `lasts`."""
    for child, days in happened.items():
        for on in days:
            yield child, grace(on), min(lasts(on), _next(answered.get(child, []), on))


def unanswered_in(
    times: Iterable[Time], happened: Days, answered: Days, grace: Due, *, ever: bool = False
) -> Up:
    """The same while something lasts. ever: an answer at any time in it will do, even an earlier one."""
    for time in times:
        answers = [d for d in answered.get(time.child, []) if time.start <= d < time.end]
        for on in happened.get(time.child, []):
            if time.start <= on < time.end:
                yield time.child, grace(on), min(time.end, _next(answers, date.min if ever else on))


def so_many(
    happened: Days, answered: Days, needs: int, window: Due, wanted: Callable[[list[date]], bool] = bool
) -> Up:
    """So many in a window, none of them answered yet. wanted: asked of the last ones together, the oldest first."""
    for child, days in happened.items():
        answers = answered.get(child, [])
        for nth in range(needs - 1, len(days)):
            run, last = days[nth - needs + 1 : nth + 1], days[nth]
            if any(run[0] <= answer < last for answer in answers) or not wanted(run):
                continue
            yield child, last, min(window(run[0]), _next(answers, last))


def followed(first: Days, then: Iterable[Time], within: Due, shown: Due | None) -> Up:
    """One day came after another, soon: told for a time from then, or while what came lasts."""
    for time in then:
        known = first.get(time.child, [])
        before = bisect_left(known, time.start)
        if before and time.start <= within(known[before - 1]):
            yield time.child, time.start, shown(time.start) if shown else time.end


def so_many_different(times: Iterable[Time], needs: int, window: Due, during: Iterable[Time]) -> Up:
    """So many different ones at once, each counting from its first day until a window after its last."""
    counted: dict[str, list[Time]] = defaultdict(list)
    for time in times:
        counted[time.child].append(time._replace(end=window(time.end) if time.end < date.max else date.max))
    open_times: dict[str, list[Time]] = defaultdict(list)
    for time in during:
        open_times[time.child].append(time)
    for child, mine in counted.items():
        whiles = open_times[child]
        if not whiles or len({t.label for t in mine}) < needs:
            continue
        turns = sorted({d for t in [*mine, *whiles] for d in (t.start, t.end)})
        for this, following in itertools.pairwise(turns):
            many = {t.label for t in mine if t.start <= this < t.end}
            if len(many) >= needs and any(t.start <= this < t.end for t in whiles):
                yield child, this, following


def both(first: Iterable[tuple[str, date, date]], second: Iterable[tuple[str, date, date]]) -> Up:
    """Where both are so."""
    others: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for child, since, until in second:
        others[child].append((since, until))
    for child, since, until in first:
        for their_since, their_until in others[child]:
            yield child, max(since, their_since), min(until, their_until)


def but_not(first: Iterable[tuple[str, date, date]], second: Iterable[tuple[str, date, date]]) -> Up:
    """Where the first is so and the second is not."""
    others: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for child, since, until in second:
        others[child].append((since, until))
    for child, since, until in first:
        begins = since
        for their_since, their_until in sorted(others[child]):
            if their_until > begins and their_since < until:
                yield child, begins, their_since
                begins = max(begins, their_until)
        yield child, begins, until


def days_of(times: Iterable[Time], *, ends: bool) -> Days:
    """The days they began, or the days they ended, by child."""
    found: Days = defaultdict(list)
    for time in times:
        on = time.end if ends else time.start
        if on < date.max:
            found[time.child].append(on)
    for days in found.values():
        days.sort()
    return found


def never(_: date) -> date:
    return date.max


def at_once(on: date) -> date:
    return on


def months_on(n: int) -> Due:
    return lambda on: date.max if on == date.max else add_months(on, n)


def _next(days: list[date], since: date) -> date:
    at = bisect_left(days, since)
    return days[at] if at < len(days) else date.max
