"""What a measure is: a card that counts readings, flags or allocations by month and team."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from undrift.sources import Cite

Basis = Literal["stopped_on", "due_on", "counted_on"]


@dataclass(frozen=True)
class InTime:
    """The share of these clocks' instances that read `share`, in the month of their `by` date.

    by stopped_on: of those stopped in the month, as most published measures count. by due_on: of those that
    fell due in the month, so that what was never done counts against. by counted_on: of those begun.
    """

    clocks: tuple[str, ...]
    by: Basis
    share: Literal["met", "late"] = "met"


@dataclass(frozen=True)
class Flagged:
    """Children with this flag up at the month's end: of those in these spells, or a plain count when none."""

    pattern: str
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Caseload:
    """Children allocated at the month's end for each social worker holding any; `limit` names those above it."""

    limit: int


@dataclass(frozen=True)
class Workers:
    """Of children in these spells at the month's end, those who had at least `n` social workers in twelve months."""

    n: int
    of: tuple[str, ...]


@dataclass(frozen=True)
class NotHeld:
    """Nothing loaded so far can say: the measure stands on the improvement plan and reads not available."""

    needs: str


@dataclass(frozen=True)
class Measure:
    """One measure. `definition` says in words what is counted of what; `better` which way is improvement."""

    id: str
    title: str
    question: str
    area: str
    better: Literal["higher", "lower", "neither"]
    chart: Literal["p", "xmr"]
    unit: Literal["percent", "children", "children per social worker"]
    definition: str
    counts: InTime | Flagged | Caseload | Workers | NotHeld
    cites: tuple[Cite, ...]
    subject: str
    cases: str = ""
    note: str = ""
    version: int = 1

    @property
    def clocks(self) -> tuple[str, ...]:
        return self.counts.clocks if isinstance(self.counts, InTime) else ()

    @property
    def denominates(self) -> bool:
        """Is it a share of something, rather than a plain count?"""
        return not (isinstance(self.counts, Flagged) and not self.counts.of) and not isinstance(
            self.counts, Caseload
        )

    @property
    def is_snapshot(self) -> bool:
        """Read at the month's end; a year of it is its latest month, not a sum."""
        return not isinstance(self.counts, InTime)


@dataclass(frozen=True)
class Result:
    """A number, or the reason there is none. `value` is in the measure's unit and None unless a number."""

    status: Literal["number", "suppressed", "not_applicable", "not_available", "cannot_tell"]
    value: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    cannot_tell: int = 0
    reason: str = ""


@dataclass(frozen=True)
class Point:
    """A measure's result for one month (its first day)."""

    month: date
    result: Result

    @property
    def numerator(self) -> int | None:
        return self.result.numerator

    @property
    def denominator(self) -> int | None:
        return self.result.denominator

    @property
    def value(self) -> float | None:
        return self.result.value

    @property
    def status(self) -> str:
        return self.result.status


@dataclass(frozen=True)
class Team:
    """A team of the authority, as the records name it."""

    id: str
    name: str


@dataclass(frozen=True)
class Behind:
    """One child behind a measure today: which clock or pattern, since when, and the words why."""

    child_id: str
    name: str
    team_id: str | None
    team_name: str
    worker: str
    instance_key: str
    since: date | None
    due_on: date | None
    reading: str
    words: str
