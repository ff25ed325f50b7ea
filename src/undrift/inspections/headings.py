"""The report's sections: which printed headings open which, in every framework since 2013."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from undrift.inspections.extract import Document, Line
from undrift.inspections.words import GRADE, join, plain

_EXPERIENCE = r"the experiences? and progress of "
# Tried in order against the whole heading, its grade taken off. None: a part that holds no findings.
_SECTIONS: Final[tuple[tuple[str, str | None, str | None], ...]] = (
    # heading, section, group of the recommendations under it
    (_EXPERIENCE + r"children (?:and young people )?(?:who need|in need of) help and protection", "help_and_protection", None),
    (_EXPERIENCE + r"children in care and care leavers", "in_care_and_care_leavers", None),
    (_EXPERIENCE + r"children in care", "in_care", None),
    (_EXPERIENCE + r"children looked after and achieving permanence", "looked_after_and_permanence", None),
    (_EXPERIENCE + r"care leavers", "care_leavers", None),
    (
        r"the graded judge?ment (?:for|about|on) (?:the )?experiences? and progress of care leavers",
        "care_leavers",
        None,
    ),
    (r"the graded judge?ment (?:for|about|on) (?:the )?adoption(?: performance)?", "adoption", None),
    (r"adoption performance", "adoption", None),
    (r"the impact of leaders on social work practice with children and (?:their )?families", "impact_of_leaders", None),
    (r"leadership, management and governance", "leadership", None),
    (r"what (?:needs|do(?:es)? .{2,60}? need|the local authority needs) to improve(?: to be)?"
     r"(?: in this area of (?:social work )?practice)?", "recommendations",
     "what_needs_to_improve"),
    (r"what does the lscb need to improve", "lscb_recommendations", "areas_for_improvement"),
    (r"(?:areas? for )?priority (?:and immediate )?action", "recommendations", "priority_and_immediate_action"),
    (r"areas? for (?:improvement|development)", "recommendations", "areas_for_improvement"),
    (r"recommendations?(?: for .{2,60})?", "recommendations", "recommendations"),
    (r"(?:executive summary|summary of (?:key )?findings)", "preamble", None),
    (r"the local authority(?:'s| has the following) strengths", "strengths", None),
    (r"progress since the last inspection", "progress_since_last_inspection", None),
    (r"section 2: .*", "lscb", None),
    (r"the local safeguarding children board(?: \(lscb\))?", "lscb", None),
    (r"the local safeguarding children(?: board)?(?: \(lscb\))?(?: in .{2,40})?", "lscb", None),
    (r"inspection (?:findings|judge?ments?)(?: about| -|:)? the (?:local safeguarding children board|lscb)", "lscb",
     None),
    (r"the effectiveness of the (?:lscb|local safeguarding children board)", "lscb", None),
    (r"key strengths and weaknesses of the lscb", "lscb", None),
    (r"about this inspection", "about", None),
    (r"service information", "service_information", None),
    (r"overall effectiveness of services for looked after children and young people", "overall_effectiveness", None),
    (r"capacity to improve", "capacity_to_improve", None),
    (r"outcomes for looked after children and young people", "outcomes", None),
    (r"quality of provision", "quality_of_provision", None),
    (r"leadership and management", "leadership", None),
    (r"information about this (?:inspection|local authority area)", None, None),
    (r"inspection judge?ments about the local authority", None, None),
    (r"what the inspection judge?ments mean.*", None, None),
    (r"summary for children and young people", None, None),
    (r"record of main findings", None, None),
    (r"the inspection team", None, None),
    (r"about this report", None, None),
)  # fmt: skip
_PATTERNS: Final = tuple((re.compile(p), section, group) for p, section, group in _SECTIONS)
# Nearly every line of a report is prose; this lets them by without the long comparison.
_FIRST_WORDS: Final = re.compile(
    r"the (?:experience|graded|impact of|local|effectiveness of|inspection team)|leadership|what |areas? |priority"
    r"|recommendation|executive|summary|progress since|section 2|inspection|key strengths|about this|service info"
    r"|overall effectiveness|capacity|outcomes|quality of|information about|record of|adoption"
)
_GRADE_TAIL = re.compile(
    r"(?:\s*[:-]\s*)?(?:\s*\b(?:is|are|is that it|is that it is|that it is|that it|judged|judged to be)\b)*\s*$"
)
_LONG_ENOUGH_BY_ITSELF = 25  # a heading this long is one even when nothing sets it apart in print
_BACK_MATTER = re.compile(
    r"^the office for standards in education, children's services and skills|^if you would like a copy of this"
    r"|^if you are not happy with the inspection|^any complaints about the inspection"
)
_GROUP_HEADING = re.compile(r"^(immediately|within (\w+) (months?|weeks?|days?))\s*:?$")
_ITEM = re.compile(r"^(?:\d{1,3}\s?[.)]|[^\w\s‘’“”'\"(\[£]\s?\w)")  # a number or a bullet, then a word
_MOST_HEADING_LINES = 6
_THEMED = frozenset({"preamble", "strengths", "recommendations", "lscb_recommendations"})


@dataclass(frozen=True)
class Part:
    """The lines under one heading. `section` None: nothing there is a finding."""

    section: str | None
    group: str | None
    heading: str
    lines: tuple[Line, ...]
    page: int
    lscb: bool = False


def parts(document: Document) -> list[Part]:
    """The document cut at its headings, in order. Contents pages and back matter are left out."""
    lines = _without_contents(document)
    found: list[Part] = []
    section: str | None = None
    group: str | None = None
    heading, page, lscb = "", 1, False
    held: list[Line] = []
    index = 0

    def close() -> None:
        if held or section:
            found.append(Part(section, group, heading, tuple(held), page, lscb))

    while index < len(lines):
        line = lines[index]
        if _BACK_MATTER.match(plain(line.words)):
            close()
            section, group, heading, held, page = None, None, line.words, [], line.page
            index += 1
            continue
        opened = _heading_at(document, lines, index, section)
        if opened is None:
            held.append(line)
            index += 1
            continue
        count, pattern_section, pattern_group = opened
        close()
        lscb = lscb or (pattern_section or "").startswith("lscb")
        heading = join(lines[index : index + count])
        if lscb and pattern_section in ("preamble", "strengths"):
            pattern_section = "lscb"
        if lscb and pattern_section == "recommendations":
            pattern_section = "lscb_recommendations"
        if pattern_section == "recommendations" and _is_2013(document):
            pattern_section = "areas_for_improvement"
        section, group, held, page = pattern_section, pattern_group, [], line.page
        index += count
    close()
    return found


def group_heading(line: Line) -> str | None:
    """'Within three months:' as 'within_three_months'; None for any other line."""
    match = _GROUP_HEADING.match(plain(line.words))
    return match[1].replace(" ", "_") if match else None


def stands_out(document: Document, line: Line) -> bool:
    """Printed as a heading: bold, or larger than the text."""
    return line.bold or line.height > 1.08 * document.body_height


def _heading_at(
    document: Document, lines: Sequence[Line], index: int, within: str | None
) -> tuple[int, str | None, str | None] | None:
    first = lines[index]
    if (
        not _FIRST_WORDS.match(plain(first.words))
        or first.words[:1].islower()
        or _in_front_table(document, lines, index)
    ):
        return None
    set_apart = stands_out(document, first)
    may_stand_here = set_apart or not index or _may_follow(lines[index - 1], document)
    for count in _counts(lines, index):
        block = lines[index : index + count]
        # the grade may stand in a cell of its own, in the middle of the heading's lines
        words = GRADE.sub(" ", plain(join(block)))
        words = re.sub(r"(?:\s|(?<=\?))\d{1,2}$|[*†‡]+$", "", " ".join(words.split())).strip(" ?.:")
        words = _GRADE_TAIL.sub("", words).strip(" ?.:-")
        for pattern, section, group in _PATTERNS:
            if pattern.fullmatch(words):
                if section == "leadership" and within in _THEMED and not GRADE.search(join(block)):
                    return None  # a theme inside the recommendations, not the section of that name
                following = lines[index + count].words if index + count < len(lines) else ""
                known_by_its_list = group is not None and _ITEM.match(following)
                long_enough = len(words) >= _LONG_ENOUGH_BY_ITSELF and section is not None
                if not set_apart and not known_by_its_list and not (long_enough and may_stand_here):
                    return None
                return count, section, group
    return None


def _counts(lines: Sequence[Line], index: int) -> Iterator[int]:
    """How many lines a heading may take: the most first, as 'children in care' begins a longer heading."""
    most = 1
    while (
        most < _MOST_HEADING_LINES
        and index + most < len(lines)
        and lines[index + most].page == lines[index].page
        and lines[index + most].bold == lines[index].bold
        and abs(lines[index + most].height - lines[index].height) < 0.6
    ):
        most += 1
    yield from range(most, 0, -1)


def _may_follow(previous: Line, document: Document) -> bool:
    ended = previous.words.lower().endswith((".", "?", "!", ":", ")", "’", "judgement grade"))
    return ended or stands_out(document, previous)


def _in_front_table(document: Document, lines: Sequence[Line], index: int) -> bool:
    """Labels in the first page's table are worded like headings; their line or the next one holds the grade."""
    line = lines[index]
    if line.page != 1:
        return False
    header = next((i for i, x in enumerate(lines) if x.words.lower().startswith("judgement")), None)
    return (
        header is not None
        and header <= index
        and line.height < 1.08 * document.body_height
        and (index - header < 25 and not re.match(r"what need", plain(line.words)))
    )


def _without_contents(document: Document) -> list[Line]:
    contents = {
        line.page
        for line in document.lines
        if line.words.lower() == "contents" and stands_out(document, line)
    }
    return [line for line in document.lines if line.page not in contents]


def _is_2013(document: Document) -> bool:
    return any(
        plain(line.words).startswith("inspection of looked after children") for line in document.page(1)
    )
