"""The judgements and grades, each read for itself: no grade is ever worked out from the others.

A table row is a known label and a grade, wrapped and drawn in any order. So a printed line belongs to the table
when what is left of it, grades taken out, is a piece of a known label; prose about "good" services never is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from undrift.inspections.extract import Document, Line
from undrift.inspections.report import Evidence, Judgement
from undrift.inspections.words import GRADE, join, normalised_grade, plain


@dataclass(frozen=True)
class Label:
    """A row's label as the framework words it (several wordings), and our name for the judgement."""

    name: str
    wordings: tuple[str, ...]


_EXPERIENCE = "the experiences and progress of "
ILACS_LABELS = (
    Label("impact_of_leaders", ("the impact of leaders on social work practice with children and families",)),
    Label("help_and_protection", (_EXPERIENCE + "children who need help and protection",)),
    Label("in_care_and_care_leavers", (_EXPERIENCE + "children in care and care leavers",)),
    Label("in_care", (_EXPERIENCE + "children in care",)),
    Label("care_leavers", (_EXPERIENCE + "care leavers",)),
    Label("overall_effectiveness", ("overall effectiveness",)),
)
SIF_LABELS = (
    Label("help_and_protection", ("1. children who need help and protection",)),
    Label("looked_after_and_permanence", ("2. children looked after and achieving permanence",)),
    Label("adoption", ("2.1 adoption performance",)),
    Label("care_leavers", ("2.2 experiences and progress of care leavers",)),
    Label("leadership", ("3. leadership, management and governance",)),
)
LOOKED_AFTER_LABELS = (
    Label("overall_effectiveness", ("overall effectiveness",)),
    Label("capacity_to_improve", ("capacity to improve",)),
    Label("outcomes", ("outcomes for looked after children and young people",)),
    Label("quality_of_provision", ("quality of provision",)),
    Label("leadership", ("leadership and management",)),
)
_FIRST_ROWS = ("the impact of leaders on social work", "the experiences and progress of children")
_FRAMEWORKS = (ILACS_LABELS, SIF_LABELS, LOOKED_AFTER_LABELS)
# A label may lose its number ("1.") between drawing and reading, so pieces are compared without it.
_NUMBER = re.compile(r"^[123](?:\.\d)?\.?\s*")
_HEADER = re.compile(r"^(?:(?:key )?judge?ments?\s*)?(?:judgement )?grades?$|^judge?ments?$", re.IGNORECASE)
_VARIANTS = (
    (re.compile(r"\bexperience and progress"), "experiences and progress"),
    (re.compile(r"\bchildren and young people who need"), "children who need"),
    (re.compile(r"\band their families"), "and families"),
    (re.compile(r"\bexperiences & progress"), "experiences and progress"),
)
# "Requires improvement to be good" wraps, and its second line stands alone or after the label's second line
_GRADE_PIECE = re.compile(r"requires?|improvement|(?:improvement )?to be good|be good")
_LOOSE_PIECE = re.compile(r"\s(?:requires?|improvement|(?:improvement )?to be)$")
_OVERALL_SENTENCE = re.compile(
    r"(?:overall judgement is(?: that (?:it is|children[’']s services(?: in [^.]{2,60}?)? (?:are|is)))?"
    r"|children[’']s (?:social care )?services in [^.]{2,80}? (?:are|is)?)\s*" + GRADE.pattern,
    re.IGNORECASE,
)
_LSCB_SENTENCE = re.compile(
    r"(?:judgement (?:for|on|about) )?(?:the )?(?:effectiveness of the )?"
    r"(?:local safeguarding (?:children|board)(?: board)?(?: \(lscb\))?|lscb)(?: in [^.]{2,40}?)? (?:is|are|was)?\s*"
    r"(?:judged (?:to be )?)?" + GRADE.pattern,
    re.IGNORECASE,
)


def judgements(document: Document) -> tuple[tuple[Judgement, ...], str]:
    """Every judgement found, in the printed order, and a reason when there is none."""
    best: list[Judgement] = []
    for labels in _FRAMEWORKS:
        for start in _table_starts(document, labels):
            found = _read_table(document.lines, start, labels)
            if len(found) > len(best):
                best = found
    if not best:
        return (), "no table of judgements and grades was found"
    if any(j.name == "looked_after_and_permanence" for j in best):
        best = [*_overall(document), *best, *_lscb(document)]
    return tuple(best), ""


def _table_starts(document: Document, labels: Sequence[Label]) -> list[int]:
    """Lines that could be a table's first row: on the first two pages, or after 'Record of main findings'."""
    if labels is LOOKED_AFTER_LABELS:
        record = [i for i, x in enumerate(document.lines) if x.words.lower() == "record of main findings"]
        return [i + 1 for i in record]
    starts = []
    for index, line in enumerate(document.lines):
        if line.page > 2:
            break
        if _HEADER.match(line.words):
            starts.append(index + 1)
        elif labels is SIF_LABELS and re.match(r"(?:1\.?\s*)?children who need help", plain(line.words)):
            starts.append(index)
        elif line.page == 1 and plain(line.words).startswith(_FIRST_ROWS):
            starts.append(index)  # the table's heading row may be missing
    return starts


def _read_table(lines: Sequence[Line], start: int, labels: Sequence[Label]) -> list[Judgement]:
    vocabulary = " | ".join(_NUMBER.sub("", w) for label in labels for w in label.wordings)
    rows: list[tuple[Line, str, list[str]]] = []  # the line, its piece of a label, its grades
    strangers = 0
    for line in lines[start : start + 40]:
        rest, grades = _split(line)
        if _HEADER.match(line.words) or plain(line.words) == "services for looked after children":
            continue
        if rest and rest not in vocabulary and not _starts_label(rest, labels):
            # two lines of prose end the table; one may be a footnote or a stray mark
            strangers += 1
            if strangers == 2 or len(rest) > 40:
                break
            continue
        rows.append((line, rest, grades))
    return _pair(rows, labels)


def _split(line: Line) -> tuple[str, list[str]]:
    """A table line's label part, and the pieces of a grade in it ('requires' may stand apart from 'improvement')."""
    text = plain(line.words)
    if _GRADE_PIECE.fullmatch(text):
        return "", [text]
    grades = [match[0] for match in GRADE.finditer(text)]
    rest = GRADE.sub(" ", text)
    if piece := _LOOSE_PIECE.search(rest):
        grades.append(piece[0].strip())
        rest = _LOOSE_PIECE.sub(" ", rest)
    rest = " ".join(_NUMBER.sub("", rest.strip()).split()).strip(" :")
    for pattern, wording in _VARIANTS:
        rest = pattern.sub(wording, rest)
    return rest, grades


def _starts_label(rest: str, labels: Sequence[Label]) -> bool:
    return any(rest and _NUMBER.sub("", w).startswith(rest) for label in labels for w in label.wordings)


def _pair(rows: Sequence[tuple[Line, str, list[str]]], labels: Sequence[Label]) -> list[Judgement]:
    """Give each label its grade: in reading order where that is plain, else by where they stand on the page."""
    cells: list[tuple[Label, list[Line], list[str]]] = []
    labelled: list[tuple[str, list[Line]]] = []
    graded: list[tuple[Line, str]] = []
    for line, rest, grades in rows:
        if rest:
            begins = _begins_a_label(rest, labels)
            if begins and not (labelled and _could_continue(labelled[-1][0], rest, labels)):
                labelled.append((rest, [line]))
            elif labelled:
                labelled[-1] = (f"{labelled[-1][0]} {rest}", [*labelled[-1][1], line])
        graded += [(line, grade) for grade in grades]
    for words, where in labelled:
        label = next((x for x in labels if words in {_NUMBER.sub("", w) for w in x.wordings}), None)
        if label is None:
            return []
        cells.append((label, where, []))
    for line, grade in graded:
        if cell := _nearest(cells, line):
            cell[2].append(grade)
    found = []
    for label, where, grades in cells:
        if agreed := _one_grade(grades):
            printed = f"{join(where)} · {' '.join(grades)}"
            found.append(Judgement(label.name, agreed, Evidence(where[0].page, printed)))
    return found


def _begins_a_label(rest: str, labels: Sequence[Label]) -> bool:
    first = rest.split()[0]
    return any(
        _NUMBER.sub("", w).startswith(rest) or (rest.startswith(_NUMBER.sub("", w)) and first)
        for label in labels
        for w in label.wordings
    )


def _could_continue(so_far: str, rest: str, labels: Sequence[Label]) -> bool:
    return any(_NUMBER.sub("", w).startswith(f"{so_far} {rest}") for label in labels for w in label.wordings)


def _nearest(
    cells: Sequence[tuple[Label, list[Line], list[str]]], line: Line
) -> tuple[Label, list[Line], list[str]] | None:
    """The row whose band of print holds the grade's middle, or comes nearest to it."""
    middle = (line.top + line.bottom) / 2

    def distance(cell: tuple[Label, list[Line], list[str]]) -> float:
        on_page = [x for x in cell[1] if x.page == line.page]
        if not on_page:
            return float("inf")
        top, bottom = max(x.top for x in on_page), min(x.bottom for x in on_page)
        return max(middle - top, bottom - middle, 0.0)

    nearest = min(cells, key=distance, default=None)
    return nearest if nearest and distance(nearest) < 2 * line.height else None


def _one_grade(pieces: Sequence[str]) -> str | None:
    """One grade out of its printed pieces; None when there is none, or two that differ."""
    if any(piece.startswith("require") for piece in pieces):
        others = [
            p for p in pieces if not p.startswith(("require", "improvement", "to be", "be good", "good"))
        ]
        return None if others else "requires improvement"
    grades = {normalised_grade(piece) for piece in pieces if GRADE.fullmatch(piece)}
    return grades.pop() if len(grades) == 1 else None


def _overall(document: Document) -> list[Judgement]:
    text = join(line for line in document.page(1) if line.height > 0.9 * document.body_height)
    found = _OVERALL_SENTENCE.search(text)
    if not found:
        return []
    return [Judgement("overall_effectiveness", normalised_grade(found[1]), Evidence(1, found[0]))]


def _lscb(document: Document) -> list[Judgement]:
    """The safeguarding board's grade: from page 1 in the early reports, later from its own part's heading."""
    heavy = [x for x in document.lines if x.page == 1 or x.bold or x.height > 1.08 * document.body_height]
    for index, line in enumerate(heavy):
        if line.height < 0.9 * document.body_height:
            continue
        text = join(x for x in heavy[index : index + 3] if x.page == line.page)
        found = _LSCB_SENTENCE.match(text) or _LSCB_SENTENCE.match(re.sub(r"^The judgement for ", "", text))
        if found:
            return [Judgement("lscb", normalised_grade(found[1]), Evidence(line.page, found[0]))]
    return []
