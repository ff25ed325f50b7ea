"""One CSV file as it comes: whatever its encoding, its delimiter and the odd broken row."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as pcsv

from undrift.returns.guard import MAX_COLUMNS, MAX_CSV_COLUMNS, MAX_ROWS, check_size
from undrift.returns.mapping import active
from undrift.returns.submission import Issue
from undrift.returns.words import counted
from undrift.returns.workbook import TOTAL

DELIMITERS = (",", ";", "\t", "|")
_LAST = 5  # rows at the end that may be totals
_START = 256 << 10  # bytes that are enough to see what a file is
MAX_TYPED = 64 << 20  # bytes of a CSV file that people fill in by hand


class UnusableError(Exception):
    """Nothing of the file can be read, and the issue that says why."""

    def __init__(self, issue: Issue) -> None:
        self.issue = issue


def read_csv(file: Path) -> tuple[pa.Table, pa.Array, list[Issue], list[str]]:
    """All columns as text, with each row's number as Excel shows it. What stands above the column names is left out."""
    check_size(file)
    content, encoding = decode(file.read_bytes())
    assumptions = [f"{file.name}: read as {encoding}."] if encoding else []
    header = _header(content)
    if not any(header.names):
        raise unusable(
            file, "The file is empty.", "Export the table again, with its row of column names.", 1, ""
        )
    if len(header.names) > MAX_CSV_COLUMNS or header.start + len(header.text) >= _START:
        raise unusable(file, "The file has thousands of columns.", "Export the table again.", 1, "")
    if header.above:
        content = content[header.start :]
        assumptions.append(
            f"{file.name}: the column names are in row {header.above + 1}; what stands above them was left out."
        )
    skipped: list[pcsv.InvalidRow] = []

    def skip(row: pcsv.InvalidRow) -> str:
        skipped.append(row)
        return "skip"

    try:
        raw = pcsv.read_csv(
            io.BytesIO(content),
            # One thread, or the parser cannot say which row is malformed.
            read_options=pcsv.ReadOptions(use_threads=False, block_size=8 << 20),
            parse_options=pcsv.ParseOptions(
                delimiter=header.delimiter,
                newlines_in_values=True,
                ignore_empty_lines=False,
                invalid_row_handler=skip,
            ),
            convert_options=pcsv.ConvertOptions(strings_can_be_null=False, column_types=_all_text(header)),
        )
    except pa.ArrowInvalid:
        raise unusable(
            file, "The file is not a CSV table.", "Export it as CSV, with one row of column names.", None, ""
        ) from None
    issues = [
        Issue(
            file=file.name,
            sheet="",
            row=row.number and row.number + header.above,
            column="",
            what=f"The row has {counted(row.actual_columns, 'cell')} and the header {row.expected_columns}; it is held back.",
            try_="Look for a stray comma or quotation mark in the row.",
            code="row_malformed",
            severity="held back",
        )
        for row in skipped
        if row.text.strip()
    ]
    raw = raw.rename_columns([" ".join(name.split()) for name in raw.column_names])
    numbers = _numbers(raw.num_rows, {row.number for row in skipped}, header.above)
    if below := _below(raw):
        assumptions += [
            f"{file.name}: row {numbers[at]} is a total or a note, and was left out." for at in below
        ]
        kept = np.ones(raw.num_rows, bool)
        kept[below] = False
        raw, numbers = raw.filter(pa.array(kept)), numbers.filter(pa.array(kept))
    return raw, numbers, issues, assumptions


def _below(raw: pa.Table) -> list[int]:
    """Which of the last rows are totals or notes."""
    found = []
    for at in range(max(0, raw.num_rows - _LAST), raw.num_rows):
        said = [text for column in raw.columns if (text := column[at].as_py().strip())]
        note = len(said) == 1 < raw.num_columns and len(said[0].split()) > 2
        if note or (said and TOTAL.match(said[0]) and len(said) < raw.num_columns):
            found.append(at)
    return found


def csv_cells(file: Path, first: int | None = None) -> pa.Table:
    """Every cell as text from the first line down, whatever stands above the column names. For files typed by hand.

    A header may have line breaks in it; row n of the result is row n + 1 as Excel shows it. first: so many rows only,
    to see what the file is without reading it.
    """
    if first is None:
        check_size(file, MAX_TYPED)
    with file.open("rb") as opened:
        received = opened.read(-1 if first is None else _START)
    if first is not None and len(received) == _START:
        received = received[: received.rfind(b"\n") // 2 * 2]  # a whole line, and whole characters
    content, _ = decode(received)
    text = content.decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n", 40)[:40]
    delimiter = max(DELIMITERS, key=lambda d: max(line.count(d) for line in lines))
    rows: list[list[str]] = []
    broken = False
    try:
        # What was read before a fault stays. No loop over rows: a file has hundreds of thousands.
        rows.extend(
            islice(
                csv.reader(io.StringIO(text, newline=""), delimiter=delimiter),
                MAX_ROWS + 1 if first is None else first,
            )
        )
    except csv.Error:
        broken = True
    widths = set(map(len, rows))
    width = min(max(widths, default=0), MAX_COLUMNS)
    if len(widths) > 1 or width not in widths:
        for nth, row in enumerate(rows, start=1):
            if any(map(str.strip, row[MAX_COLUMNS:])):
                raise unusable(
                    file, "A row has more than a hundred cells.", "Export the form again.", nth, ""
                )
            row[:] = row[:width] + [""] * (width - len(row))
    if broken:
        raise unusable(file, "The file is not a CSV table.", "Save it from Excel as CSV.", len(rows) + 1, "")
    if first is None and len(rows) > MAX_ROWS:
        raise unusable(file, f"The file has more than {MAX_ROWS:,} rows.", "Send a year at a time.", None, "")
    return pa.table(
        {f"c{at}": pa.array(map(itemgetter(at), rows), pa.string(), size=len(rows)) for at in range(width)}
    )


@dataclass(frozen=True)
class _Header:
    """The row of column names. text: as it stands. above: how many rows are above it. start: the bytes of those."""

    names: tuple[str, ...] = ()
    delimiter: str = ","
    text: bytes = b""
    above: int = 0
    start: int = 0


_LOOKED_AT, _LINES = 20, 10  # rows in which column names are looked for; lines that one of them may have


def _header(content: bytes) -> _Header:
    """The first row half as full as rows are here, by the delimiter that makes the most names of it: a title is a cell or two."""
    rows = list(islice(_rows(content), _LOOKED_AT))
    found = [_header_by(delimiter, rows) for delimiter in DELIMITERS]
    return max(found, key=lambda header: len(header.names))


def _header_by(delimiter: str, rows: list[bytes]) -> _Header:
    cells = [_cells(row, delimiter) for row in rows]
    full = [sum(map(bool, row)) for row in cells]
    usual = sorted(full)[-2:][:1]  # the second: one row may have cells too many
    for above, (row, text, count) in enumerate(zip(cells, rows, full, strict=True)):
        if count and 2 * count > usual[0]:
            return _Header(row, delimiter, text, above, sum(map(len, rows[:above])))
    return _Header()


def _rows(content: bytes) -> Iterator[bytes]:
    """The rows at the top as they stand, line breaks within quotation marks and all."""
    lines = list(islice(io.BytesIO(content[:_START]), _LOOKED_AT * _LINES))
    while lines:
        ends = (n for n in range(1, _LINES) if b"".join(lines[:n]).count(b'"') % 2 == 0)
        size = next(ends, 1)
        yield b"".join(lines[:size])
        del lines[:size]


def _cells(row: bytes, delimiter: str) -> tuple[str, ...]:
    text = row.decode(errors="replace")
    try:
        cells = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    except csv.Error:
        cells = text.split(delimiter)
    return tuple(" ".join(cell.split()) for cell in cells)


def _all_text(header: _Header) -> dict[str, pa.DataType]:
    options = pcsv.ParseOptions(delimiter=header.delimiter, newlines_in_values=True)
    opened = pcsv.open_csv(io.BytesIO(header.text.rstrip(b"\r\n") + b"\n"), parse_options=options)
    return {name: pa.string() for name in opened.schema.names}


def _numbers(count: int, skipped: set[int | None], above: int) -> pa.Array:
    """Row numbers of the `count` rows kept, those below the header, with the `skipped` (counted from it) left out."""
    if not skipped:
        return pa.array(range(above + 2, above + count + 2), pa.int32())
    numbers = (above + n for n in range(2, count + len(skipped) + 2) if n not in skipped)
    return pa.array(list(numbers)[:count], pa.int32())


def decode(content: bytes) -> tuple[bytes, str]:
    """The content as UTF-8 without a byte order mark, and the name of its encoding if it had another."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace").encode(), "UTF-16"
    if b"\0" in content[:2]:  # no text begins so, but for one of two bytes a character
        codec = "utf-16-be" if content.startswith(b"\0") else "utf-16-le"
        return content.decode(codec, errors="replace").encode(), "UTF-16"
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace").encode(), "Windows-1252"
    return content, ""


def unusable(file: Path, what: str, try_: str, row: int | None, column: str) -> UnusableError:
    """The error for a file held back whole."""
    return UnusableError(Issue(file.name, "", row, column, what, try_, "file_unusable", "held back"))


def header_of(file: Path) -> tuple[str, ...]:
    """The column names of a CSV file, upper-cased, without reading the rest of it; empty when there are none."""
    with file.open("rb") as opened:
        start = opened.read(64 << 10)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start[: len(start) // 2 * 2]
    names = tuple(name.strip('"').strip().upper() for name in _header(decode(start)[0]).names)
    # A column that a person has named counts under that name too.
    return names + tuple(
        e.means.upper() for e in active().entries if e.kind == "column" and e.said.upper() in names
    )
