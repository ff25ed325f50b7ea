"""The history of all authorities: how long from an inadequate report to the next inspection, and to leaving it.

Two questions, each answered by a Kaplan-Meier estimate that counts authorities still waiting for what they are:

- `reinspection`: from the publication of an inadequate report to the start of the next full inspection.
- `leaving`: from the publication of the first inadequate report of a run to that of the first better one.

Inadequate means the overall grade, or, where a report has none (from April 2026), any of its judgements.
An authority found inadequate twice running waits twice for `reinspection`; the interval treats waits as independent.
"""

import csv
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import groupby, pairwise
from typing import Any, Literal

from undrift.variation.survival import Quantile, Survival, Wait, kaplan_meier

Question = Literal["reinspection", "leaving"]
FULL_INSPECTIONS = frozenset({"sif", "sif_reinspection", "ilacs_standard", "ilacs_short"})
DAYS_A_MONTH = 365.25 / 12
_SHARES = (0.25, 0.5, 0.75)
_FACTS = frozenset({"urn", "authority", "kind", "started", "ended", "published", "source", "confidence"})


@dataclass(frozen=True)
class PastInspection:
    """One inspection of the shipped history. `source` and `confidence` as the table's heading explains them."""

    urn: str
    authority: str
    kind: str
    started: date
    ended: date
    published: date
    judgements: Mapping[str, str]
    source: str
    confidence: str

    @property
    def inadequate(self) -> bool:
        return is_inadequate(self.judgements)


@dataclass(frozen=True)
class Comparator:
    """What an authority is compared by. `neighbours` are URNs of its statistical neighbours, nearest first."""

    urn: str
    la_code: str
    region: str
    type: str
    population_0_25: int
    neighbours: tuple[str, ...]


@dataclass(frozen=True)
class AuthorityWait:
    """One authority's wait: from `since` to `until`, which is the event when `ended`, else the last day known."""

    urn: str
    authority: str
    since: date
    until: date
    ended: bool
    outcome: str | None  # the overall grade it ended on
    confidence: str  # the lower of the two reports'

    @property
    def days(self) -> int:
        return (self.until - self.since).days


@dataclass(frozen=True)
class Estimate:
    """The answer to a question among some authorities. `survival` is None when we cannot tell, and `why` says so."""

    question: Question
    among: str
    waits: tuple[AuthorityWait, ...]
    survival: Survival | None
    why: str
    known_to: date

    @property
    def authorities(self) -> tuple[str, ...]:
        """The authorities it rests on, by name."""
        return tuple(sorted({wait.authority for wait in self.waits}))

    def quartiles(self) -> tuple[Quantile, ...]:
        """Days by which a quarter, half and three quarters had seen the event, with intervals."""
        return tuple(self.survival.quantile(share) for share in _SHARES) if self.survival else ()

    @property
    def words(self) -> str:
        """One sentence: the median in months with its interval, and what it rests on."""
        if self.survival is None:
            return f"Cannot tell: {self.why}"
        quarter, half, most = self.quartiles()
        ended, waiting = self.survival.events, self.survival.censored
        event = "were inspected again" if self.question == "reinspection" else "left inadequate"
        return (
            f"Half {event} within {_months(half.time)} (95% interval {_months(half.low)} to {_months(half.high)}),"
            f" a quarter within {_months(quarter.time)} and three quarters within {_months(most.time)}."
            f" From {len(self.authorities)} authorities ({self.among}): {ended} waits ended and {waiting} had not"
            f" by {self.known_to.day} {self.known_to:%B %Y}."
        )


@dataclass(frozen=True)
class Window:
    """When it is likely, as dates, for one authority: the middle half of waits, each end with its interval.

    `earliest`, `middle`, `latest` are the 25%, 50% and 75% points among authorities that had waited as long as this
    one has by `as_at`; a part that cannot be told is None.
    """

    since: date
    as_at: date
    estimate: Estimate
    earliest: date | None
    middle: date | None
    latest: date | None
    middle_low: date | None
    middle_high: date | None
    rests_on: tuple[str, ...]
    why: str


def is_inadequate(judgements: Mapping[str, str]) -> bool:
    """By the overall grade; where none is printed, by any judgement."""
    overall = judgements.get("overall_effectiveness")
    return overall == "inadequate" if overall else "inadequate" in judgements.values()


@cache
def settings() -> Mapping[str, Any]:
    """The assumptions in history.toml, each with `value` and `why`."""
    return tomllib.loads(files("undrift.inspections").joinpath("history.toml").read_text(encoding="utf-8"))


@cache
def inspections() -> tuple[PastInspection, ...]:
    """Every full inspection in the shipped history, oldest first within each authority."""
    return tuple(
        PastInspection(
            row["urn"], row["authority"], row["kind"],
            date.fromisoformat(row["started"]), date.fromisoformat(row["ended"]), date.fromisoformat(row["published"]),
            {name: grade for name, grade in row.items() if grade and name not in _FACTS},
            row["source"], row["confidence"],
        )
        for row in _table("history.csv") if row["kind"] in FULL_INSPECTIONS
    )  # fmt: skip


@cache
def comparators() -> Mapping[str, Comparator]:
    """What each authority is compared by, by URN."""
    rows = _table("comparators.csv")
    urn_of = {row["la_code"]: row["urn"] for row in rows}
    return {
        row["urn"]: Comparator(
            row["urn"], row["la_code"], row["region"], row["type"], int(row["population_0_25"]),
            tuple(urn_of[code] for code in row["neighbours"].split(";") if code in urn_of),
        )
        for row in rows
    }  # fmt: skip


def waits(question: Question, past: Sequence[PastInspection] | None = None) -> tuple[AuthorityWait, ...]:
    """Every wait in the history, ended or not, in order of authority and date."""
    found: list[AuthorityWait] = []
    known_to = _known_to(question)
    rows = inspections() if past is None else past
    for _, own in groupby(rows, key=lambda row: row.urn):
        run = list(own)
        if question == "reinspection":
            found += [_between(a, b.started, b) for a, b in pairwise(run) if a.inadequate]
            if run[-1].inadequate and run[-1].published <= known_to:
                found.append(_still(run[-1], known_to))
        else:
            for inadequate, spell in groupby(run, key=lambda row: row.inadequate):
                first = next(spell)
                if not inadequate:
                    continue
                after = (row for row in run if row.started > first.started and not row.inadequate)
                better = next(after, None)
                found.append(_between(first, better.published, better) if better else _still(first, known_to))
    return tuple(found)


def _known_to(question: Question) -> date:
    """The last day on which we would know of the event."""
    known_to: date = settings()["known_to"]["value"]
    # a start shortly before the last day known may not have been published yet
    lag = settings()["published_within_days"]["value"] if question == "reinspection" else 0
    return known_to - timedelta(days=lag)


def _between(first: PastInspection, until: date, event: PastInspection) -> AuthorityWait:
    lower = "low" if "low" in (first.confidence, event.confidence) else first.confidence
    outcome = event.judgements.get("overall_effectiveness")
    return AuthorityWait(first.urn, first.authority, first.published, until, True, outcome, lower)


def _still(first: PastInspection, known_to: date) -> AuthorityWait:
    return AuthorityWait(first.urn, first.authority, first.published, known_to, False, None, first.confidence)


def estimate(
    question: Question, *, urns: Iterable[str] | None = None, among: str = "all of England"
) -> Estimate:
    """The estimate among the authorities with these URNs (all, when none are given)."""
    chosen = None if urns is None else frozenset(urns)
    held = tuple(wait for wait in waits(question) if chosen is None or wait.urn in chosen)
    ended = sum(wait.ended for wait in held)
    least: int = settings()["least_events"]["value"]
    survival, why = (
        None,
        f"only {ended} such waits have ended among {among}; fewer than {least} say next to nothing",
    )
    if ended >= least:
        survival = kaplan_meier((Wait(wait.days, wait.ended) for wait in held), settings()["level"]["value"])
        why = ""
    return Estimate(question, among, held, survival, why, _known_to(question))


def compared(question: Question, urn: str) -> Mapping[str, Estimate]:
    """The estimate among all, and among the authority's region, type, like size and statistical neighbours.

    The authority's own waits are left out of the comparators. An unknown URN gives only `all`.
    """
    found = {"all": estimate(question)}
    own = comparators().get(urn)
    if own is None:
        return found
    others = [row for row in comparators().values() if row.urn != urn]
    band: float = settings()["size_band"]["value"]
    groups = {
        "region": (own.region, [row.urn for row in others if row.region == own.region]),
        "type": (own.type.lower(), [row.urn for row in others if row.type == own.type]),
        "size": (
            "authorities of like size",
            [
                r.urn
                for r in others
                if band * own.population_0_25 <= r.population_0_25 <= own.population_0_25 / band
            ],
        ),
        "neighbours": ("its ten statistical neighbours", list(own.neighbours)),
    }
    return found | {
        name: estimate(question, urns=urns, among=among) for name, (among, urns) in groups.items()
    }


def likely_window(question: Question, since: date, as_at: date, among: Estimate | None = None) -> Window:
    """When it is likely for an authority whose inadequate report was published on `since` and which still waits.

    Only authorities that had waited at least as long are asked, so the window moves on as time passes.
    """
    asked = among or estimate(question)
    waited = max((as_at - since).days, 0)
    rests_on = tuple(sorted({wait.authority for wait in asked.waits if wait.days > waited}))
    later = asked.survival.after(waited) if asked.survival else None
    least: int = settings()["least_events"]["value"]
    if later is None or later.events < least:
        why = asked.why or (
            f"{waited // DAYS_A_MONTH:.0f} months have passed, and only {later.events if later else 0} waits in the"
            " history that lasted as long have ended"
        )
        return Window(since, as_at, asked, None, None, None, None, None, rests_on, why)
    quarter, half, most = (later.quantile(share) for share in _SHARES)
    return Window(
        since, as_at, asked,
        earliest=_on(since, quarter.time), middle=_on(since, half.time), latest=_on(since, most.time),
        middle_low=_on(since, half.low), middle_high=_on(since, half.high), rests_on=rests_on, why="",
    )  # fmt: skip


def _on(since: date, days: float | None) -> date | None:
    return None if days is None else since + timedelta(days=round(days))


def _months(days: float | None) -> str:
    return "a time not reached" if days is None else f"{days / DAYS_A_MONTH:.0f} months"


def _table(name: str) -> list[dict[str, str]]:
    text = files("undrift.inspections").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
