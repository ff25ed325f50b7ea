"""What a clock is: a card anybody can read, built from the few words below and nothing else.

A clock starts at beats (the opening of a spell, or events), is stopped by the next event of its kinds, and
is due a limit after it starts. From (start, due, stop, end) its reading as at any date follows.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from undrift.engines.limits import Limit
from undrift.sources import Cite

READINGS = {
    "met": "Met",
    "late": "Late",
    "running": "Running",
    "due_soon": "Due soon",
    "overdue": "Overdue",
    "paused": "Paused",
    "not_applicable": "Not applicable",
    "cannot_tell": "Cannot tell",
}

SOON = 5
"""An open clock due within this many working days reads due_soon."""

CLOSING = "the end of the spell"
"""Given as `stops` when the spell's own end is what stops the clock."""

Sense = Literal["deadline", "flag", "minimum", "short"]
"""deadline: on the last day of the limit or before. flag: lasting the limit or longer is late. minimum: late when it
comes before the limit is up. short: late when it comes on the last day of the limit or before."""


@dataclass(frozen=True)
class Opens:
    """One instance for each spell of this kind, from the day it starts."""

    spell: str


@dataclass(frozen=True)
class Each:
    """One instance for each event of this kind, from its day: in its spell, or in the child's whole record.

    first and last: which of the spell's events, counting days and not rows (1 is the first day).
    and_opening: the opening of the spell also counts as a start. also: other kinds of event that start it alike.
    """

    event: str
    within: str | None = None
    first: int = 1
    last: int | None = None
    and_opening: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Again:
    """A window, not a deadline: each event of this kind, from the child's latest earlier day of the same kind.

    nth: from the (nth - 1)th earlier day instead, so that late means so many inside the window. unless: an event of
    these kinds between breaks the run. since: counted from the child's latest event of this other kind, on or before.
    """

    event: str
    nth: int = 2
    unless: tuple[str, ...] = ()
    since: str | None = None

    def __post_init__(self) -> None:
        if self.since and (self.nth != 2 or self.unless):
            raise ValueError("a window since another kind of event counts from the latest of them")


@dataclass(frozen=True)
class When:
    """The record's own outcome (or its detail) is one of these.

    after, before: and the spell had lasted that long, or not yet, at the start. at_end: known from the day it ended.
    unless_held: this does not hold once something loaded holds that table.
    """

    outcome: tuple[str, ...]
    words: str
    after: Limit | None = None
    before: Limit | None = None
    at_end: bool = False
    of: Literal["outcome", "detail"] = "outcome"
    unless_held: str | None = None


@dataclass(frozen=True)
class Aged:
    """The child's age in whole years on the day it starts: at least the one, and less than the other."""

    at_least: int = 0
    under: int | None = None


@dataclass(frozen=True)
class Clock:
    """One time limit.

    stops: kinds of event, any of which stops it, or CLOSING. limit: the last day in time is this long after the start.
    covers: starts it is about; others make no instance. leaves_out: starts that another clock covers; they make no
    instance. only: records it can be read from; others are cannot_tell, with words. not_applicable: records it does
    not apply to, with words. aged: the ages it is about. by_day: an event belongs to the spell that holds its day,
    whatever it is linked to. may_precede: a stop before the start answers it. outlives_spell: the end of the spell does
    not end the clock. A clock in no spell ends with the child's next start of it, which takes over what comes after. in_force: the first start it applies to. formerly: (until, limit), newest first: starts before had another.
    other_reading_of: the default clock, where two authorities of equal standing disagree and this is the second.
    setting: a local convention, whose limit an authority may set (settings.csv holds the default).
    """

    id: str
    name: str
    area: str
    question: str
    starts: Opens | Each | Again
    stops: str | tuple[str, ...]
    limit: Limit
    cites: tuple[Cite, ...]
    cases: str
    sense: Sense = "deadline"
    covers: When | None = None
    leaves_out: When | None = None
    only: When | None = None
    not_applicable: When | None = None
    aged: Aged | None = None
    by_day: bool = False
    may_precede: bool = False
    outlives_spell: bool = False
    in_force: date | None = None
    formerly: tuple[tuple[date, Limit], ...] = ()
    other_reading_of: str = ""
    setting: bool = False
    note: str = ""
    version: int = 1

    def limit_from(self, start: date) -> Limit:
        """The limit in force on the day it starts."""
        limit = self.limit
        for until, earlier in self.formerly:
            if start < until:
                limit = earlier
        return limit

    @property
    def stop_kinds(self) -> tuple[str, ...]:
        """The kinds of event that stop it; none when the end of its spell does."""
        if self.stops == CLOSING:
            return ()
        return (self.stops,) if isinstance(self.stops, str) else self.stops

    @property
    def start_kinds(self) -> tuple[str, ...]:
        """The kinds of event that start it."""
        match self.starts:
            case Each(event):
                return (event, *self.starts.also)
            case Again(event):
                return (event,)
            case _:
                return ()

    @property
    def within(self) -> str | None:
        """The kind of spell whose end also ends the clock, if any."""
        match self.starts:
            case Opens(spell):
                return spell
            case Each():
                return self.starts.within
            case _:
                return None

    @property
    def ends_with_spell(self) -> bool:
        """The spell's end, coming first, ends the clock without stopping it."""
        return self.within is not None and self.stops != CLOSING and not self.outlives_spell

    @property
    def ends_with_next(self) -> bool:
        """In no spell, the child's next start ends it: what comes from then on answers that one."""
        return isinstance(self.starts, Each) and self.within is None

    @property
    def restarts(self) -> bool:
        """The event that starts it is of a kind that stops it: it answers the one before and never itself."""
        return isinstance(self.starts, Each) and bool({*self.start_kinds} & {*self.stop_kinds})

    @property
    def is_window(self) -> bool:
        """What stops it comes too soon up to the due date, and in time afterwards."""
        return isinstance(self.starts, Again) or self.sense in ("minimum", "short")

    @property
    def days_over(self) -> int:
        """From the end of the limit to due_on: the last day in time, or of a window the last day too soon."""
        return -1 if self.sense in ("flag", "minimum") else 0

    @property
    def readings(self) -> tuple[str, ...]:
        """The readings this card can give."""
        if isinstance(self.starts, Again):
            return ("met", "late", "cannot_tell")
        # The next start comes a day later at the soonest, so one due on its own day is late by then.
        ends = (
            self.ends_with_spell
            or self.not_applicable is not None
            or (self.ends_with_next and self.limit.n > 0)
        )
        told = () if self._always_told else ("cannot_tell",)
        if self.is_window:
            opened: tuple[str, ...] = ("running",)
        else:
            opened = ("due_soon", "overdue") if self._always_soon else ("running", "due_soon", "overdue")
        return ("met", "late", *opened, *(("not_applicable",) if ends else ()), *told)

    @property
    def _always_told(self) -> bool:
        """Its starts have days, inside their spell: nothing is left that could not be told."""
        each = isinstance(self.starts, Each) and self.within is not None and not self.starts.and_opening
        return each and self.by_day and self.aged is None and self.only is None

    @property
    def _always_soon(self) -> bool:
        days = self.limit.n + self.days_over
        in_working_days = {
            "working_days": self.limit.n,
            "calendar_days": days // 7 * 5 + min(days % 7, 5),
            "weeks": 5 * self.limit.n,
        }
        return in_working_days.get(self.limit.unit, SOON + 1) <= SOON
