"""What needs to improve: each item word for word and in order, with its group and its own sub-items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from undrift.inspections.extract import Document, Line
from undrift.inspections.headings import Part, group_heading, stands_out
from undrift.inspections.report import Area, Finding
from undrift.inspections.words import join

BULLET = re.compile(
    r"^(?:[\u2022\u2023\u2043\u204c\u204d\u2219\u25a0-\u25ff\u2b1b\u2b1c\u2726-\u2767\u27a2\uf000-\uf8ff\ue000-\uefff·*»➢✓✔]"
    r"|[-–—o](?=\s))\s*"
)
_SUB_GLYPHS = "◦○–—-o"
_SMALL = 0.88
_DEEPER = 9.0  # points to the right of the first bullet that make a sub-bullet


@dataclass
class _Item:
    left: float
    page: int
    group: str
    glyph: str
    lines: list[Line | str] = field(default_factory=list)
    subs: list[list[Line | str]] = field(default_factory=list)


def areas(
    document: Document, parts: Sequence[Part], paragraphs: Sequence[tuple[int, Finding]]
) -> tuple[tuple[Area, ...], tuple[Area, ...], str]:
    """The authority's areas, the safeguarding board's, and a reason when the authority has none."""
    mine: list[Area] = []
    board: list[Area] = []
    own = [part for part in parts if part.group is not None and not part.lscb]
    for index, part in enumerate(parts):
        if part.group is None:
            continue
        numbered = [Area(p.text, part.group, p.page) for at, p in paragraphs if at == index]
        (board if part.lscb else mine).extend(_in_part(document, part, numbered))
    reason = ""
    if not mine and not own:
        reason = "the report has no section on what needs to improve"
    elif not mine:
        reason = f"the section “{own[0].heading}” on page {own[0].page} has no list, only prose"
    return tuple(mine), tuple(board), reason


def _in_part(document: Document, part: Part, numbered: Sequence[Area]) -> list[Area]:
    lines = [line for line in part.lines if line.height >= _SMALL * document.body_height]
    listed = bulleted(document, lines, part.group or "")
    # one numbered paragraph over many bullets only introduces them
    if len(numbered) > 1 or (numbered and not listed):
        return _with_sub_bullets(numbered)
    return listed


def bulleted(document: Document, lines: Sequence[Line], group: str) -> list[Area]:
    """The bullets among these lines, word for word, with their sub-bullets; a heading between them renames the group."""
    items: list[_Item] = []
    open_sub = False
    for line in lines:
        if named := group_heading(line):
            group = named
            continue
        bullet = BULLET.match(line.words)
        if bullet:
            text = line.words[bullet.end() :]
            rest = _rest(line, text)
            deeper = bool(items) and _is_deeper(items, line, bullet[0].strip())
            if deeper and items[-1].lines:
                items[-1].subs.append([rest])
                open_sub = True
            else:
                items.append(_Item(line.left, line.page, group, bullet[0].strip(), [rest] if text else []))
                open_sub = False
        elif items:
            if _ends_list(document, items, line):
                break
            target = items[-1].subs[-1] if open_sub else items[-1].lines
            target.append(line)
    return [
        Area(join(item.lines), item.group, item.page, tuple(join(sub) for sub in item.subs))
        for item in items
        if item.lines
    ]


def _is_deeper(items: Sequence[_Item], line: Line, glyph: str) -> bool:
    """A sub-bullet stands to the right of the bullets on its page; odd and even pages may have other margins."""
    on_page = [item.left for item in items if item.page == line.page]
    if not on_page:
        return glyph != items[0].glyph and glyph in _SUB_GLYPHS
    margin = _DEEPER if glyph == items[0].glyph else 3.0
    return line.left > min(on_page) + margin


def _rest(line: Line, text: str) -> Line:
    return Line(
        line.page, text, line.left, line.right, line.bottom, line.top, line.height, line.bold,
        line.hyphenated, line.page_height,
    )  # fmt: skip


def _ends_list(document: Document, items: Sequence[_Item], line: Line) -> bool:
    """Prose after the list: back at the margin of the bullets, or left of it, and no longer in an item."""
    last = items[-1].lines[-1] if items[-1].lines else None
    if stands_out(document, line) and not (isinstance(last, Line) and last.bold):
        return True
    ended = isinstance(last, Line) and last.words.endswith((".", ":"))
    return bool(ended and line.left < items[-1].left + 4)


def _with_sub_bullets(numbered: Sequence[Area]) -> list[Area]:
    """A numbered recommendation's own bullets, which were joined into its text, taken out again."""
    glyph = re.compile(r"\s[\u2022\u25a0-\u25ff\uf000-\uf8ff]\s*")
    out = []
    for area in numbered:
        head, *subs = glyph.split(area.text)
        out.append(Area(head, area.group, area.page, tuple(sub.strip() for sub in subs)))
    return out
