"""A theme across one authority's documents, and what others who improved said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from undrift.inspections import VisitLetter
from undrift.inspections.authority import resolve
from undrift.inspections.corpus import Hit, Passage
from undrift.inspections.history import DAYS_A_MONTH
from undrift.inspections.learning import Side, lessons, not_held, what_inspectors_said
from undrift.inspections.stored import Document
from undrift.web.jinja import day
from undrift.web.presenters import documents
from undrift.web.presenters.documents import Corrections, Held
from undrift.web.presenters.words import Tag


@dataclass(frozen=True)
class Quote:
    """Inspectors' own words, with the page and the place they open; a letter's sentence also points a way."""

    label: str
    text: str
    page: int
    anchor: str
    direction: Tag | None


@dataclass(frozen=True)
class VisitShown:
    """One inspection or visit, and what it said of the theme (nothing: no quotes)."""

    key: str
    title: str
    when: str
    quotes: tuple[Quote, ...]
    directions: tuple[tuple[Tag, int], ...]


@dataclass(frozen=True)
class SideShown:
    key: str
    when: str
    published: date | None
    overall: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class LessonShown:
    """An authority that was inadequate with the theme and later improved: both reports, side by side."""

    authority: str
    likeness: str
    took: str
    still_named: bool
    then: SideShown
    later: SideShown


@dataclass(frozen=True)
class NotHeldShown:
    authority: str
    since: date
    until: date
    took: str
    outcome: str


@dataclass(frozen=True)
class OthersShown:
    lessons: tuple[LessonShown, ...]
    not_held: tuple[NotHeldShown, ...]


@dataclass(frozen=True)
class HitShown:
    """One passage found, with the place on its document's page where it stands."""

    key: str
    anchor: str
    hit: Hit
    title: str
    label: str
    theme: str


_LIKENESS = {
    "a statistical neighbour": "A statistical neighbour of yours",
    "the same region": "In your region",
    "neither a neighbour nor the same region": "Neither a statistical neighbour nor in your region",
    "not compared": "How like yours it is cannot be told",
}


def _quotes(passages: Sequence[Passage], document: Document) -> tuple[Quote, ...]:
    where = documents.anchors(document)
    sentences = document.findings if isinstance(document, VisitLetter) else ()
    ways = {sentence.number: documents.DIRECTIONS[sentence.direction] for sentence in sentences}
    return tuple(
        Quote(
            documents.label_of(p.kind, p.number), p.text, p.page, where[documents.place_of(p)],
            ways.get(p.number or 0) if p.kind == "sentence" else None,
        )
        for p in passages
    )  # fmt: skip


def said_each_time(
    held: Held, authority: str, theme: str, corrections: Corrections
) -> tuple[VisitShown, ...]:
    """What inspectors said of the theme at each inspection and visit, oldest first."""
    own = documents.own(held, authority)
    by_key = dict(own)
    shown = []
    for said in what_inspectors_said(own, theme, corrections):
        document = by_key[said.key]
        directions = tuple(
            (documents.DIRECTIONS[name], said.directions[name])
            for name in documents.DIRECTIONS
            if name in said.directions
        )
        quotes = _quotes(said.passages, document)
        title = documents.title_of(document)
        shown.append(VisitShown(said.key, title, documents.windows(document), quotes, directions))
    return tuple(shown)


def learning(held: Held, authority: str, theme: str, corrections: Corrections) -> OthersShown:
    """Authorities that had the theme and improved, and those whose reports are not held."""
    known = resolve(authority)
    asking = known.urn if known else None
    own = {key for key, _ in documents.own(held, authority)}
    elsewhere = [item for item in held if item[0] not in own]
    by_key = dict(elsewhere)
    found = tuple(
        LessonShown(
            lesson.authority, _LIKENESS.get(lesson.likeness, lesson.likeness), _months(lesson.days), lesson.still_named,
            _side(lesson.then, by_key[lesson.then.key]), _side(lesson.later, by_key[lesson.later.key]),
        )
        for lesson in lessons(elsewhere, theme, asking=asking, corrections=corrections)
    )  # fmt: skip
    missing = tuple(
        NotHeldShown(
            row.authority, row.since, row.until, _months((row.until - row.since).days), row.outcome or "not recorded"
        )
        for row in sorted(not_held(elsewhere, asking=asking), key=lambda row: (row.authority, row.since))
    )  # fmt: skip
    return OthersShown(found, missing)


def _side(side: Side, document: Document) -> SideShown:
    overall = side.overall or "no overall grade"
    return SideShown(
        side.key, documents.windows(document), side.published, overall, _quotes(side.passages, document)
    )


def _months(length: int | None) -> str:
    if length is None:
        return "time cannot be told: a publication date is not known"
    months = round(length / DAYS_A_MONTH)
    years, rest = divmod(months, 12)
    parts = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((years, "year"), (rest, "month")) if n]
    return " and ".join(parts) or "under a month"


def hits(found: Sequence[Hit], held: dict[str, Document]) -> tuple[HitShown, ...]:
    """What a search found, each with the place it opens."""
    where = {key: documents.anchors(held[key]) for key in {hit.key for hit in found} if key in held}
    return tuple(
        HitShown(
            hit.key, where[hit.key].get((hit.kind, hit.number, hit.page), ""), hit,
            f"{documents.title_of(held[hit.key])}, {day(date.fromisoformat(hit.date)) if hit.date else 'date not found'}",
            documents.label_of(hit.kind, hit.number), documents.short_theme(hit.theme),
        )
        for hit in found
        if hit.key in where
    )  # fmt: skip
