"""What a clock is: a card anybody can read, built from the few words below and nothing else.

A clock starts at beats (the opening of a spell, or events), is stopped by the next event of one kind, and
is due a limit after it starts. From (start, due, stop, end) its reading as at any date follows.
"""

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Opens:
    """One instance for each spell of this kind, from the day it starts."""

    spell: str


@dataclass(frozen=True)
class Each:
    """One instance for each event of this kind, from its day: in its spell, or in the child's whole record.

    first and last: which of the spell's events, counting days and not rows (1 is the first day).
    and_opening: the opening of the spell also counts as a start.
    """

    event: str
    within: str | None = None
    first: int = 1
    last: int | None = None
    and_opening: bool = False


@dataclass(frozen=True)
class Again:
    """A window, not a deadline: each event of this kind, from the child's latest earlier day of the same kind."""

    event: str


@dataclass(frozen=True)
class When:
    """The record's own outcome is one of these.

    after: and the spell had lasted that long. at_end: the outcome is known from the day the spell ended.
    """

    outcome: tuple[str, ...]
    words: str
    after: Limit | None = None
    at_end: bool = False


@dataclass(frozen=True)
class Clock:
    """One time limit.

    stops: kind of the event that stops it, or CLOSING. limit: the last day in time is this long after the start.
    not_applicable: records it does not apply to, with words. only: records it can be read from; others
    are cannot_tell, with words. leaves_out: starts that another clock covers; they make no instance.
    outlives_spell: the end of the spell does not end the clock.
    """

    id: str
    name: str
    area: str
    question: str
    starts: Opens | Each | Again
    stops: str
    limit: Limit
    cites: tuple[Cite, ...]
    cases: str
    not_applicable: When | None = None
    only: When | None = None
    leaves_out: When | None = None
    outlives_spell: bool = False
    note: str = ""
    version: int = 1

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
    def is_window(self) -> bool:
        return isinstance(self.starts, Again)

    @property
    def readings(self) -> tuple[str, ...]:
        """The readings this card can give."""
        if self.is_window:
            return ("met", "late", "cannot_tell")
        ends = self.ends_with_spell or self.not_applicable is not None
        opened = ("due_soon",) if self._always_soon else ("running", "due_soon")
        return ("met", "late", *opened, "overdue", *(("not_applicable",) if ends else ()), "cannot_tell")

    @property
    def _always_soon(self) -> bool:
        in_working_days = {
            "working_days": self.limit.n,
            "calendar_days": self.limit.n,
            "weeks": 5 * self.limit.n,
        }
        return in_working_days.get(self.limit.unit, SOON + 1) <= SOON
