"""Learning from others: who was inadequate with the same theme, what became of it, and how long it took."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from undrift.inspections.corpus import Passage, passages
from undrift.inspections.history import comparators, is_inadequate, waits
from undrift.inspections.letters import VisitLetter
from undrift.inspections.report import Report
from undrift.inspections.stored import Document
from undrift.inspections.themes import Correction

Corrections = Mapping[str, Correction]
_AREAS_ONLY = frozenset({"area"})


@dataclass(frozen=True)
class Side:
    """One report's side: the key that opens it, its dates and grade, and what it says of the theme, with pages."""

    key: str
    file: str
    on: date
    published: date | None
    overall: str | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Lesson:
    """One authority: then (inadequate, with the theme among its areas for improvement) and later (better).

    `days` runs from the first report's publication to the later one's (None when a day is not known).
    `still_named`: the later report names the theme again among its areas. `likeness` says why it is near the
    authority that asks: a statistical neighbour, the same region, or neither.
    """

    authority: str
    urn: str | None
    then: Side
    later: Side
    days: int | None
    still_named: bool
    likeness: str


@dataclass(frozen=True)
class NotHeld:
    """An authority that improved, by the history, but whose reports are not both loaded: we cannot tell its theme."""

    authority: str
    urn: str
    since: date
    until: date
    outcome: str | None


def lessons(
    documents: Iterable[tuple[str, Document]],
    theme: str,
    *,
    asking: str | None = None,
    corrections: Corrections | None = None,
) -> tuple[Lesson, ...]:
    """Authorities found inadequate with `theme` among their areas that later improved, the likest first.

    documents: (key, document) pairs, as Corpus.documents gives them. asking: the URN of the authority that asks;
    its own reports are left out.
    """
    by_authority: dict[str, list[tuple[str, Report]]] = {}
    for key, document in documents:
        if (
            isinstance(document, Report)
            and document.date_ranges
            and (document.urn is None or document.urn != asking)
        ):
            by_authority.setdefault(document.urn or (document.local_authority_as_printed or key), []).append(
                (key, document)
            )
    found = []
    for held in by_authority.values():
        in_order = sorted(held, key=lambda item: item[1].date_ranges)
        for place, (key, report) in enumerate(in_order):
            later = next(
                ((k, r) for k, r in in_order[place + 1 :] if r.judgements and not _inadequate(r)), None
            )
            if later is None or not _inadequate(report):
                continue
            then = _side(key, report, theme, corrections, only=_AREAS_ONLY)
            if then.passages:
                found.append(_lesson(report, then, _side(*later, theme, corrections), asking))
    order = {"a statistical neighbour": 0, "the same region": 1}
    return tuple(sorted(found, key=lambda x: (order.get(x.likeness, 2), x.days or 10**6, x.authority)))


def not_held(documents: Iterable[tuple[str, Document]], *, asking: str | None = None) -> tuple[NotHeld, ...]:
    """Authorities that left inadequate, whose two reports are not both loaded: their theme cannot be told."""
    published = {
        (document.urn, document.publication_date) for _, document in documents if isinstance(document, Report)
    }
    return tuple(
        NotHeld(wait.authority, wait.urn, wait.since, wait.until, wait.outcome)
        for wait in waits("leaving")
        if wait.ended
        and wait.urn != asking
        and not {(wait.urn, wait.since), (wait.urn, wait.until)} <= published
    )


def _lesson(report: Report, then: Side, later: Side, asking: str | None) -> Lesson:
    days = (later.published - then.published).days if later.published and then.published else None
    still = any(passage.kind == "area" for passage in later.passages)
    authority = report.local_authority or report.local_authority_as_printed or "authority not found"
    return Lesson(authority, report.urn, then, later, days, still, _likeness(report.urn, asking))


def _side(
    key: str, report: Report, theme: str, corrections: Corrections | None, only: frozenset[str] | None = None
) -> Side:
    chosen = tuple(
        passage
        for passage in passages(report, corrections)
        if passage.theme == theme and (only is None or passage.kind in only)
    )
    start = report.date_ranges[0][0]
    return Side(
        key, report.file, start, report.publication_date, report.grade("overall_effectiveness"), chosen
    )


def _inadequate(report: Report) -> bool:
    return is_inadequate({judgement.name: judgement.grade for judgement in report.judgements})


def _likeness(urn: str | None, asking: str | None) -> str:
    own, other = comparators().get(asking or ""), comparators().get(urn or "")
    if own is None or other is None:
        return "not compared"
    if other.urn in own.neighbours:
        return "a statistical neighbour"
    return "the same region" if other.region == own.region else "neither a neighbour nor the same region"


@dataclass(frozen=True)
class Said:
    """What one report or letter said of a theme: its day and what kind it is, and the passages, with pages.

    `directions` counts a letter's sentences by which way they point; empty for a report.
    """

    key: str
    file: str
    kind: str | None
    on: date
    passages: tuple[Passage, ...]
    directions: dict[str, int]


def what_inspectors_said(
    documents: Sequence[tuple[str, Document]], theme: str, corrections: Corrections | None = None
) -> tuple[Said, ...]:
    """One authority's documents in order of date, with what each said of the theme; a silent one has no passages."""
    dated = [(key, document) for key, document in documents if document.date_ranges]
    said = []
    for key, document in sorted(dated, key=lambda item: item[1].date_ranges):
        about = tuple(passage for passage in passages(document, corrections) if passage.theme == theme)
        directions: dict[str, int] = {}
        if isinstance(document, VisitLetter):
            numbers = {passage.number for passage in about if passage.kind == "sentence"}
            for finding in document.findings:
                if finding.number in numbers:
                    directions[finding.direction] = directions.get(finding.direction, 0) + 1
        said.append(Said(key, document.file, document.kind, document.date_ranges[0][0], about, directions))
    return tuple(said)
