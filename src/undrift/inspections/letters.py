"""Letters from monitoring and focused visits: dates, visit number, focus, and the findings sentence by sentence.

A letter has no table and no numbered paragraphs. Each sentence is given the theme it concerns (`themes.toml`) and
says strength, progress or weakness by the cues in `directions.py`; a sentence with no cue is 'unknown', and counted as such.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any, Literal

from undrift.inspections import dates
from undrift.inspections.areas import BULLET, bulleted
from undrift.inspections.authority import printed_name, resolve, visited_authority
from undrift.inspections.directions import DIRECTIONS, Direction, direction_of
from undrift.inspections.extract import Document, Line
from undrift.inspections.headings import stands_out
from undrift.inspections.report import Area, Evidence
from undrift.inspections.themes import Assignment, theme_of
from undrift.inspections.words import join, plain

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
_NTH = rf"(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
# "this was the third visit" before "since the second visit", which is another one
_VISIT_NUMBER = (
    re.compile(rf"\b(?:was|is) (?:the |its |[^.]{{1,40}}[’']s? )?{_NTH}\s[^.]{{0,25}}?visit", re.IGNORECASE),
    re.compile(
        rf"(?<!since the )(?<!at the )(?<!from the )(?<!after the )(?<!following the )\b{_NTH}"
        r" (?:monitoring|focused) visit",
        re.IGNORECASE,
    ),
)
_VISIT_ON = re.compile(
    r"(?:visit|services)\b[^.]{0,120}?\b(?P<joint>on|between|from) (?=(?:\w+day,? )?\d)", re.IGNORECASE
)
_FOCUS_SENTENCE = re.compile(
    r"inspectors (?:looked at|reviewed|evaluated|considered|focused on) (?:the local authority[’']s )?(?P<focus>[^.:]+)\.",
    re.IGNORECASE,
)
_FOCUS_LIST = re.compile(r"inspectors (?:looked at|reviewed|evaluated|considered|focused on)\b[^.]*:$")
_FOCUS_HEADING = re.compile(
    r"^areas? (?:covered|considered|looked at) (?:by|during|in|at) (?:the|this) visit\b"
)
_FINDINGS_HEADING = re.compile(
    r"^(?:headline |main |key |summary of |overall )?findings\b|^overview|^overall summary|^evaluation of progress"
)
_FINDINGS_UNSET = re.compile(  # known even where nothing sets it apart in print
    r"(?:(?:headline|main|key|summary of|overall) )?findings(?: and evaluation of progress)?|overview|overall summary"
)
_AREAS_HEADING = re.compile(
    r"^what needs to improve\b|^areas? for (?:priority action|improvement)\b|^recommendations?\b"
)
_END = re.compile(
    r"^(?:yours (?:sincerely|faithfully)|i (?:am copying|have copied|am sending a copy of) this letter"
    r"|this letter (?:will be|is being) (?:published|copied)|i would like to thank)"
)
_DATE_LINE = re.compile(r"^(?:date:? )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ (?:19|20)\d\d$", re.IGNORECASE)
_DIRECTOR = re.compile(r"\b(?:director|chief (?:executive|officer))\b", re.IGNORECASE)
_CARRIES_ON = re.compile(r"^(?:It|They|Their|These|Those|This)\b")
_ABBREVIATIONS = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|e\.g|i\.e|etc|No|para)\.$")


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
    addressed_to: str | None = None
    focus: tuple[str, ...] = ()
    areas: tuple[Area, ...] = ()
    findings: tuple[VisitFinding, ...] = ()
    not_found: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)

    def count(self) -> dict[str, int]:
        """How many sentences point each way; 'unknown' among them."""
        counted = Counter(finding.direction for finding in self.findings)
        return {direction: counted[direction] for direction in DIRECTIONS}

    def as_json(self) -> dict[str, Any]:
        """The keys of a report's object, empty where a letter has no such thing, and the letter's own."""
        start, end = (self.date_ranges[0][0], self.date_ranges[-1][1]) if self.date_ranges else (None, None)
        in_name = dates.date_in_file_name(self.file)
        source = (
            "pdf" if "publication_date" in self.evidence else "filename" if self.publication_date else None
        )
        return {
            "file": self.file,
            "local_authority": self.local_authority,
            "local_authority_as_printed": self.local_authority_as_printed,
            "urn": self.urn,
            "kind": self.kind,
            "start_date": start.isoformat() if start else None,
            "end_date": end.isoformat() if end else None,
            "publication_date": self.publication_date.isoformat() if self.publication_date else None,
            "publication_date_source": source,
            "publication_date_in_filename": in_name.isoformat() if in_name else None,
            "lead_inspector": None,
            "judgements": {},
            "n_areas_for_improvement": len(self.areas),
            "areas_for_improvement": [area.text for area in self.areas],
            "area_groups": [area.group for area in self.areas],
            "n_numbered_paragraphs": 0,
            "n_numbered_total": 0,
            "paragraph_sections": [],
            "pages": self.pages,
            "visit_number": self.visit_number,
            "addressed_to": self.addressed_to,
            "focus": list(self.focus),
            "directions": self.count(),
            "findings": [
                {
                    "number": f.number, "section": f.heading, "page": f.page, "text": f.text,
                    "theme": f.theme, "direction": f.direction, "why": f.why,
                }
                for f in self.findings
            ],
            "not_found": dict(self.not_found),
            "evidence": {name: {"page": e.page, "text": e.text} for name, e in self.evidence.items()},
        }  # fmt: skip


def letter_in(document: Document) -> VisitLetter:
    """One letter, from lines already taken out of the PDF."""
    missing: dict[str, str] = {}
    evidence: dict[str, Evidence] = {}
    text = join(document.lines)
    kind = next((k for phrase, k in _KINDS if phrase in plain(text[:1500])), None)
    if kind is None:
        missing["kind"] = "the letter names no monitoring or focused visit"
    opening = _opening(document)
    printed, where = visited_authority(opening)
    if where is None:
        printed, where = printed_name(document)
    if where:
        evidence["local_authority_as_printed"] = where
    else:
        missing["local_authority_as_printed"] = "no line names the authority visited"
    authority = resolve(printed) if printed else None
    if authority is None:
        reason = (
            f"“{printed}” is not in the table of English authorities" if printed else "no authority was found"
        )
        missing |= {"urn": reason, "local_authority": reason}
    missing["lead_inspector"] = "a letter names the inspectors of the visit, none of them as lead inspector"
    missing["judgements"] = "a visit gives no grades"

    before_findings = join(opening)
    number = None
    for pattern in _VISIT_NUMBER:
        if found := pattern.search(before_findings):
            number = _nth(found["nth"])
            evidence["visit_number"] = Evidence(1, found[0])
            break
    else:
        missing["visit_number"] = "no “first”, “second”, “third” … visit is named before the findings"
    windows: tuple[tuple[date, date], ...] = ()
    for found in _VISIT_ON.finditer(before_findings):
        printed_dates = dates.leading_dates(before_findings[found.end() :])
        if windows := _visit_days(printed_dates, is_span=found["joint"].lower() != "on"):
            where = Evidence(1, f"{found[0]}{printed_dates}")
            evidence |= {"date_ranges": where, "start_date": where, "end_date": where}
            break
    else:
        reason = "no “visit … on <dates>” was found"
        missing |= {"date_ranges": reason, "start_date": reason, "end_date": reason}
    dated = next((line for line in document.page(1) if _DATE_LINE.match(line.words)), None)
    published = dates.parse_ranges(dated.words)[0][0] if dated and dates.parse_ranges(dated.words) else None
    published = published or dates.date_in_file_name(document.file)
    if published is None:
        missing["publication_date"] = "the letter's own date was not found, nor one in the file's name"
    elif dated:
        evidence["publication_date"] = Evidence(1, dated.words)
    addressed_to, where = _addressed_to(document)
    if where:
        evidence["addressed_to"] = where
    else:
        missing["addressed_to"] = "no line above “Dear …” names a director"
    focus = _focus(document, before_findings)
    if not focus:
        missing["focus"] = "no list under “Areas covered by the visit”, no “Inspectors looked at …”"
    held = _under_headings(document)
    areas = tuple(
        area
        for kind, _, lines in held
        if kind == "areas"
        for area in bulleted(document, lines, "areas_for_improvement")
    )
    if not areas:
        missing["areas_for_improvement"] = "the letter has no list of what needs to improve"
    findings = _findings([(heading, lines) for kind, heading, lines in held if kind == "findings"])
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
        addressed_to=addressed_to,
        focus=focus,
        areas=areas,
        findings=findings,
        not_found=missing,
        evidence=evidence,
    )


_KINDS = (("monitoring visit", "monitoring_visit"), ("focused visit", "focused_visit"))


def is_letter(document: Document) -> bool:
    """Whether a document is a letter after a visit: by its salutation and subject, not by a mention of a visit."""
    lines = document.page(1)
    dear = next((i for i, line in enumerate(lines) if plain(line.words).startswith("dear ")), None)
    about = lines[dear : dear + 8] if dear is not None else lines[:12]
    return bool(re.search(r"\b(?:monitoring|focused) visit (?:to|of)\b", plain(join(about))))


def _opening(document: Document) -> list[Line]:
    """From the salutation to the first heading that speaks of findings: what the letter says of itself."""
    lines = [line for line in document.lines if line.page <= 2]
    dear = next((i for i, line in enumerate(lines) if plain(line.words).startswith("dear ")), 0)
    end = next(
        (
            i
            for i, line in enumerate(lines)
            if i > dear and _heading_kind(document, line) in ("findings", "areas")
        ),
        len(lines),
    )
    return lines[dear:end]


def _nth(word: str) -> int:
    return int(word[:-2]) if word[0].isdigit() else _ORDINALS.index(word.lower()) + 1


def _visit_days(text: str, *, is_span: bool) -> tuple[tuple[date, date], ...]:
    """'14 and 15 March 2023' is one visit of two days, not two visits; 'between 14 and 16' is three days."""
    if is_span:
        text = re.sub(r"\band\b", "to", text)
    joined: list[tuple[date, date]] = []
    for first, last in dates.parse_ranges(text):
        if joined and (first - joined[-1][1]).days == 1:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return tuple(joined)


def _addressed_to(document: Document) -> tuple[str | None, Evidence | None]:
    """The person and post above the salutation: 'Ada Example, Director of Children's Services'."""
    lines = document.page(1)
    dear = next((i for i, line in enumerate(lines) if plain(line.words).startswith("dear ")), 0)
    post = next((i for i in range(dear) if _DIRECTOR.search(lines[i].words)), None)
    if post is None:
        return None, None
    name = lines[post - 1].words if post and not _DATE_LINE.match(lines[post - 1].words) else ""
    alone = not re.search(r"[\d@]", name) and 2 <= len(name.split()) <= 5 and "," not in lines[post].words
    printed = f"{name}, {lines[post].words}" if name and alone else lines[post].words
    return printed, Evidence(1, printed)


def _focus(document: Document, opening: str) -> tuple[str, ...]:
    items: list[list[Line | str]] = []
    listening = False
    for line in document.lines:
        words = plain(line.words)
        if _FOCUS_HEADING.match(words) or _FOCUS_LIST.match(words):
            listening = True
        elif listening and (stands_out(document, line) or _heading_kind(document, line) != "none"):
            break
        elif listening and (bullet := BULLET.match(line.words)):
            items.append([line.words[bullet.end() :]])
        elif listening and items:
            if join(items[-1]).endswith("."):
                break  # the list is over: what follows is prose about the visit
            items[-1].append(line)
    if items:
        return tuple(re.sub(r"[;,]? and$", "", join(item).rstrip(".;")) for item in items)
    return tuple(found["focus"].strip() for found in _FOCUS_SENTENCE.finditer(opening))


def _findings(held: Sequence[tuple[str, Sequence[Line]]]) -> tuple[VisitFinding, ...]:
    found: list[VisitFinding] = []
    for heading, lines in held:
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


def _heading_kind(document: Document, line: Line) -> Literal["findings", "areas", "none"]:
    words = plain(line.words)
    apart = stands_out(document, line)
    if (apart and _FINDINGS_HEADING.match(words)) or _FINDINGS_UNSET.fullmatch(words.rstrip(" :")):
        return "findings"
    if _AREAS_HEADING.match(words) and (apart or words.endswith("?")):
        return "areas"
    return "none"


def _under_headings(document: Document) -> list[tuple[str, str, list[Line]]]:
    """Each heading's kind ('findings' or 'areas'), words and lines, from the first that speaks of either."""
    held: list[tuple[str, str, list[Line]]] = []
    for line in document.lines:
        if _END.match(plain(line.words)):
            break
        kind = _heading_kind(document, line)
        if held and kind == "none" and stands_out(document, line) and not BULLET.match(line.words):
            if not held[-1][2]:  # a heading over two lines
                held[-1] = (held[-1][0], f"{held[-1][1]} {line.words}", [])
                continue
            kind = "findings"  # a part of its own inside the findings
        if kind != "none":
            held.append((kind, line.words, []))
        elif held:
            held[-1][2].append(line)
    return [(kind, heading, lines) for kind, heading, lines in held if lines]


def _sentences(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """Sentences with the page each begins on; the last may want its full stop."""
    starts: list[tuple[int, int]] = []  # offset in the text, page
    text = ""
    for page, on_page in groupby(lines, key=lambda line: line.page):
        part = join(on_page)
        starts.append((len(text) + (1 if text else 0), page))
        text = f"{text} {part}" if text else part
    ends = [stop.end() for stop in re.finditer(r"[.?!][’”)]?(?=\s+[A-Z‘“•◼■\uf000-\uf8ff]|$)", text)]
    out: list[tuple[int, str]] = []
    begin = 0
    for end in [*ends, len(text)]:
        sentence = text[begin:end].strip()
        if not sentence or (_ABBREVIATIONS.search(sentence) and end < len(text)):
            continue
        begin += len(text[begin:end]) - len(text[begin:end].lstrip())
        page = [p for offset, p in starts if offset <= begin][-1]
        out.append((page, BULLET.sub("", sentence)))
        begin = end
    return out
