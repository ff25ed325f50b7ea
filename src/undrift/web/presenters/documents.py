"""Reports and letters kept, made ready for the page: every value with the page and the words it was read from."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from undrift.inspections import VisitLetter
from undrift.inspections.authority import resolve
from undrift.inspections.corpus import Passage, Piece, passages
from undrift.inspections.stored import Document
from undrift.inspections.themes import Correction, theme_of, themes
from undrift.inspections.words import plain
from undrift.web.jinja import day
from undrift.web.presenters.words import Tag

Held = Sequence[tuple[str, Document]]
Corrections = Mapping[str, Correction]
Place = tuple[str, int | None, int]

KINDS = {
    "ilacs_standard": "Standard inspection",
    "ilacs_short": "Short inspection",
    "sif": "Single inspection",
    "sif_reinspection": "Single inspection, a re-inspection",
    "looked_after_children_2013": "Inspection of services for looked after children",
    "monitoring_visit": "Letter after a monitoring visit",
    "focused_visit": "Letter after a focused visit",
}
# The headings the inspection framework gives its parts; another is shown as it came.
HEADINGS = {
    "help_and_protection": "Children who need help and protection",
    "in_care_and_care_leavers": "Children in care and care leavers",
    "in_care": "Children in care",
    "care_leavers": "Care leavers",
    "impact_of_leaders": "The impact of leaders on social work practice",
    "what_needs_to_improve": "What needs to improve",
    "looked_after_and_permanence": "Children looked after and achieving permanence",
    "leadership": "Leadership, management and governance",
    "lscb": "The safeguarding board",
}
NO_THEME = "No theme"
_SLUGS = {
    "area": "area",
    "recommendation to the board": "board",
    "finding": "paragraph",
    "sentence": "sentence",
}
_LABELS = {
    "area": "Area for improvement", "recommendation to the board": "Recommendation to the board",
    "finding": "Paragraph", "sentence": "Sentence",
}  # fmt: skip
DIRECTIONS = {
    "strength": Tag("Strength", "green"),
    "progress": Tag("Progress", "blue"),
    "weakness": Tag("Weakness", "red"),
    "unknown": Tag("Cannot tell which way", "grey"),
}
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
_QUOTED = re.compile(r"“([^”]+)”")


@dataclass(frozen=True)
class Kept:
    """One line of the list of documents."""

    key: str
    title: str
    kind: str
    published: date | None
    held: str
    is_own: bool


@dataclass(frozen=True)
class Fact:
    """A value and where it was read; `missing` is the reason when it was not found."""

    name: str
    words: str
    page: int | None
    evidence: str
    missing: str


@dataclass(frozen=True)
class PassageShown:
    """One sentence or paragraph as printed, the words that decided its theme marked."""

    anchor: str
    label: str
    section: str
    page: int
    text: str
    pieces: tuple[Piece, ...]
    points: tuple[str, ...]
    theme: str | None
    theme_name: str
    why: str
    said_by: str
    direction: Tag | None


@dataclass(frozen=True)
class Section:
    """A heading of the document with what stands under it."""

    heading: str
    passages: tuple[PassageShown, ...]


@dataclass(frozen=True)
class ByTheme:
    """One theme of the document, and the places that speak of it."""

    theme: str | None
    name: str
    passages: tuple[PassageShown, ...]


@dataclass(frozen=True)
class DocumentShown:
    key: str
    title: str
    kind: str
    file: str
    facts: tuple[Fact, ...]
    judgements: tuple[tuple[str, str, int | None, str], ...]
    areas: tuple[PassageShown, ...]
    sections: tuple[Section, ...]
    themes: tuple[ByTheme, ...]
    directions: tuple[tuple[Tag, int], ...]


def ordinal(number: int) -> str:
    return _ORDINALS[number - 1] if 0 < number <= len(_ORDINALS) else f"{number}th"


def heading(name: str) -> str:
    return HEADINGS.get(name, name.replace("_", " ")[:1].upper() + name.replace("_", " ")[1:])


def label_of(kind: str, number: int | None) -> str:
    return f"{_LABELS[kind]} {number}" if number else _LABELS[kind]


def theme_name(theme: str | None) -> str:
    return next((known.name for known in themes() if known.id == theme), NO_THEME)


def short_theme(theme: str | None) -> str:
    """The theme's name up to the list of what belongs to it."""
    return re.split(r" \(|:", theme_name(theme))[0]


def days(first: date, last: date | None) -> str:
    """14 March 2023; 14 to 15 March 2023; 29 March to 2 April 2023."""
    if last is None or last == first:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    return f"{first.day} {first:%B}{f' {first.year}' if first.year != last.year else ''} to {day(last)}"


def windows(document: Document) -> str:
    return " and ".join(days(first, last) for first, last in document.date_ranges)


def authority_of(document: Document) -> str:
    return document.local_authority or document.local_authority_as_printed or "authority not found"


def title_of(document: Document) -> str:
    """What it is, of whom: 'Third monitoring visit to Irwell'."""
    name = authority_of(document)
    if not isinstance(document, VisitLetter):
        return f"Inspection of {name}"
    visit = "focused visit" if document.kind == "focused_visit" else "monitoring visit"
    words = f"{ordinal(document.visit_number)} {visit}" if document.visit_number else visit.capitalize()
    return f"{words} to {name}"


def own(held: Held, authority: str) -> list[tuple[str, Document]]:
    """The documents about this authority: by its URN, or by its printed name when it has none (an invented one)."""
    known = resolve(authority)
    name = plain(authority)
    return [
        (key, document)
        for key, document in held
        if (known and document.urn == known.urn) or plain(authority_of(document)) == name
    ]


def listed(held: Held, authority: str) -> list[Kept]:
    """Every document kept, the authority's own first, newest first."""
    own_keys = {key for key, _ in own(held, authority)}
    newest = sorted(held, key=lambda item: item[1].date_ranges, reverse=True)
    rows = [
        Kept(
            key, f"{title_of(document)}, {windows(document) or 'dates not found'}", KINDS.get(document.kind or "", "Kind not found"),
            document.publication_date, _held(document), key in own_keys,
        )
        for key, document in newest
    ]  # fmt: skip
    return sorted(rows, key=lambda row: not row.is_own)


def _held(document: Document) -> str:
    is_letter = isinstance(document, VisitLetter)
    finding = ("sentence of findings", "sentences of findings") if is_letter else ("finding", "findings")
    counted = (
        (len(document.areas), ("area for improvement", "areas for improvement")),
        (len(document.findings), finding),
        (document.pages, ("page", "pages")),
    )
    return ", ".join(f"{count} {names[count != 1]}" for count, names in counted if count)


def anchors(document: Document) -> dict[Place, str]:
    """Where each passage stands on its document's page; a number printed twice gets a place of its own."""
    found: dict[Place, str] = {}
    for place, anchor in _anchored(document):
        found.setdefault(place, anchor)
    return found


def place_of(passage: Passage) -> Place:
    return passage.kind, passage.number, passage.page


def _anchored(document: Document) -> Iterable[tuple[Place, str]]:
    used: dict[str, int] = {}
    for passage in passages(document):
        name = f"{_SLUGS[passage.kind]}-{passage.number}"
        used[name] = used.get(name, 0) + 1
        yield place_of(passage), name if used[name] == 1 else f"{name}-{used[name]}"


def marked(text: str, why: str) -> tuple[Piece, ...]:
    """The text with the words that decided its theme marked, as far as they can be found in it again."""
    words = plain(text)
    if len(words) != len(text):  # a place in one would not be the same place in the other
        return (Piece(text, False),)
    spans = sorted(
        (at, _word_end(text, at + len(said)))
        for said in _QUOTED.findall(why)
        if (at := words.find(said)) >= 0
    )
    pieces, done = [], 0
    for start, end in spans:
        if start < done:
            continue
        pieces += [Piece(text[done:start], False), Piece(text[start:end], True)]
        done = end
    pieces.append(Piece(text[done:], False))
    return tuple(piece for piece in pieces if piece.text)


def _word_end(text: str, at: int) -> int:
    while at < len(text) and text[at].isalpha():
        at += 1
    return at


def said_by(text: str, corrections: Corrections, rules_theme: str | None) -> str:
    """Who confirmed or corrected a text's theme, and when; empty when nobody has."""
    correction = corrections.get(plain(text))
    if correction is None:
        return ""
    verb = "Confirmed" if correction.theme == rules_theme else "Corrected"
    return f"{verb} by {correction.by} on {day(correction.on)}"


def shown_passages(document: Document, corrections: Corrections) -> list[PassageShown]:
    """Every passage in the order kept: areas, recommendations to the board, then findings or sentences."""
    sentences = document.findings if isinstance(document, VisitLetter) else ()
    held = passages(document, corrections)
    first_sentence = len(held) - len(sentences)
    bullets = {number: area.sub_bullets for number, area in enumerate(document.areas, start=1)}
    texts = {number: area.text for number, area in enumerate(document.areas, start=1)}
    found = []
    for index, (passage, (_, anchor)) in enumerate(zip(held, _anchored(document), strict=True)):
        by_rules = theme_of(passage.text)
        why, rules_theme, direction = by_rules.why, by_rules.theme, None
        if sentences and index >= first_sentence:
            sentence = sentences[index - first_sentence]
            why, rules_theme = sentence.why, sentence.theme
            direction = DIRECTIONS[sentence.direction]
        is_area = passage.kind == "area"
        text = texts[passage.number or 0] if is_area else passage.text
        found.append(
            PassageShown(
                anchor, label_of(passage.kind, passage.number), heading(passage.section), passage.page, passage.text,
                marked(text, why), bullets[passage.number or 0] if is_area else (), passage.theme,
                short_theme(passage.theme), why, said_by(passage.text, corrections, rules_theme), direction,
            )
        )  # fmt: skip
    return found


def of_document(key: str, document: Document, corrections: Corrections) -> DocumentShown:
    shown = shown_passages(document, corrections)
    sections: dict[str, list[PassageShown]] = {}
    for passage in shown:
        sections.setdefault(passage.section, []).append(passage)
    by_theme: dict[str | None, list[PassageShown]] = {}
    for passage in shown:
        by_theme.setdefault(passage.theme, []).append(passage)
    in_order = [*(known.id for known in themes()), None]
    return DocumentShown(
        key=key,
        title=title_of(document),
        kind=KINDS.get(document.kind or "", "Kind not found"),
        file=Path(document.file).name,
        facts=_letter_facts(document) if isinstance(document, VisitLetter) else _facts(document),
        judgements=()
        if isinstance(document, VisitLetter)
        else tuple((heading(j.name), j.grade, j.evidence.page, j.evidence.text) for j in document.judgements),
        areas=tuple(passage for passage in shown if passage.anchor.startswith("area-")),
        sections=tuple(Section(name, tuple(found)) for name, found in sections.items()),
        themes=tuple(
            ByTheme(id_, short_theme(id_), tuple(by_theme[id_])) for id_ in in_order if id_ in by_theme
        ),
        directions=tuple((DIRECTIONS[name], count) for name, count in document.count().items())
        if isinstance(document, VisitLetter)
        else (),
    )


def _fact(document: Document, label: str, name: str, words: str | None) -> Fact:
    where = document.evidence.get(name)
    missing = "" if words else document.not_found.get(name, "no reason recorded")
    return Fact(label, words or "", where.page if where else None, where.text if where else "", missing)


def _facts(document: Document) -> tuple[Fact, ...]:
    published = day(document.publication_date) if document.publication_date else None
    return (
        _fact(document, "Authority", "local_authority_as_printed", document.local_authority_as_printed),
        _fact(document, "Ofsted’s number (URN)", "urn", document.urn),
        _fact(document, "Inspected", "start_date", windows(document)),
        _fact(document, "Published", "publication_date", published),
        _fact(document, "Lead inspector", "lead_inspector", getattr(document, "lead_inspector", None)),
    )


def _letter_facts(letter: VisitLetter) -> tuple[Fact, ...]:
    dated = day(letter.publication_date) if letter.publication_date else None
    number = ordinal(letter.visit_number) if letter.visit_number else None
    return (
        _fact(letter, "Authority", "local_authority_as_printed", letter.local_authority_as_printed),
        _fact(letter, "Visited", "date_ranges", windows(letter)),
        _fact(letter, "Letter dated", "publication_date", dated),
        _fact(letter, "Which visit", "visit_number", number),
        _fact(letter, "Addressed to", "addressed_to", letter.addressed_to),
        _fact(letter, "Focus", "focus", "; ".join(letter.focus)),
    )
