"""What a received file may be before anything reads it: bounded in size, and with no tricks in it.

A workbook is walked once, part by part, inflating as it goes and keeping nothing: neither a small file that
unpacks into gigabytes nor one far cell that makes a reader lay out seventeen thousand million gets further.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
from lxml import etree

from undrift.errors import UserError
from undrift.returns.cells import EXCEL_DAY_0

MAX_FILE = 400 << 20  # bytes of any one file as received
MAX_INFLATED = 400 << 20  # bytes of a workbook's parts together: some ten million cells
MAX_DIRECTORY = 1 << 20  # bytes of a workbook's table of contents: some ten thousand parts
MAX_ROWS, MAX_COLUMNS = 200_000, 104  # of one sheet: to column CZ
MAX_CSV_COLUMNS = 2_000
MAX_ERRORS = 10_000  # error cells named; more than that is one broken sheet
_BLOCK, _OVERLAP, _TAIL = 1 << 20, 512, 1 << 17
# What Python's own library raises of a ZIP that is damaged or packed in a way it does not know.
DAMAGED = (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, zlib.error)
DAY_0_OF_1904 = date(1904, 1, 1)

# As Excel and every library we know write a cell (<c r="A1"); any other spelling is counted cell by cell instead.
_CELL_HEAD = 20  # bytes of a cell's beginning that say where it stands
_FAR = re.compile(rb"""<c r="(?:[D-Z][A-Z]\d|[A-Z]{3}|[A-Z]{1,2}(?:[2-9]\d{5}|\d{7}))[^>]*[^>/]>(?!</)""")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ERROR = re.compile(rb"""<(?:\w+:)?c\s([^>]*\bt="e"[^>]*)>(.{0,200}?)</(?:\w+:)?c>""", re.DOTALL)
_PLACE = re.compile(rb"""\br="([A-Z]{1,3})(\d{1,7})\"""")
_ANY_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,9})(\d{1,12})""")
_SAID = re.compile(rb"#[A-Z0-9/]+[!?A]")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*\bref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})\"""")
_CELL = re.compile(rb"""<(?:[^\s<>:]+:)?(row|c)\b([^>]*)>""")
_AFTER_PREFIX = re.compile(rb":(?:c|row|sheetData)[\s/>]")
_NO_NAME = re.compile(rb"""[\s>"']""")
_ROW_NUMBER = re.compile(rb"""\br\s*=\s*["'](\d{1,12})""")

_SMALLER = "Send the one workbook the form asks for, saved by Excel as .xlsx, with nothing else in it."


@dataclass(frozen=True)
class ErrorCell:
    """row: as Excel numbers it. column: from 0, counted from the first column the sheet uses. says: "#REF!"."""

    row: int
    column: int
    says: str


@dataclass(frozen=True)
class MergedCell:
    """The first and last row, as Excel numbers them, and the column as `ErrorCell`."""

    row: int
    last: int
    column: int


@dataclass
class Inspected:
    """day_0: the day Excel's day numbers count from. hidden: the sheets nobody sees; None where the file does not say.
    errors: sheet name to its error cells. merged: sheet name to its cells that stand for those below them, too."""

    day_0: date = EXCEL_DAY_0
    hidden: frozenset[str] | None = None
    errors: dict[str, list[ErrorCell]] = field(default_factory=dict)
    merged: dict[str, list[MergedCell]] = field(default_factory=dict)


@dataclass
class _Found:
    """As Inspected, by part of the workbook."""

    errors: dict[str, list[ErrorCell]] = field(default_factory=dict)
    merged: dict[str, list[MergedCell]] = field(default_factory=dict)


def check_size(path: Path, most: int = MAX_FILE) -> None:
    """UserError when the file is larger than any such file is. most: in bytes."""
    size = path.stat().st_size
    if size > most:
        raise UserError(
            f"The file is {size >> 20:,} MB; {most >> 20} MB is the most that is read.",
            where=path.name,
            try_="Send only the tables of the return, and one period at a time.",
        )


def inspect_workbook(path: Path) -> Inspected:
    """Walk an .xlsx once. UserError when it is too large unpacked, or holds what no workbook needs to.

    Takes time in proportion to the file and at most a few megabytes, whatever is in it.
    """
    check_size(path)
    with path.open("rb") as file:
        if not file.read(4).startswith(b"PK"):
            return Inspected()  # the older .xls: its sheets can hold no more than 65,536 rows of 256
        check_directory(file, path.name)
        try:
            book = zipfile.ZipFile(file)
        except (*DAMAGED, OSError):
            raise _refused(path.name, "The file is damaged: it cannot be opened as a workbook.") from None
        parts = book.infolist()
        _check_parts(parts, path.name)
        found = _Found()
        left = MAX_INFLATED
        for part in parts:
            left -= _walk(file, part, left, found, path.name)
        return _named(book, found, path.name)


def sheet_names(path: Path) -> list[str]:
    """The names of an .xlsx's sheets, without looking into them; [] for the older .xls. UserError as above."""
    check_size(path)
    with path.open("rb") as file:
        if not file.read(4).startswith(b"PK"):
            return []
        check_directory(file, path.name)
        try:
            book = zipfile.ZipFile(file)
            _check_parts(book.infolist(), path.name)
            content = b""
            for block in inflated(file, book.getinfo("xl/workbook.xml")):
                content += block
                if _DOCTYPE.search(content):
                    raise _defines_entities(path.name)
                if len(content) > MAX_DIRECTORY:
                    raise _refused(path.name, "The workbook names more sheets than any workbook needs.")
            sheets = safe_xml(content).iterfind("{*}sheets/{*}sheet")
        except (*DAMAGED, etree.LxmlError):
            raise _refused(path.name, "The file is damaged: it cannot be opened as a workbook.") from None
        return [sheet.get("name", "") for sheet in sheets]


def _refused(file: str, what: str) -> UserError:
    return UserError(what, where=file, try_=_SMALLER)


def _defines_entities(file: str) -> UserError:
    return _refused(file, "The workbook defines XML entities, which no workbook saved by Excel does.")


def check_directory(file: BinaryIO, name: str) -> None:
    """The table of contents is read whole, so its size comes first, from the record at the end of the file."""
    size = file.seek(0, 2)
    start = max(0, size - 66_000)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + 22 > len(tail):
        raise _refused(name, "The file is damaged: it cannot be opened as a workbook.")
    length = struct.unpack_from("<L", tail, at + 12)[0]
    if tail[max(0, at - 20) : at].startswith(b"PK\x06\x07"):
        wide = tail.rfind(b"PK\x06\x06", 0, at)
        length = struct.unpack_from("<Q", tail, wide + 40)[0] if 0 <= wide <= at - 56 else MAX_DIRECTORY + 1
    if length > MAX_DIRECTORY:
        raise _refused(name, "The workbook has more parts than any workbook needs.")


def _check_parts(parts: list[zipfile.ZipInfo], file: str) -> None:
    names = [part.filename.replace("\\", "/") for part in parts]
    if any(name.startswith("/") or ".." in name.split("/") or ":" in name for name in names):
        raise _refused(file, "The workbook holds a part whose name points outside it.")
    if len({name.casefold() for name in names}) < len(names):
        raise _refused(file, "The workbook holds two parts of one name.")
    if "xl/workbook.xml" not in names:
        raise _refused(file, "The file is an archive, not an .xlsx workbook.")
    if any(part.flag_bits & 1 for part in parts):
        raise UserError(
            "The workbook is locked.", where=file, try_="Take the password off and save it again."
        )
    if sum(part.file_size for part in parts) > MAX_INFLATED:
        raise _refused(file, f"The workbook unpacks to more than {MAX_INFLATED >> 20} MB.")


def inflated(file: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part as it really unpacks, whatever size its entry claims."""
    if part.header_offset < 0:  # a damaged table of contents says where nothing can be
        raise zlib.error
    file.seek(part.header_offset)
    header = file.read(30)
    if len(header) < 30 or part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zlib.error
    file.seek(sum(struct.unpack_from("<HH", header, 26)), 1)
    left = part.compress_size
    unpack = zlib.decompressobj(-15) if part.compress_type == zipfile.ZIP_DEFLATED else None
    while left > 0 and (packed := file.read(min(left, 1 << 18))):
        left -= len(packed)
        if unpack is None:
            yield packed
            continue
        while packed and not unpack.eof:
            yield unpack.decompress(packed, _BLOCK)
            packed = unpack.unconsumed_tail


def _walk(file: BinaryIO, part: zipfile.ZipInfo, most: int, told: _Found, name: str) -> int:
    """Look through one part without keeping it; how many bytes it unpacks to."""
    found: list[tuple[int, int, str]] = []
    merged: set[tuple[int, int, int]] = set()
    size, kept, unusual = 0, b"", False
    try:
        for block in inflated(file, part):
            size += len(block)
            if size > most:
                raise _refused(name, f"The workbook unpacks to more than {MAX_INFLATED >> 20} MB.")
            text = kept + block
            # Few parts have a "!" or a "#" anywhere, and one letter is found far sooner than two.
            if b"!" in text and _DOCTYPE.search(text):
                raise _defines_entities(name)
            unusual = _look_at_cells(text, name) or unusual
            if b"#" in text and len(found) < MAX_ERRORS and b't="e"' in text:
                found += _error_cells(text)
            # Merged cells are named at a sheet's end.
            if b"<mergeCell " in text[-_TAIL:] and len(merged) < MAX_ERRORS:
                merged.update(_merged_cells(text))
            kept = text[-_OVERLAP:]
        if unusual:
            _count_cells(file, part, name)
    except zlib.error:
        raise _refused(name, "The file is damaged: a part of it cannot be unpacked.") from None
    if found or merged:
        first = _first_column(file, part)
        told.errors[part.filename] = [
            ErrorCell(row, column - first, said) for row, column, said in set(found)
        ]
        told.merged[part.filename] = [MergedCell(row, last, column - first) for row, last, column in merged]
    return size


def _look_at_cells(text: bytes, name: str) -> bool:
    """UserError when a cell with something in it stands too far out; whether any cell is written in an unusual way.

    Looked at all together, for a sheet has millions. The last few bytes are looked at again with the next block.
    """
    unusual = _has_prefix(text)
    if len(text) <= _CELL_HEAD:
        return unusual
    letters = np.frombuffer(text, np.uint8)
    cells = _cells(text)
    # The eight bytes from each byte on: one look tells how a cell begins.
    head = np.ndarray(len(text) - 7, "<u8", text, strides=(1,))[cells]
    usual = (head & _HEAD_MASK) == _HEAD
    if not usual.all():
        after = letters[cells[~usual] + 2]
        unusual = unusual or bool(np.isin(after, _AFTER_NAME).any())
        cells, head = cells[usual], head[usual]
    # One letter and at most five figures, as nearly every cell has, is never far.
    cells = cells[(head >= _SECOND_LETTER) | _is_digit(letters[cells + 12])]
    two = letters[cells + 7] >= ord("A")
    digits = cells + 7 + two  # where the row's number begins
    far = two & ((letters[cells + 6] >= ord("D")) | (letters[cells + 8] >= ord("A")))
    far |= _is_digit(letters[digits + 5]) & ((letters[digits] >= ord("2")) | _is_digit(letters[digits + 6]))
    if any(_FAR.match(text, at) for at in cells[far].tolist()):
        raise _too_far(name)
    return unusual


def _has_prefix(text: bytes) -> bool:
    """Whether any of a sheet's elements is written with a prefix, as in <x:sheetData> or one <x:c> among others."""
    opened = (text[text.rfind(b"<", 0, at.start()) : at.start()] for at in _AFTER_PREFIX.finditer(text))
    return any(_NO_NAME.search(name) is None for name in opened)


_HEAD, _HEAD_MASK = np.uint64(int.from_bytes(b'<c r="', "little")), np.uint64((1 << 48) - 1)
_SECOND_LETTER = np.uint64(ord("A") << 56)
_AFTER_NAME = np.frombuffer(b"> \t\r\n", np.uint8)
_OPENS = np.uint16(int.from_bytes(b"<c", "little"))


def _cells(text: bytes) -> npt.NDArray[np.intp]:
    """Where "<c" stands, in no order, in all but the bytes that the next block has again."""
    found = []
    for odd in (0, 1):
        pairs = np.frombuffer(text, "<u2", (len(text) - _CELL_HEAD + 1 - odd) // 2, odd)
        found.append(np.flatnonzero(pairs == _OPENS) * 2 + odd)
    return np.concatenate(found)


def _is_digit(letters: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    return (letters >= ord("0")) & (letters <= ord("9"))


def _too_far(file: str) -> UserError:
    return UserError(
        f"A sheet has cells below row {MAX_ROWS:,} or to the right of column CZ.",
        where=file,
        try_="Clear everything outside the lists (select, Delete rows and columns) and save the workbook again.",
    )


def _count_cells(file: BinaryIO, part: zipfile.ZipInfo, name: str) -> None:
    """Cells that do not say where they stand follow the one before: count them along their rows."""
    row = column = 0
    kept = b""
    for block in inflated(file, part):
        text = kept + block
        cut = text.rfind(b"<")  # a tag cut in two is left for the next block
        text, kept = (text[:cut], text[cut:][-_BLOCK:]) if cut >= 0 else (b"", text[-_OVERLAP:])
        for tag in _CELL.finditer(text):
            number = _ROW_NUMBER.search(tag[2])
            if tag[1] == b"row":
                row, column = int(number[1]) if number else row + 1, 0
            elif place := _ANY_PLACE.search(tag[2]):
                column, row = column_number(place[1].upper()) + 1, int(place[2])
            else:
                column += 1
            empty = tag[2].endswith(b"/")
            if not empty and (column > MAX_COLUMNS or (row > MAX_ROWS and tag[1] == b"c")):
                raise _too_far(name)


def _error_cells(text: bytes) -> Iterator[tuple[int, int, str]]:
    for cell in _ERROR.finditer(text):
        place, said = _PLACE.search(cell[1]), _SAID.search(cell[2])
        if place:
            yield int(place[2]), column_number(place[1]), said[0].decode() if said else "#ERROR!"


def column_number(letters: bytes) -> int:
    """Excel's column letters as a number from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _merged_cells(text: bytes) -> Iterator[tuple[int, int, int]]:
    """Row, last row and column of cells that are merged down; those merged across alone change nothing."""
    for cell in _MERGED.finditer(text):
        row, last = int(cell[2]), int(cell[3])
        if row < last <= MAX_ROWS:
            yield row, last, column_number(cell[1])


def _first_column(file: BinaryIO, part: zipfile.ZipInfo) -> int:
    filled = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})\d+"[^>]*(?<!/)>(?!</)""")
    columns: set[bytes] = set()
    kept = b""
    for block in inflated(file, part):
        text = kept + block
        columns.update(filled.findall(text))
        kept = text[-_OVERLAP:]
    return min(map(column_number, columns), default=0)


def _named(book: zipfile.ZipFile, found: _Found, file: str) -> Inspected:
    """The error cells by the sheet's own name, and the day the workbook's day numbers count from."""
    try:
        workbook = safe_xml(book.read("xl/workbook.xml"))
        links = safe_xml(book.read("xl/_rels/workbook.xml.rels")) if found.errors else None
    except (etree.XMLSyntaxError, KeyError, zipfile.BadZipFile, zlib.error):
        raise UserError(
            "The file cannot be opened as an Excel workbook.",
            where=file,
            try_="Open it in Excel and save it as .xlsx.",
        ) from None
    settings = workbook.find("{*}workbookPr")
    from_1904 = settings is not None and settings.get("date1904", "0") in ("1", "true", "on")
    unseen = (
        s.get("name", "")
        for s in workbook.iterfind("{*}sheets/{*}sheet[@state]")
        if s.get("state") != "visible"
    )
    inspected = Inspected(DAY_0_OF_1904 if from_1904 else EXCEL_DAY_0, frozenset(unseen))
    if links is None:
        return inspected
    parts = {link.get("Id", ""): link.get("Target", "") for link in links}
    for sheet in workbook.iterfind("{*}sheets/{*}sheet"):
        link = next((said for name, said in sheet.attrib.items() if name.endswith("}id")), "")
        target = parts.get(link, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in found.errors:
            name = sheet.get("name", "")
            inspected.errors[name] = sorted(found.errors[part], key=lambda e: (e.row, e.column))
            inspected.merged[name] = sorted(found.merged[part], key=lambda e: (e.row, e.column))
    return inspected


def safe_xml(content: bytes) -> etree._Element:
    """Parse a small document with nothing fetched, expanded or of great depth."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)
