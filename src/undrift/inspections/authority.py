"""Which authority a report is about: the name as printed, and its URN and code by name.

The URN is never printed in a report. It is looked up by name in `authorities.csv`; a name that is not there,
or that fits two authorities, is left unresolved with the reason.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from undrift.inspections.extract import Document, Line
from undrift.inspections.report import Evidence
from undrift.inspections.words import join, plain

# What a council is called besides its place; stripped from both ends until nothing changes.
_BEFORE = re.compile(
    r"^(?:the|royal borough of|london borough of|metropolitan borough of|city and county of|city of|county of"
    r"|borough of|district of|metropolitan district of|council of)\s+"
)
_AFTER = re.compile(
    r"[\s,]+(?:local authority|council|county|city|borough|district|metropolitan|unitary|authority|corporation"
    r"|mbc|mdc|cc|bc)$"
)
_IN_TITLE = re.compile(
    r"^(?:re-?)?inspection of (?!(?:services|children|looked|local authority|safeguarding)\b)(?P<name>.+?)"
    r"(?:[\s’']+local authority)?(?:[’']s?)?\s+children[’']?s?[’']?\s+(?:social care\s+)?services\b",
    re.IGNORECASE,
)
_VISIT_TITLE = re.compile(
    r"\b(?:monitoring|focused|assurance) visit (?:to|of) (?P<name>.+?)(?:[\s’']+local authority)?(?:[’']s?)?"
    r"\s+children[’']?s?[’']?\s+(?:social care\s+)?services\b",
    re.IGNORECASE,
)
_VISIT_TO_COUNCIL = re.compile(
    r"\b(?:monitoring|focused) visit (?:to|of) (?P<name>[^.,]{2,60}?(?:council|borough of [a-z]+))\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:(?:re-?)?inspection|review|joint targeted area inspection)\s+of\b", re.IGNORECASE)
_TITLE_ENDS = re.compile(
    r"^(?:inspection dates?|dates? of|lead inspector|reporting inspector|report published|published|judgement\b|age group)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Authority:
    """One row of the table: Ofsted's URN, DfE's code, the name, and other names in use."""

    urn: str
    la_code: str
    name: str
    variants: tuple[str, ...]


@cache
def authorities() -> tuple[Authority, ...]:
    text = files("undrift.inspections").joinpath("authorities.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        Authority(row["urn"], row["la_code"], row["name"], tuple(v for v in row["variants"].split("|") if v))
        for row in rows
    )


@cache
def _by_name() -> dict[str, frozenset[Authority]]:
    table: dict[str, set[Authority]] = {}
    for authority in authorities():
        for name in (authority.name, *authority.variants):
            for key in {plain(name), place(name)}:
                table.setdefault(key, set()).add(authority)
    return {key: frozenset(found) for key, found in table.items()}


def place(name: str) -> str:
    """The bare place: 'City of Bradford Metropolitan Borough Council' becomes 'bradford'."""
    bare = plain(name).replace("&", "and").replace(".", "").replace(",", "")
    while True:
        shorter = _AFTER.sub("", _BEFORE.sub("", bare)).strip(" ,")
        if shorter == bare or not shorter:
            return bare
        bare = shorter


def resolve(printed: str) -> Authority | None:
    """The one authority of that name, or None when there is none or more than one."""
    for key in (plain(printed).replace("&", "and"), place(printed)):
        found = _by_name().get(key, frozenset())
        if len(found) == 1:
            return next(iter(found))
    return None


def printed_name(document: Document) -> tuple[str | None, Evidence | None]:
    """The authority's name as the title prints it, in any of the layouts used since 2013."""
    title = title_lines(document)
    whole = join(title)
    for pattern in (_IN_TITLE, _VISIT_TITLE):
        for start in range(len(title)):
            if found := pattern.search(join(title[start:])):
                return found["name"].strip(), Evidence(title[start].page, found[0].strip())
    subject = next((i for i, line in enumerate(title) if _SUBJECT.match(line.words)), None)
    if subject is None:
        return None, None
    before = join(title[:subject])
    if before:  # "Kent County Council" above "Inspection of …", over one line or two
        return before, Evidence(title[0].page, before)
    # 2013: the name stands under "Inspection of looked after children services", in its own size
    after = [line for line in title[subject + 1 :] if abs(line.height - title[subject].height) > 1]
    same = [line for line in after if abs(line.height - after[0].height) < 1]
    name = join(same)
    return (name, Evidence(title[0].page, name)) if name and name in whole else (None, None)


def visited_authority(opening: Sequence[Line]) -> tuple[str | None, Evidence | None]:
    """The authority a letter's own opening says was visited: '… visit to Bury children's services'."""
    for start, line in enumerate(opening):
        text = join(opening[start : start + 3])
        for pattern in (_VISIT_TITLE, _VISIT_TO_COUNCIL):
            if (found := pattern.search(text)) and found.start() < len(line.words):
                return found["name"].strip(), Evidence(line.page, found[0].strip())
    return None, None


def title_lines(document: Document) -> list[Line]:
    """The lines of page 1 above the dates, inspector and judgements."""
    lines: list[Line] = []
    for line in document.page(1):
        if _TITLE_ENDS.match(line.words) and lines:
            break
        if line.words.isdigit() or len(lines) > 25:
            continue
        lines.append(line)
    return lines
