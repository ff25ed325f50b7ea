"""When the inspection was and when the report was published, however the dates are printed."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import PurePath

from undrift.inspections.extract import Document
from undrift.inspections.report import Evidence

Range = tuple[date, date]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_TOKEN = re.compile(
    rf"(?P<numeric>\b\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d{{2}})\b)"
    rf"|(?P<month>\b(?:{_MONTH})\b)"
    r"|(?P<year>\b(?:19|20)\d\d\b)"
    r"|(?P<day>\b\d{1,2})(?:st|nd|rd|th)?\b"
    r"|(?P<range>\bto\b|\buntil\b|[-\u2010-\u2015\u2212])"
    r"|(?P<and>\band\b|&|,|;)",
    re.IGNORECASE,
)
_DATES_LABEL = re.compile(r"^(?:inspection dates?|dates? of (?:the )?inspection)\s*:?\s*", re.IGNORECASE)
_PUBLISHED_LABEL = re.compile(
    r"^(?:report )?(?:first )?(?:publication date|date (?:of publication|published)|published(?: on)?)\s*:?\s*",
    re.IGNORECASE,
)
_WRITTEN_DATE = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[ _-]+({_MONTH})[ _-]+((?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_LONGEST_INSPECTION_DAYS = 150
_FRONT_PAGES = 2


def inspection_dates(document: Document) -> tuple[tuple[Range, ...], Evidence | None, str]:
    """The inspection's windows in order, where they were read, and a reason when there are none."""
    lines = [line for line in document.lines if line.page <= _FRONT_PAGES]
    for index, line in enumerate(lines):
        label = _DATES_LABEL.match(line.words)
        if not label:
            continue
        text = line.words[label.end() :]
        printed = line.words
        for following in lines[index + 1 : index + 4]:
            # a second printed line belongs to the dates when it holds nothing else
            if not _only_dates(following.words):
                break
            text, printed = f"{text} {following.words}", f"{printed} {following.words}"
        ranges = parse_ranges(text)
        if ranges:
            return ranges, Evidence(line.page, printed), ""
        return (), None, f"the words after “Inspection dates” on page {line.page} are not dates we can read"
    return (), None, "no line on the first pages begins “Inspection dates”"


def publication_date(document: Document) -> tuple[date | None, Evidence | None]:
    """The printed publication date, which only the older reports have."""
    for line in document.lines:
        if line.page > _FRONT_PAGES:
            break
        label = _PUBLISHED_LABEL.match(line.words)
        if label and (ranges := parse_ranges(line.words[label.end() :])) and len(ranges) == 1:
            first, last = ranges[0]
            if first == last:
                return first, Evidence(line.page, line.words)
    return None, None


def date_in_file_name(file: str) -> date | None:
    """A date written in the file's name: '… - 17 december 2021.pdf', '…2021-12-17.pdf'."""
    stem = PurePath(file).stem
    if iso := re.search(r"(?<!\d)((?:19|20)\d\d)[-_.](\d{2})[-_.](\d{2})(?!\d)", stem):
        return _date(int(iso[3]), int(iso[2]), int(iso[1]))
    words = _WRITTEN_DATE.search(stem)
    if words:
        return _date(int(words[1]), _MONTHS[words[2].lower()], int(words[3]))
    return None


def parse_ranges(text: str) -> tuple[Range, ...]:
    """Read '9 to 20 May 2022', '8 July 2019 to 12 July 2019 and 7 to 8 August 2019', '12/09/2016–06/10/2016'.

    A missing month or year is the next one printed. Empty when anything does not make sense.
    """
    days: list[list[int | None]] = []  # day, month, year
    joins: list[str] = []  # how each day follows the one before it
    joint = "and"
    for token in _TOKEN.finditer(_WEEKDAY.sub(" ", text)):
        kind, word = token.lastgroup, token[0].lower()
        if kind == "numeric":
            day, month, year = (int(part) for part in re.split(r"[/.]", word))
            days.append([day, month, year if year > 99 else 2000 + year])
            joins.append(joint)
        elif kind == "day":
            days.append([int(token["day"]), None, None])
            joins.append(joint)
        elif kind in ("month", "year"):
            if not days:
                return ()
            days[-1][1 if kind == "month" else 2] = _MONTHS[word] if kind == "month" else int(word)
            continue
        else:
            joint = str(kind)
            continue
        joint = ""
    for earlier, later in zip(reversed(days[:-1]), reversed(days[1:]), strict=True):
        earlier[1] = earlier[1] or later[1]
        if earlier[2] is None and later[2] is not None:
            # "28 November to 9 December 2022", but "18 December to 8 January 2024" began the year before
            over_new_year = (earlier[1] or 0) > (later[1] or 0)
            earlier[2] = later[2] - 1 if over_new_year else later[2]
    return _ranges([_date(*parts) for parts in days], joins)


def _ranges(dates: Sequence[date | None], joins: Sequence[str]) -> tuple[Range, ...]:
    ranges: list[Range] = []
    for day, joint in zip(dates, joins, strict=True):
        if day is None:
            return ()
        if joint == "range" and ranges and ranges[-1][0] == ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], day)
        elif joint == "and":
            ranges.append((day, day))
        else:
            return ()
    in_order = all(first <= last for first, last in ranges) and all(a[1] < b[0] for a, b in pairwise(ranges))
    if not ranges or not in_order or (ranges[-1][1] - ranges[0][0]).days > _LONGEST_INSPECTION_DAYS:
        return ()
    return tuple(ranges)


def leading_dates(text: str) -> str:
    """The dates a text begins with, as printed: '14 and 15 March 2023 as part of …' gives '14 and 15 March 2023'."""
    end = at = 0
    while at < len(text):
        token = _TOKEN.match(text, at) or _WEEKDAY.match(text, at)
        if token is None and text[at].isspace():
            at += 1
            continue
        if token is None:
            break
        at = token.end()
        if token.lastgroup in ("numeric", "year"):
            end = at
    return text[:end]


def _date(day: int | None, month: int | None, year: int | None) -> date | None:
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def _only_dates(words: str) -> bool:
    left = _TOKEN.sub("", _WEEKDAY.sub("", words)).strip(" .()")
    return not left and bool(_TOKEN.search(words))
