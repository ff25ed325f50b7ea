"""Letters from monitoring and focused visits: dates, visit number, focus, and the findings sentence by sentence.

A letter has no table and no numbered paragraphs. Each sentence is given the theme it concerns (`themes.toml`) and
says strength, progress or weakness by the cues below; a sentence with no cue is 'unknown', and counted as such.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from undrift.inspections import dates
from undrift.inspections.areas import BULLET
from undrift.inspections.authority import printed_name, resolve
from undrift.inspections.extract import Document, Line, open_document
from undrift.inspections.headings import stands_out
from undrift.inspections.report import Evidence
from undrift.inspections.themes import Assignment, theme_of
from undrift.inspections.words import join, plain

Direction = Literal["strength", "progress", "weakness", "unknown"]

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
_VISIT_NUMBER = re.compile(rf"\b({'|'.join(_ORDINALS)}) (?:monitoring|focused) visit", re.IGNORECASE)
_VISIT_ON = re.compile(
    r"(?:visit|services)\b[^.]{0,120}?\b(?:on|between|from) (?P<dates>\d{1,2}[^.;]{0,60}?\b(?:19|20)\d\d)",
    re.IGNORECASE,
)
_FOCUS_SENTENCE = re.compile(
    r"inspectors (?:looked at|reviewed|evaluated|considered) the local authority[’']s (?P<focus>[^.:]+)\.",
    re.IGNORECASE,
)
_FOCUS_HEADING = re.compile(r"^areas? covered by (?:the|this) visit$")
_FINDINGS_HEADING = re.compile(
    r"^(?:headline |main |summary of |overall )?findings\b|^overview|^overall summary|^what needs"
)
_END = re.compile(
    r"^(?:yours (?:sincerely|faithfully)|i am copying this letter|this letter will be published)"
)
_DATE_LINE = re.compile(r"^\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d$")
_CARRIES_ON = re.compile(r"^(?:It|They|Their|These|Those|This)\b")
_ABBREVIATIONS = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|e\.g|i\.e|etc|No|para)\.$")

# What decides, in the order tried: a weakness outranks the progress in the same clause, and progress a strength.
_CUES: Mapping[Direction, re.Pattern[str]] = {
    "weakness": re.compile(
        r"\b(?:inconsisten\w+|too (?:many|few|long|often|much|slow\w*|variable|high|late|early)|not (?:yet|always|all|enough"
        r"|sufficient\w*|consistent\w*|been|good|robust|effective\w*|well|regular\w*|routinely|timely|received?)|insufficient\w*"
        r"|weak\w*|poor\w*|delays?|delayed|drift\w*|lack\w*|gaps?|variable|variability|fail\w*|inadequate\w*|slow\w*|remains? (?:a )?"
        r"(?:concern|challenge|weak|fragile)|fragile|shortfalls?|limited|unclear|over-?optimis\w+|without|missed"
        r"|still wait\w*|wait\w* (?:too|over|more|for)|continue to wait|late|overdue|has deteriorated|declin\w+|ineffective\w*"
        r"|does not|do not|did not|cannot|rarely|seldom|few children|uneven|short notice|unallocated|high caseloads"
        r"|(?:numerous|succession of|multiple|many|frequent) (?:changes|carers|moves|caregivers|social workers))\b"
    ),
    "progress": re.compile(
        r"\b(?:progress\w*|improv\w+|better|strengthen\w*|begin\w*|began|beginning|increas\w+|reduc\w+|fallen|fewer|more (?:children"
        r"|persistent|stable|timely|robust|effective|useful|settled|focused|consistent\w*)|recent\w*|now|developing|early (?:signs?"
        r"|evidence)|emerging|stabilis\w+|moving|since the last|clearer|positive (?:steps?|impact|difference)|growing)\b"
    ),
    "strength": re.compile(
        r"\b(?:good|well|strong\w*|effective\w*|timely|thorough\w*|robust\w*|sensitive\w*|warm\w*|skilled|prompt\w*|appropriate\w*"
        r"|high[- ]quality|highly|stable|benefit\w*|comprehensive|child-centred|purposeful|regular\w*|accurate|honest|clear"
        r"|committed|valued?|safe|supported|know (?:their|the) children)\b"
    ),
}  # fmt: skip
# "Although X, Y" and "Y, although X": Y is what the sentence says. "X but Y": the letter ends on Y.
_CONCESSION_FIRST = re.compile(
    r"^(?:although|while|whilst|despite|though)\b(?P<lesser>[^,]*),\s*(?P<main>.+)$", re.IGNORECASE
)
_CONCESSION_LAST = re.compile(
    r"^(?P<main>.+?),?\s+(?:although|though|despite)\s+(?P<lesser>.+)$", re.IGNORECASE
)
_TURN = re.compile(r"(?:,|;)?\s+(?:but|however|yet)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class VisitFinding:
    """One sentence of a letter's findings, the theme it concerns, which way it points, and why we say so."""

    number: int
    heading: str
    page: int
    text: str
    theme: str | None
    direction: Direction
    why: str


@dataclass(frozen=True)
class VisitLetter:
    """A letter from a visit. What was not found is None or empty, with its reason in `not_found`."""

    file: str
    pages: int
    kind: str | None = None
    local_authority_as_printed: str | None = None
    local_authority: str | None = None
    urn: str | None = None
    visit_number: int | None = None
    date_ranges: tuple[tuple[date, date], ...] = ()
    publication_date: date | None = None
    focus: tuple[str, ...] = ()
    findings: tuple[VisitFinding, ...] = ()
    not_found: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)

    def count(self) -> dict[str, int]:
        """How many sentences point each way; 'unknown' among them."""
        counted = Counter(finding.direction for finding in self.findings)
        return {
            direction: counted[direction] for direction in ("strength", "progress", "weakness", "unknown")
        }

    def as_json(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "kind": self.kind,
            "local_authority": self.local_authority,
            "local_authority_as_printed": self.local_authority_as_printed,
            "urn": self.urn,
            "visit_number": self.visit_number,
            "start_date": self.date_ranges[0][0].isoformat() if self.date_ranges else None,
            "end_date": self.date_ranges[-1][1].isoformat() if self.date_ranges else None,
            "publication_date": self.publication_date.isoformat() if self.publication_date else None,
            "focus": list(self.focus),
            "pages": self.pages,
            "directions": self.count(),
            "findings": [vars(finding) for finding in self.findings],
            "not_found": dict(self.not_found),
            "evidence": {name: {"page": e.page, "text": e.text} for name, e in self.evidence.items()},
        }


def read_letter(path: Path, *, file: str | None = None) -> VisitLetter:
    """Read one letter. Raises UserError when the file cannot be read at all."""
    return letter_in(open_document(path, file=file or str(path)))


def letter_in(document: Document) -> VisitLetter:
    """The same, on lines already taken out of the PDF."""
    missing: dict[str, str] = {}
    evidence: dict[str, Evidence] = {}
    text = join(document.lines)
    kind = next((k for phrase, k in _KINDS if phrase in plain(text[:1500])), None)
    if kind is None:
        missing["kind"] = "the letter names no monitoring or focused visit"
    printed, where = printed_name(document)
    if where:
        evidence["local_authority_as_printed"] = where
    else:
        missing["local_authority_as_printed"] = "no line names the authority visited"
    authority = resolve(printed) if printed else None
    if authority is None:
        missing["urn"] = (
            f"“{printed}” is not in the table of English authorities" if printed else "no authority"
        )

    number = None
    if found := _VISIT_NUMBER.search(text):
        number = _ORDINALS.index(found[1].lower()) + 1
        evidence["visit_number"] = Evidence(1, found[0])
    else:
        missing["visit_number"] = "no “first”, “second”, “third” … monitoring visit is named"
    windows: tuple[tuple[date, date], ...] = ()
    if found := _VISIT_ON.search(text):
        windows = _visit_days(found["dates"])
    if found and windows:
        evidence["date_ranges"] = Evidence(1, found[0])
    else:
        missing["date_ranges"] = "no “visit … on <dates>” was found"
    dated = next((line for line in document.page(1) if _DATE_LINE.match(line.words)), None)
    published = dates.parse_ranges(dated.words)[0][0] if dated and dates.parse_ranges(dated.words) else None
    published = published or dates.date_in_file_name(document.file)
    if published is None:
        missing["publication_date"] = "the letter's own date was not found, nor one in the file's name"
    elif dated:
        evidence["publication_date"] = Evidence(1, dated.words)
    focus = _focus(document, text)
    if not focus:
        missing["focus"] = "no list under “Areas covered by the visit”, no “Inspectors looked at …”"
    findings = _findings(document)
    if not findings:
        missing["findings"] = "no heading that speaks of findings"
    return VisitLetter(
        file=document.file,
        pages=document.pages,
        kind=kind,
        local_authority_as_printed=printed,
        local_authority=authority.name if authority else None,
        urn=authority.urn if authority else None,
        visit_number=number,
        date_ranges=windows,
        publication_date=published,
        focus=focus,
        findings=findings,
        not_found=missing,
        evidence=evidence,
    )


_KINDS = (("monitoring visit", "monitoring_visit"), ("focused visit", "focused_visit"))


def _visit_days(text: str) -> tuple[tuple[date, date], ...]:
    """'14 and 15 March 2023' is one visit of two days, not two visits."""
    joined: list[tuple[date, date]] = []
    for first, last in dates.parse_ranges(text):
        if joined and (first - joined[-1][1]).days == 1:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return tuple(joined)


def _focus(document: Document, text: str) -> tuple[str, ...]:
    items: list[list[Line | str]] = []
    listening = False
    for line in document.lines:
        if _FOCUS_HEADING.match(plain(line.words)):
            listening = True
        elif listening and stands_out(document, line):
            break
        elif listening and (bullet := BULLET.match(line.words)):
            items.append([line.words[bullet.end() :]])
        elif listening and items:
            items[-1].append(line)
    if items:
        return tuple(join(item).rstrip(".;") for item in items)
    return tuple(found["focus"].strip() for found in _FOCUS_SENTENCE.finditer(text))


def _findings(document: Document) -> tuple[VisitFinding, ...]:
    found: list[VisitFinding] = []
    for heading, lines in _under_findings_headings(document):
        for page, sentence in _sentences(lines):
            direction, why = direction_of(sentence)
            theme = theme_of(sentence)
            if theme.theme is None and found and _CARRIES_ON.match(sentence) and found[-1].heading == heading:
                theme = Assignment(found[-1].theme, "carries on from the sentence before")
            found.append(
                VisitFinding(
                    len(found) + 1, heading, page, sentence, theme.theme, direction, f"{why}; {theme.why}"
                )
            )
    return tuple(found)


def _under_findings_headings(document: Document) -> list[tuple[str, list[Line]]]:
    held: list[tuple[str, list[Line]]] = []
    listening = False
    for line in document.lines:
        words = plain(line.words)
        if _END.match(words):
            break
        if stands_out(document, line):
            # a bold heading inside the findings opens a part of its own; any other ends them
            listening = bool(_FINDINGS_HEADING.match(words)) or listening
            if listening:
                held.append((line.words, []))
        elif listening and held:
            held[-1][1].append(line)
    return [(heading, lines) for heading, lines in held if lines]


def _sentences(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """Sentences with the page each begins on."""
    starts: list[tuple[int, int]] = []  # offset in the text, page
    text = ""
    for page, on_page in groupby(lines, key=lambda line: line.page):
        part = join(on_page)
        starts.append((len(text) + (1 if text else 0), page))
        text = f"{text} {part}" if text else part
    out: list[tuple[int, str]] = []
    begin = 0
    for stop in re.finditer(r"[.?!][’”)]?(?=\s+[A-Z‘“•◼■]|$)", text):
        sentence = text[begin : stop.end()].strip()
        if _ABBREVIATIONS.search(sentence):
            continue
        page = [p for offset, p in starts if offset <= begin][-1]
        out.append((page, BULLET.sub("", sentence)))
        begin = stop.end()
    return out


def direction_of(sentence: str) -> tuple[Direction, str]:
    """Strength, progress, weakness or unknown, and the words that say so. The main clause decides."""
    for clause in _clauses(sentence):
        for direction, cue in _CUES.items():
            if match := cue.search(plain(clause)):
                return direction, f"{direction}: “{match[0]}”"
    return "unknown", "no cue"


def _clauses(sentence: str) -> list[str]:
    """The clauses, the one that carries the sentence's point first."""
    if found := _CONCESSION_FIRST.match(sentence):
        return [found["main"], found["lesser"]]
    turned = _TURN.split(sentence)
    if len(turned) > 1:
        return turned[::-1]
    if found := _CONCESSION_LAST.match(sentence):
        return [found["main"], found["lesser"]]
    return [sentence]
