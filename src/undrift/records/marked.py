"""A copy of what a person sent with each faulty cell marked, and a sheet that lists everything wrong.

Rows are streamed from the one to the other, so that a large workbook takes time and not memory. What is in the copy
is values alone: no formula of the file, and no text of it that looks like one, is ever calculated.
"""

import csv
import io
import itertools
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import xlsxwriter
from openpyxl.utils.exceptions import InvalidFileException

from undrift.errors import UserError
from undrift.returns import Issue
from undrift.returns.archive import each_file, is_zip
from undrift.returns.csv_file import DELIMITERS, decode
from undrift.returns.forms_spec import by_number
from undrift.returns.guard import inspect_workbook
from undrift.returns.sheets import LOOK_FOR_HEADER_IN, find_among, find_list
from undrift.returns.words import plain
from undrift.returns.workbook import is_workbook, open_sheets

LISTED = 1_000_000  # a sheet of Excel's ends soon after
COMMENTS = 20_000  # on a sheet: Excel opens more only very slowly
HEADS = (
    "File", "Sheet", "Row", "Column", "What the cell says", "What is wrong", "What to try", "What was done", "Go to"
)  # fmt: skip
_WIDTHS = (28, 18, 8, 28, 24, 60, 60, 14, 10)
_DONE = {"held back": "held back", "kept": "loaded all the same"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Row = Sequence[Any]


def write_marked(paths: Iterable[Path], issues: Sequence[Issue], out: Path) -> None:
    """Write the marked workbook for what `paths` hold. UserError when `out` is one of them or no .xlsx.

    Excel's workbooks and CSV files come as sheets; of other files (XML, Parquet) and databases, issues are listed alone.
    """
    given = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    if out.suffix.lower() != ".xlsx":
        raise UserError(
            "The marked copy is an Excel workbook.", where=out.name, try_="Give it a name that ends in .xlsx."
        )
    if any(out.resolve() == file.resolve() for file in given):
        raise UserError(
            "The marked copy would take the place of the file itself.", try_="Give it another name."
        )
    if not out.parent.is_dir():
        raise UserError("The folder of the marked copy is not there.", where=str(out.parent))
    beside = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                   "strings_to_numbers": False}  # fmt: skip
        with each_file(given) as files, xlsxwriter.Workbook(beside, options) as book:
            _Marker(book, issues).write(files)
        os.replace(beside, out)
    finally:
        beside.unlink(missing_ok=True)


class _Marker:
    """One marked workbook in the making."""

    def __init__(self, book: Any, issues: Sequence[Issue]) -> None:
        self.book, self.issues = book, issues
        self.names = {"issues"}
        self.by_sheet: dict[tuple[str, str], dict[int, list[Issue]]] = defaultdict(lambda: defaultdict(list))
        for issue in issues:
            if issue.row is not None:
                self.by_sheet[issue.file, issue.sheet][issue.row].append(issue)
        form = book.add_format
        self.plain = {False: None, True: form({"quote_prefix": True})}
        self.day, self.moment = form({"num_format": "dd/mm/yyyy"}), form({"num_format": "dd/mm/yyyy hh:mm"})
        self.heading, self.wrapped = (
            form({"bold": True, "bottom": 1}),
            form({"text_wrap": True, "valign": "top"}),
        )
        # Not by colour alone: a thick edge for what was held back, and the words are in the comment.
        self.marks = {
            severity: {
                kind: form(look | more)
                for kind, more in (
                    ("text", {"quote_prefix": True}),
                    ("day", {"num_format": "dd/mm/yyyy"}),
                    ("number", {}),
                )
            }
            for severity, look in (
                ("held back", {"bg_color": "#FFC7CE", "border": 2, "border_color": "#9C0006"}),
                ("kept", {"bg_color": "#FFEB9C", "border": 1, "border_color": "#7F6000"}),
            )
        }

    def write(self, files: Sequence[tuple[str, Path]]) -> None:
        listed = self.book.add_worksheet("Issues")
        places: dict[int, str] = {}
        for called, file in files:
            for name, rows in _sheets(file):
                self._copy(name or file.stem, rows, self.by_sheet.get((called, name), {}), places)
        self._list(listed, places)

    def _copy(
        self, name: str, rows: Iterator[Row], wrong: dict[int, list[Issue]], places: dict[int, str]
    ) -> None:
        called = self._called(name)
        sheet = self.book.add_worksheet(called)
        first = list(itertools.islice(rows, LOOK_FOR_HEADER_IN))
        columns = _columns(first, name, {issue.column for each in wrong.values() for issue in each})
        sheet.set_column(0, max(map(len, first), default=1), 18)
        comments = 0
        for number, row in enumerate(itertools.chain(first, rows), start=1):
            marks: dict[int, list[Issue]] = defaultdict(list)
            for issue in wrong.get(number, ()):
                at = columns.get(plain(issue.column), 0)
                marks[at].append(issue)
                places[id(issue)] = f"internal:'{called.replace(chr(39), chr(39) * 2)}'!{_cell(number, at)}"
            for at in range(max([len(row), *(at + 1 for at in marks)])):
                self._cell(sheet, number - 1, at, row[at] if at < len(row) else None, marks.get(at))
            for at, those in marks.items():
                comments += 1
                if comments <= COMMENTS:
                    words = "\n\n".join(f"{i.what}\n{i.try_}" for i in those)
                    sheet.write_comment(
                        number - 1, at, words[:30_000], {"author": "Undrift", "x_scale": 2, "y_scale": 1.5}
                    )

    def _cell(self, sheet: Any, row: int, column: int, value: Any, wrong: list[Issue] | None) -> None:
        looks = (
            self.marks["held back" if any(i.severity == "held back" for i in wrong) else "kept"]
            if wrong
            else None
        )
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value, looks and looks["number"])
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, looks and looks["number"])
        elif isinstance(value, datetime | date):
            timed = isinstance(value, datetime) and value.time() != time(0)
            sheet.write_datetime(
                row, column, value, looks["day"] if looks else self.moment if timed else self.day
            )
        elif value is not None and value != "":
            text = str(value)
            sheet.write_string(
                row, column, text, looks["text"] if looks else self.plain[text.startswith(_FORMULA)]
            )
        elif looks:
            sheet.write_blank(row, column, None, looks["number"])

    def _list(self, sheet: Any, places: dict[int, str]) -> None:
        """Everything wrong, what was held back first."""
        for at, (head, width) in enumerate(zip(HEADS, _WIDTHS, strict=True)):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, head, self.heading)
        sheet.freeze_panes(1, 0)
        link = self.book.get_default_url_format()
        ordered = sorted(self.issues, key=lambda issue: issue.severity != "held back")
        for number, issue in enumerate(ordered[:LISTED], start=1):
            said = (
                issue.file,
                issue.sheet,
                issue.row,
                issue.column,
                issue.value,
                issue.what,
                issue.try_,
                _DONE[issue.severity],
            )
            for at, text in enumerate(said):
                if isinstance(text, int):
                    sheet.write_number(number, at, text)
                elif text:
                    sheet.write_string(
                        number,
                        at,
                        text,
                        self.plain[text.startswith(_FORMULA)] or (self.wrapped if at > 4 else None),
                    )
            if (place := places.get(id(issue))) and number <= 60_000:  # Excel allows 65,530 links a sheet
                sheet.write_url(number, len(HEADS) - 1, place, link, "the cell")
        if len(ordered) > LISTED:
            sheet.write_string(LISTED + 1, 0, f"{len(ordered) - LISTED:,} more are not listed.")
        sheet.autofilter(0, 0, max(1, min(len(ordered), LISTED)), len(HEADS) - 1)

    def _called(self, name: str) -> str:
        """A sheet's name that Excel takes and that no other has."""
        cleared = (
            "".join("-" if letter in "[]:*?/\\" else letter for letter in name).strip("'")[:31] or "Sheet"
        )
        called = cleared
        for nth in itertools.count(2):
            if called.casefold() not in self.names:
                break
            called = f"{cleared[: 31 - len(str(nth)) - 3]} ({nth})"
        self.names.add(called.casefold())
        return called


def _sheets(file: Path) -> Iterator[tuple[str, Iterator[Row]]]:
    """Each sheet of a workbook, or the one of a CSV file under the name "": its rows, from Excel's row 1 on."""
    if file.stat().st_size == 0 or is_zip(file):
        return
    if is_workbook(file):
        inspected = inspect_workbook(file)
        try:
            with closing(openpyxl.load_workbook(file, read_only=True, data_only=True)) as book:
                for sheet in book.worksheets:
                    sheet.reset_dimensions()
                    yield sheet.title, sheet.iter_rows(values_only=True)
        except (InvalidFileException, ValueError, KeyError):
            # An older .xls, or one that only the other reader can open.
            for name, _, cells in open_sheets(file, inspected):
                yield name, (tuple(row.values()) for batch in cells.to_batches() for row in batch.to_pylist())
    elif file.suffix.lower() in (".csv", ".txt"):
        text = decode(file.read_bytes())[0].decode("utf-8", errors="replace")
        header = text.split("\n", 1)[0]
        yield "", iter(csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=header.count)))


def _columns(first: list[Row], sheet: str, labels: set[str]) -> dict[str, int]:
    """Where each column that an issue names stands: by its own words on the sheet, else by what the reader took for it."""
    width = max(map(len, first), default=0)
    texts = [
        [str(cell) if cell is not None else "" for cell in row] + [""] * (width - len(row)) for row in first
    ]
    found: dict[str, int] = {}
    if width:
        cells = pa.table({f"c{at}": pa.array([row[at] for row in texts], pa.string()) for at in range(width)})
        for taken in (find_among(by_number(), cells, None), find_list(cells, sheet)):
            for at, column in taken.columns.items() if taken else ():
                found[plain(column.header)] = at
    wanted = {plain(label) for label in labels}
    header = max(texts, key=lambda row: len(wanted & {plain(cell) for cell in row}), default=[])
    return found | {
        plain(cell): at for at, cell in reversed(list(enumerate(header))) if plain(cell) in wanted
    }


def _cell(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row - 1, column))
