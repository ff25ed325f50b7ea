"""Which sheet is which Annex A list, where its header row is, and which column is which: from what is in them."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import pyarrow as pa

from undrift.returns.mapping import active
from undrift.returns.spec import AnnexAList, ListColumn, annex_a_lists
from undrift.returns.words import plain

LOOK_FOR_HEADER_IN = 40  # rows: titles, run dates and notes stand above the header
CLOSE_ENOUGH, TOO_ALIKE = 0.82, 0.02
TOO_FAR = CLOSE_ENOUGH - TOO_ALIKE - 0.01  # neither close nor too like what is: how far need not be known

# Words that change what a column means: two headers that differ in one of these are never the same column.
_TELLING = frozenset(
    re.findall(
        r"\w+",
        """start started end ended first last latest initial previous closure closed ceased review visit seen alone
        offered accept accepted missing absent 1 2 decision order placed matching matched entered contact referral
        assessment enquiry birth type provider location urn postcode need source team worker advisor health dental
        iro reason longer gender ethnicity disability number age""",
    )
)

# What people call the lists on the tabs.
_CALLED: dict[int, tuple[str, ...]] = {
    1: ("contacts", "contact"),
    2: ("early help", "eh"),
    3: ("referrals", "referral"),
    4: ("assessments", "assessment"),
    5: ("section 47", "s47", "icpc"),
    6: ("children in need", "cin"),
    7: ("child protection", "cp", "cpp"),
    8: ("children in care", "looked after", "cla", "lac", "cic"),
    9: ("care leavers", "leaving care", "cl"),
    10: ("adoption",),
    11: ("adopters", "prospective adopters"),
}
_NAMED = re.compile("|".join(rf"(?P<n{n}>\b(?:{'|'.join(words)})\b)" for n, words in _CALLED.items()))


@dataclass(frozen=True)
class FoundList:
    """A sheet taken for a list. header_row: position from 0. columns: sheet column position to specification."""

    spec: AnnexAList
    header_row: int
    columns: dict[int, ListColumn]
    read_as: dict[int, str]
    unread: tuple[str, ...]
    score: float

    @property
    def missing(self) -> tuple[ListColumn, ...]:
        found = {column.header for column in self.columns.values()}
        return tuple(column for column in self.spec.columns if column.header not in found)


def named_list(sheet: str) -> int | None:
    """The list a tab's name says it is ("List 1", "1. Contacts", "Contacts (6m)"), or None."""
    sheet = active().sheet(sheet)
    name = plain(re.sub(r"^\s*\d{1,2}\s*[.):_ -]", " ", sheet))
    # What a name begins with says what it is: "Early help assessments".
    if named := _NAMED.search(name):
        return int(named.lastgroup[1:]) if named.lastgroup else None
    found = re.search(r"(?:list|annex a)\D{0,3}(\d{1,2})\b", sheet.lower()) or re.match(
        r"\s*(\d{1,2})\b", sheet
    )
    number = int(found[1]) if found else 0
    return number if number in annex_a_lists() else None


def find_list(cells: pa.Table, sheet: str) -> FoundList | None:
    """The list this sheet holds, or None when no header row of any list is in it. cells: the sheet, all as text."""
    return find_among(annex_a_lists(), cells, named_list(sheet))


def find_among(known: Mapping[int, AnnexAList], cells: pa.Table, hint: int | None) -> FoundList | None:
    """As `find_list`, among the lists `known` by number. hint: the one that the sheet's name says it is."""
    lists = known.values()
    row, headers = _header_row(cells, lists)
    if row is None:
        return None
    if (
        hint is not None
        and hint in known
        and (named := _match(known[hint], row, headers, close=False)).score == 1
    ):
        return named
    matches = [_match(spec, row, headers, close=False) for spec in lists]
    if all(match.missing for match in matches):
        # A sheet with every column of a list under its right name needs no guessing; this one does.
        matches = [_match(spec, row, headers, close=True) for spec in lists]
    best = max(matches, key=lambda match: match.score + 0.3 * (match.spec.number == hint))
    # Five columns are in every list: on their own they name none, unless the tab does.
    enough = best.score >= 0.5 or (best.spec.number == hint and best.score >= 0.25)
    return best if enough else None


def likely_header(cells: pa.Table) -> list[str]:
    """The texts of the row that looks most like one of column names, when no list's are in it: the first that is as
    full as any."""
    rows = [[cell for cell in row.values() if cell] for row in cells.slice(0, LOOK_FOR_HEADER_IN).to_pylist()]
    return max(rows, key=len, default=[])


def _header_row(cells: pa.Table, lists: Iterable[AnnexAList]) -> tuple[int | None, list[str]]:
    known = {name for spec in lists for column in spec.columns for name in _names(column)}
    best, most, headers = None, 1, list[str]()
    for at in range(min(LOOK_FOR_HEADER_IN, cells.num_rows)):
        row = [column[at].as_py() for column in cells.columns]
        said = [plain(active().header(cell, known)) for cell in row if cell]
        count = sum(text in known for text in said)
        if count > most:
            best, most, headers = at, count, [cell or "" for cell in row]
            if count == len(said) >= 5:
                break  # nothing but column names: data need not be looked at
    return best, headers


def _names(column: ListColumn) -> list[str]:
    return _plain_names(column.header, column.aliases)


@cache
def _plain_names(header: str, aliases: tuple[str, ...]) -> list[str]:
    return [plain(name) for name in (header, *aliases)]


def _match(spec: AnnexAList, row: int, headers: Sequence[str], close: bool) -> FoundList:
    columns: dict[int, ListColumn] = {}
    left = list(spec.columns)
    names = {name for column in spec.columns for name in _names(column)}
    texts = {
        position: said if said in names else plain(active().header(header, names))
        for position, header in enumerate(headers)
        if (said := plain(header))
    }
    for exact in (lambda c: _names(c)[:1], _names):
        for position, text in texts.items():
            column = next((c for c in left if text in exact(c)), None)
            if column is not None and position not in columns:
                columns[position] = column
                left.remove(column)
    read_as: dict[int, str] = {}
    near = _close(texts, columns, left) if close else []
    for _, position, column in sorted(near, key=lambda found: -found[0]):
        if position not in columns and column in left:
            columns[position] = column
            left.remove(column)
            read_as[position] = " ".join(headers[position].split())
    unread = tuple(" ".join(headers[position].split()) for position in texts if position not in columns)
    # Of the list's columns, and of the sheet's: five columns that every list has make no list whole.
    score = (len(columns) / len(spec.columns) + len(columns) / max(len(texts), 1)) / 2
    return FoundList(spec, row, columns, read_as, unread, score)


def _close(
    texts: dict[int, str], taken: dict[int, ListColumn], left: Sequence[ListColumn]
) -> list[tuple[float, int, ListColumn]]:
    """Pairs of an unread header and an unfound column that are close, save where two are equally close."""
    pairs: list[tuple[float, int, ListColumn]] = []
    for position, text in texts.items():
        if position in taken:
            continue
        scored = sorted(
            ((max(_likeness(text, name) for name in _names(column)), i) for i, column in enumerate(left)),
            reverse=True,
        )
        if not scored or scored[0][0] < CLOSE_ENOUGH:
            continue
        if len(scored) > 1 and scored[0][0] - scored[1][0] < TOO_ALIKE:
            continue
        pairs.append((scored[0][0], position, left[scored[0][1]]))
    return pairs


def _likeness(a: str, b: str) -> float:
    words_a, words_b = set(a.split()), set(b.split())
    if words_a & _TELLING != words_b & _TELLING:
        return 0.0
    matcher = difflib.SequenceMatcher(None, a, b)
    shorter = min(words_a, words_b, key=len)
    if len(shorter) >= 3 and shorter == words_a & words_b:
        return max(matcher.ratio(), CLOSE_ENOUGH + 0.01 * len(shorter))
    # Neither can be more than these, which are found far sooner.
    if matcher.real_quick_ratio() < TOO_FAR or matcher.quick_ratio() < TOO_FAR:
        return 0.0
    return matcher.ratio()
