"""What has stalled, made ready for the page: exact for those who read exact figures, protected for everybody else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

import duckdb
from django.urls import reverse

from undrift import drift, measures
from undrift.drift import stalled
from undrift.drift.stalled import Stalled, Whose
from undrift.journeys.tables import COHORT_NAMES
from undrift.reports import disclosure
from undrift.web.presenters import cards
from undrift.web.presenters.cards import Card
from undrift.web.presenters.worklists import Choice

MOST = 200
"""Children on a page; the workbook has them all."""

HEADINGS = ("Child ID", "Child", "Since", "What has stalled", "Team", "Held by", "Row it comes from")
COHORTS = tuple(Choice(value, text) for value, text in COHORT_NAMES.items())
_TOLD = ("Rule", "Counts from", "Why it matters", "What it cannot see")


@dataclass(frozen=True)
class Asked:
    """What the reader asked to see. Empty is everything; what is not known is passed over."""

    area: str = ""
    team: str = ""
    cohort: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Asked":
        """From the address, so that a narrowed page is kept as a link."""
        given = {name: query.get(name, "") for name in cls.__dataclass_fields__}
        return cls(**given | {"cohort": given["cohort"] if given["cohort"] in COHORT_NAMES else ""})

    def address(self, **changed: str) -> str:
        """The query string of this, with some of it changed; empty when nothing is asked."""
        kept = {name: getattr(self, name) for name in self.__dataclass_fields__} | changed
        query = urlencode({name: value for name, value in kept.items() if value})
        return f"?{query}" if query else ""


@dataclass(frozen=True)
class Reach:
    """What one reader may see. whose: the children whose flags open; None opens none. own: their words for those."""

    exact: bool
    whose: Whose | None
    own: str


@dataclass(frozen=True)
class PatternRow:
    """One pattern. why_not: why it could not run, empty when it could; then `count` is a figure or its symbol."""

    id: str
    name: str
    question: str
    address: str
    why_not: str
    count: str
    teams: tuple[tuple[str, int], ...]
    own: int


@dataclass(frozen=True)
class AreaOfPractice:
    title: str
    rows: tuple[PatternRow, ...]


@dataclass(frozen=True)
class Index:
    asked: Asked
    summary: str
    note: str
    areas: tuple[AreaOfPractice, ...]
    teams: tuple[Choice, ...]
    area_choices: tuple[Choice, ...]
    cohorts: tuple[Choice, ...]


@dataclass(frozen=True)
class PatternShown:
    """One pattern and the children who match it today. count: how many there are; rows: at most MOST of them."""

    asked: Asked
    card: Card
    why_not: str
    summary: str
    count: int
    rows: tuple[Stalled, ...]
    teams: tuple[Choice, ...]
    cohorts: tuple[Choice, ...]


def index(cur: duckdb.DuckDBPyConnection, as_at: date, asked: Asked, reach: Reach) -> Index:
    """Every pattern by area of practice. Only exact figures are narrowed: two protected ones would give a third away."""
    titles = _titles()
    teams = _teams(cur) if reach.exact else ()
    known = asked.team in {team.value for team in teams}
    asked = Asked(
        asked.area if asked.area in titles else "",
        asked.team if known else "",
        asked.cohort if reach.exact else "",
    )
    why = drift.ran(cur)
    whose = Whose(team=asked.team or None, cohort=asked.cohort or None)
    found = stalled.counts(cur, as_at, whose)
    by_team: dict[str, list[tuple[str, int]]] = {}
    total: dict[str, int] = dict.fromkeys(drift.catalogue(), 0)
    for one in found:
        by_team.setdefault(one.pattern_id, []).append((one.team_name, one.children))
        total[one.pattern_id] += one.children
    own: dict[str, int] = {}
    if not reach.exact and reach.whose:
        for one in stalled.counts(cur, as_at, reach.whose):
            own[one.pattern_id] = own.get(one.pattern_id, 0) + one.children
    told = {} if reach.exact else disclosure.published_counts(total, stalled.nested(cur, as_at))
    rows: dict[str, list[PatternRow]] = {}
    for card in drift.catalogue().values():
        title = cards.area_words(card.area)
        row = PatternRow(
            card.id, card.name, card.question, _address(card.id, asked, reach), why.get(card.id) or "",
            f"{total[card.id]:,}" if reach.exact else told[card.id].text,
            tuple(sorted(by_team.get(card.id, ()))) if reach.exact else (), own.get(card.id, 0),
        )  # fmt: skip
        rows.setdefault(title, []).append(row)
    shown = tuple(
        AreaOfPractice(title, tuple(sorted(rows[title], key=lambda row: row.name)))
        for title in titles
        if asked.area in ("", title)
    )
    inside = [row for area in shown for row in area.rows]
    ran = [row.id for row in inside if not row.why_not]
    return Index(
        asked,
        _summary(inside, _matching(cur, as_at, whose, reach, ran), asked, reach),
        "" if reach.exact else disclosure.RULE,
        shown,
        teams,
        tuple(Choice(title, title) for title in titles),
        COHORTS if reach.exact else (),
    )


def _titles() -> list[str]:
    """Areas of practice that have a pattern, in the order of a child's journey."""
    held = {cards.area_words(card.area) for card in drift.catalogue().values()}
    titles = [title for title in dict.fromkeys(cards.AREAS.values()) if title in held]
    return titles + sorted(held - set(titles))


def _teams(cur: duckdb.DuckDBPyConnection) -> tuple[Choice, ...]:
    return tuple(Choice(team.id, team.name) for team in measures.teams(cur))


def _address(pattern_id: str, asked: Asked, reach: Reach) -> str:
    """To the children who match, for those who may open any; to the definition for everybody else."""
    if reach.whose is None:
        return reverse("definition", kwargs={"kind": "pattern", "card_id": pattern_id})
    return reverse("stalled-pattern", kwargs={"pattern_id": pattern_id}) + asked.address(area="")


def _matching(
    cur: duckdb.DuckDBPyConnection, as_at: date, whose: Whose, reach: Reach, ran: list[str]
) -> int | None:
    """Children who match at least one pattern, where the reader may know it: of all exactly, or of their own."""
    if not reach.exact and reach.whose is None:
        return None
    return stalled.how_many(cur, as_at, whose if reach.exact or not reach.whose else reach.whose, ran)


def _summary(inside: list[PatternRow], matching: int | None, asked: Asked, reach: Reach) -> str:
    ran = [row for row in inside if not row.why_not]
    if matching is None:
        none = [row for row in ran if row.count == "0"]
        kept = [row for row in ran if row.count == disclosure.SYMBOL]
        said = (
            f"{_patterns(len(ran))} asked today: {len(none)} found nobody, {len(ran) - len(none) - len(kept)} found "
            f"children, and the figures of {len(kept)} are withheld to protect them"
        )
    else:
        who = "" if reach.exact else f" {reach.own}"
        among = f" among {_lower(COHORT_NAMES[asked.cohort])}" if asked.cohort else ""
        each = "the one pattern" if len(ran) == 1 else f"at least one of {_patterns(len(ran))}"
        said = f"{_children(matching)}{who}{among} {_match(matching)} {each} today"
    lost = len(inside) - len(ran)
    return said + (f"; {_patterns(lost)} could not run, which is not the same as nobody." if lost else ".")


def _children(count: int) -> str:
    return "No child" if count == 0 else "1 child" if count == 1 else f"{count:,} children"


def _match(count: int) -> str:
    return "match" if count > 1 else "matches"


def _patterns(count: int) -> str:
    return "1 pattern" if count == 1 else f"{count} patterns"


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]


def of_pattern(
    cur: duckdb.DuckDBPyConnection, as_at: date, pattern_id: str, asked: Asked, reach: Reach
) -> PatternShown:
    """One pattern's words, and the children of this reader's who match it today, the longest standing first."""
    why = drift.ran(cur).get(pattern_id) or ""
    found = [] if why else opened(cur, as_at, pattern_id, asked, reach)
    whole = cards.pattern(drift.catalogue()[pattern_id])
    card = replace(whole, facts=tuple(fact for fact in whole.facts if fact.name in _TOLD))
    count = len({row.child_id for row in found})
    among = f" among {_lower(COHORT_NAMES[asked.cohort])}" if asked.cohort else ""
    said = f"{_children(count)}{f' {reach.own}' if reach.own else ''}{among} {_match(count)} today."
    every_team = reach.whose is not None and not (reach.whose.team or reach.whose.worker)
    teams = _teams(cur) if every_team else ()
    return PatternShown(asked, card, why, "" if why else said, count, tuple(found[:MOST]), teams, COHORTS)


def opened(
    cur: duckdb.DuckDBPyConnection, as_at: date, pattern_id: str, asked: Asked, reach: Reach
) -> list[Stalled]:
    """The children listed: the reader's own, narrowed as asked. A team asked for never widens whose they are."""
    if reach.whose is None:
        return []
    narrowed = replace(reach.whose, cohort=asked.cohort or None)
    if asked.team and not (narrowed.team or narrowed.worker):
        narrowed = replace(narrowed, team=asked.team)
    return stalled.children(cur, as_at, narrowed, pattern_id)


def cells(row: Stalled) -> tuple[object, ...]:
    """One row of the workbook, under HEADINGS."""
    return (
        row.child_id, row.child_name, row.since, row.words, row.team_name, row.worker_name,
        f"{row.source_table} {row.source_key}",
    )  # fmt: skip
