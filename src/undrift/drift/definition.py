"""What a pattern of drift is: a card anybody can read. It yields flags in words, never a score.

A pattern rests on a state: a sentence about a child that is so on some days and not on others. States are made
of the few words below and nothing else. The flag is up on the days its state holds.
"""

from dataclasses import dataclass

from undrift.engines.limits import Limit
from undrift.sources import Cite


@dataclass(frozen=True)
class On:
    """An event of this kind; of one of these outcomes, or with one of these details, where any are named."""

    kind: str
    outcome: tuple[str, ...] = ()
    detail: tuple[str, ...] = ()


@dataclass(frozen=True)
class Start:
    """The day a spell of this kind begins."""

    spell: str
    outcome: tuple[str, ...] = ()


@dataclass(frozen=True)
class End:
    """The day a spell of this kind ends."""

    spell: str
    outcome: tuple[str, ...] = ()


Mark = On | Start | End


@dataclass(frozen=True)
class Happened:
    """So many marks, not yet answered.

    The `needs`-th since the last clearing mark raises it (after a grace); it falls at the next clearing mark, when
    the spell it belongs to ends, or when the marks that raised it grow too old to count. window: they count only
    when the first and the last of them are less than this apart. within: kinds of spell that must be open. for_good:
    one clearing mark in the spell, whenever it came, answers every mark. closing_in: the last gap is the shorter.
    """

    marks: tuple[Mark, ...]
    needs: int = 1
    window: Limit | None = None
    cleared_by: tuple[Mark, ...] = ()
    within: tuple[str, ...] = ()
    for_good: bool = False
    grace: Limit | None = None
    closing_in: bool = False


@dataclass(frozen=True)
class Open:
    """A spell of one of these kinds is open; of one of these outcomes, where any are named."""

    spells: tuple[str, ...]
    outcome: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quiet:
    """A spell is open and none of these marks has come, since the last of them or since it began."""

    within: tuple[str, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Ended:
    """A spell ended: sooner than `under`, or with none of these marks in it. Up for `shown` from then."""

    spell: str
    shown: Limit
    under: Limit | None = None
    without: tuple[Mark, ...] = ()
    outcome: tuple[str, ...] = ()


@dataclass(frozen=True)
class Followed:
    """One mark came after another, no later than `within`, and none of `unless` between them.

    same: both have the same detail. by_another: another worker's. Up for `shown`, or while the spell it starts is open.
    """

    first: tuple[Mark, ...]
    then: tuple[Mark, ...]
    within: Limit
    shown: Limit | None = None
    unless: tuple[Mark, ...] = ()
    same: bool = False
    by_another: bool = False


@dataclass(frozen=True)
class Distinct:
    """At least `n` different ones (a key of DISTINCT) in the time `window` reaches back, while a spell is open.

    within: no kind named asks for no spell. cleared_by: what came on or before a clearing mark counts no more.
    """

    of: str
    n: int
    window: Limit
    within: tuple[str, ...] = ()
    cleared_by: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Lasting:
    """The state has held without a break for as long as this."""

    state: "State"
    for_: Limit


@dataclass(frozen=True)
class All:
    """Every one of these holds. The flag's facts are the first one's."""

    states: tuple["State", ...]


@dataclass(frozen=True)
class Either:
    """At least one of these holds."""

    states: tuple["State", ...]


@dataclass(frozen=True)
class Unless:
    """The first holds and the second does not."""

    state: "State"
    but: "State"


State = Happened | Open | Quiet | Ended | Followed | Distinct | Lasting | All | Either | Unless

DISTINCT: dict[str, On | Start] = {
    "social workers": Start("allocation"),
    "placements": Start("placement"),
    "carers": Start("carer"),
    "sources of contact": On("contact"),
}
"""What can be counted apart, and what holds it: a spell, which counts while it lasts, or an event, on its day."""


@dataclass(frozen=True)
class Given:
    """A threshold the journey itself is built with (`journeys.around.Thresholds`, by name), so no rule over it names it."""

    name: str
    value: Limit | int


@dataclass(frozen=True)
class Pattern:
    """A question about a child that no single clock answers.

    whom: the children it can be asked of. since_when: the day the flag counts from, in words. words: the flag in
    words, with {first}, {last} and {since} for its days, {what} for the last mark and {n} for a count.
    """

    id: str
    name: str
    area: str
    question: str
    whom: str
    state: State
    since_when: str
    words: str
    why_it_matters: str
    blind_to: str
    cites: tuple[Cite, ...]
    cases: str
    version: int = 1
    given: Given | None = None
