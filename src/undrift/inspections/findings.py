"""The numbered paragraphs: their number, section, page and text, joined across lines and pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from undrift.inspections.extract import Document, Line
from undrift.inspections.headings import Part, stands_out
from undrift.inspections.report import Finding
from undrift.inspections.words import join

# "14. The", "14.The", "14) The", and "14 The" where the full stop was lost
_NUMBERED = re.compile(r"^(?P<number>\d{1,3})(?:(?P<point>\s?[.)])\s*|\s+)(?=[^\d\s.,%)/–-])")
_PRIVATE_BULLET = re.compile(r"[\ue000-\uf8ff]")
_SMALL = 0.88  # footnotes are set smaller than the text
_FURTHEST_SKIP = 4
_ENDS = (".", "?", "!", ":", ";", ")", "’", "”", "]")


@dataclass(frozen=True)
class _Start:
    """A line that looks like the start of a numbered paragraph."""

    part: int
    line: int
    number: int
    weight: float  # how much it looks like one


def numbered_paragraphs(document: Document, parts: Sequence[Part]) -> tuple[tuple[int, Finding], ...]:
    """Every numbered paragraph under a section heading, in printed order, each with its part's place in `parts`."""
    body = [
        [line for line in part.lines if line.height >= _SMALL * document.body_height] if part.section else []
        for part in parts
    ]
    starts = _best_sequence(_starts(document, body))
    found: list[tuple[int, Finding]] = []
    for index, start in enumerate(starts):
        following = starts[index + 1] if index + 1 < len(starts) else None
        lines = body[start.part]
        end = following.line if following and following.part == start.part else len(lines)
        taken = [lines[start.line]]
        for line in lines[start.line + 1 : end]:
            if _ends_paragraph(document, taken, line):
                break
            taken.append(line)
        text = _PRIVATE_BULLET.sub("•", _NUMBERED.sub("", join(taken), count=1))
        section = parts[start.part].section
        if section:
            found.append((start.part, Finding(start.number, section, taken[0].page, text)))
    return tuple(found)


def _starts(document: Document, body: Sequence[Sequence[Line]]) -> list[_Start]:
    """Candidates: numbered, at the left of the text they introduce, not in the middle of a sentence."""
    pointed = [line for lines in body for line in lines if (m := _NUMBERED.match(line.words)) and m["point"]]
    lefts = Counter(round(line.left) for line in pointed)
    columns = {left for left, n in lefts.items() if n >= 2} or set(lefts)
    text_left = Counter(
        round(line.left) for lines in body for line in lines if not _NUMBERED.match(line.words)
    )
    hanging = bool(columns) and bool(text_left) and text_left.most_common(1)[0][0] > max(columns) + 5
    found = []
    for p, lines in enumerate(body):
        for i, line in enumerate(lines):
            match = _NUMBERED.match(line.words)
            if not match or not columns:
                continue
            if min(abs(line.left - column) for column in columns) > 4:
                continue
            previous = lines[i - 1] if i else None
            in_sentence = previous is not None and not (
                previous.words.endswith(_ENDS) or stands_out(document, previous)
            )
            weight = 1.0 if match["point"] else 0.6
            if in_sentence:
                # where wrapped lines stand further right, the number's place alone tells the two apart
                if not hanging and not match["point"]:
                    continue
                weight = weight if hanging and match["point"] else 0.5
            found.append(_Start(p, i, int(match["number"]), weight))
    return found


def _best_sequence(starts: Sequence[_Start]) -> list[_Start]:
    """The longest believable run of numbers: rising by one, now and then skipping, or beginning again at 1."""
    best: list[tuple[float, int | None]] = []
    for i, start in enumerate(starts):
        own = start.weight
        options: list[tuple[float, int | None]] = [(own - (0.0 if start.number == 1 else 0.5), None)]
        for j in range(max(0, i - 30), i):
            step = start.number - starts[j].number
            if step == 1:
                cost = 0.0
            elif step > 1 and start.weight == 1:
                # numbers that were never printed, or a part whose heading we did not know
                cost = 0.3 * (step - 1) if step <= _FURTHEST_SKIP else 1.5
            elif start.number == 1 and start.weight == 1:
                cost = 0.9
            else:
                continue
            options.append((best[j][0] + own - cost, j))
        best.append(max(options, key=lambda option: option[0]))
    if not best:
        return []
    at: int | None = max(range(len(best)), key=lambda i: best[i][0])
    chain = []
    while at is not None:
        chain.append(starts[at])
        at = best[at][1]
    return chain[::-1]


def _ends_paragraph(document: Document, taken: Sequence[Line], line: Line) -> bool:
    """A heading we have no name for, or a line back under the number after a full stop."""
    last = taken[-1]
    if line.height > 1.15 * max(document.body_height, taken[0].height):
        return True
    if not last.words.endswith(_ENDS):
        return False
    if stands_out(document, line) and not last.bold:
        return True
    wrapped = [other.left for other in taken[1:]]
    return bool(wrapped) and min(wrapped) > taken[0].left + 5 and line.left < taken[0].left + 5
