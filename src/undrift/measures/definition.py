"""What a measure is: a card that counts readings, flags or facts by month and team.

A fact is a thing that can be counted, in a table of its own (`facts`): a referral on the day it came, a child
protection plan while it is open, a worker on the 30th of September. A card says which, and which of them count.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from undrift.engines.limits import Limit
from undrift.measures.facts import lasts
from undrift.sources import Cite

Basis = Literal["stopped_on", "due_on", "counted_on"]


@dataclass(frozen=True)
class Is:
    """The column holds one of these. Where it holds nothing, it cannot be told."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Blank:
    """The column holds nothing."""

    column: str


@dataclass(frozen=True)
class By:
    """The column holds a day, and it is no later than the day counted on."""

    column: str


@dataclass(frozen=True)
class Between:
    """The number is no less than one and no more than the other."""

    column: str
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True)
class Lasted:
    """From the day in `since` to the day it is counted on: at least this long, at most this long, or under."""

    at_least: Limit | None = None
    at_most: Limit | None = None
    under: Limit | None = None
    since: str = "started_on"


@dataclass(frozen=True)
class Aged:
    """The child's age in whole years on the day: at least, and under."""

    at_least: int | None = None
    under: int | None = None


@dataclass(frozen=True)
class AlsoIn:
    """The same child (or worker) is in this other fact on the day."""

    fact: str


@dataclass(frozen=True)
class HasFlag:
    """The child has this pattern's flag up on the day."""

    pattern: str


@dataclass(frozen=True)
class Not:
    """The test does not hold."""

    test: "Test"


Test = Is | Blank | By | Between | Lasted | Aged | AlsoIn | HasFlag | Not


@dataclass(frozen=True)
class InTime:
    """The share of these clocks' instances that read `share`, in the month of their `by` date.

    by stopped_on: of those stopped in the month, as most published measures count. by due_on: of those that
    fell due in the month, so that what was never done counts against. by counted_on: of those begun. where_held: clocks
    counted too where what they need is loaded, and without which the measure is whole.
    """

    clocks: tuple[str, ...]
    by: Basis
    share: Literal["met", "late"] = "met"
    where_held: tuple[str, ...] = ()

    @property
    def counted(self) -> tuple[str, ...]:
        """Every clock whose instances count."""
        return (*self.clocks, *self.where_held)


@dataclass(frozen=True)
class Flagged:
    """Children with this flag up at the month's end: of those in these spells, or a plain count when none."""

    pattern: str
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Share:
    """The share of a fact's rows (those `among`) for which `where` holds.

    A fact with a day is counted in the month of that day; one that lasts, on the last day of each month. weigh: a
    column of numbers to add up in place of counting rows. each: a child counts once in a period, however often.
    """

    of: str
    where: tuple[Test, ...]
    among: tuple[Test, ...] = ()
    weigh: str = ""
    each: Literal["row", "child"] = "row"


@dataclass(frozen=True)
class Number:
    """How many of a fact's rows there are (those `among`), or what a column of them adds up to."""

    of: str
    among: tuple[Test, ...] = ()
    weigh: str = ""


@dataclass(frozen=True)
class Rate:
    """A number for every 10,000 children aged 0 to 17 in the authority."""

    number: Number


@dataclass(frozen=True)
class Average:
    """The mean or the median of a column of a fact's rows."""

    of: str
    value: str
    among: tuple[Test, ...] = ()
    how: Literal["mean", "median"] = "mean"


@dataclass(frozen=True)
class Ratio:
    """One number over the sum of others: not a share, for what is above need not be among what is below."""

    top: Number
    bottom: tuple[Number, ...]
    scale: float = 1.0


@dataclass(frozen=True)
class NotHeld:
    """Nothing loaded so far can say: the measure stands on the improvement plan and reads not available."""

    needs: str


Counts = InTime | Flagged | Share | Number | Rate | Average | Ratio | NotHeld


@dataclass(frozen=True)
class Measure:
    """One measure. `definition` says in words what is counted of what; `better` which way is improvement.

    differs: how it differs from the published measure of the same name, shown wherever the two stand together.
    opens: a pattern whose flags are the children behind it, where what it counts are not children. opens_clocks: the
    clocks whose late instances are, where it counts children by what those clocks read.
    year_ends: the month with which its published year ends. years: how many years the published figure spans.
    """

    id: str
    title: str
    question: str
    area: str
    better: Literal["higher", "lower", "neither"]
    chart: Literal["p", "xmr"]
    unit: str
    definition: str
    counts: Counts
    cites: tuple[Cite, ...]
    subject: str
    cases: str = ""
    note: str = ""
    differs: str = ""
    year_ends: int = 3
    years: int = 1
    opens: str = ""
    opens_clocks: tuple[str, ...] = ()
    owner: str = "this authority's performance team"
    version: int = 1

    def unit_of(self, part: str | None) -> str:
        """The unit of a figure of a team or a group of children: a rate's is still for all the authority's children."""
        of_all = " of all the authority’s children" if part and isinstance(self.counts, Rate) else ""
        return self.unit + of_all

    @property
    def clocks(self) -> tuple[str, ...]:
        return self.counts.counted if isinstance(self.counts, InTime) else ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it counts, and those it looks into."""
        match self.counts:
            case Share() | Number() | Average():
                return _facts(self.counts)
            case Rate(number):
                return _facts(number)
            case Ratio(top, bottom):
                return tuple(name for part in (top, *bottom) for name in _facts(part))
            case _:
                return ()

    @property
    def denominates(self) -> bool:
        """Is it a share of something, rather than a plain count or an average?"""
        match self.counts:
            case Flagged(_, of):
                return bool(of)
            case Share() as counts:
                return not counts.weigh
            case Number() | Average() | Ratio() | Rate():
                return False
            case _:
                return True

    @property
    def is_snapshot(self) -> bool:
        """Read at the month's end; a year of it is its latest month, not a sum."""
        return isinstance(self.counts, Flagged | NotHeld) or any(lasts(fact) for fact in self.facts[:1])

    @property
    def is_exact(self) -> bool:
        """Has it to be made from its rows, because no sum of parts gives the whole?"""
        counts = self.counts
        return (isinstance(counts, Average) and counts.how == "median") or (
            isinstance(counts, Share) and counts.each == "child"
        )


def _facts(counts: Share | Number | Average) -> tuple[str, ...]:
    tests = (*counts.among, *(counts.where if isinstance(counts, Share) else ()))
    bare = (test.test if isinstance(test, Not) else test for test in tests)
    return (counts.of, *(test.fact for test in bare if isinstance(test, AlsoIn)))


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
class Row:
    """One thing a Result counted, or could not tell about: the record it came from opens it."""

    month: date
    on_date: date | None
    child_id: str | None
    team_id: str | None
    source_key: str | None
    numerator: int
    denominator: int
    cannot_tell: int
    amount: float | None
    weight: float | None


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
