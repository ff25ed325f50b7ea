"""A workbook's sheets as text, whichever return is in it."""

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import fastexcel
import pyarrow as pa

from undrift.errors import UserError
from undrift.returns.guard import ErrorCell, Inspected, MergedCell

_AT_ONCE = 2  # sheets read at the same time, each by a thread
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"

# How a row of totals under a list begins.
TOTAL = re.compile(r"(grand\s+|sub\s*-?)?totals?\b|count\b|sum\b", re.IGNORECASE)


def is_workbook(path: Path) -> bool:
    """Whether the file begins as Excel's do, new or old, whatever it is called."""
    with path.open("rb") as file:
        return file.read(8).startswith((_ZIP, _OLD_EXCEL))


def open_sheets(path: Path, inspected: Inspected) -> Iterator[tuple[str, bool, pa.Table]]:
    """Each sheet: name, whether it is visible, and its cells as text from the first row down.

    inspected: what `guard.inspect_workbook` said of the file, which must come first. UserError when it cannot be opened.
    """
    try:
        # A reader reads one sheet at a time, so there are as many as threads.
        books = [fastexcel.read_excel(path) for _ in range(_AT_ONCE)]

        def load(name: str) -> tuple[str, bool, pa.RecordBatch]:
            book = books.pop()
            try:
                # Row 1 of the result must be Excel's row 1, so nothing is skipped and nothing is taken as header.
                if inspected.hidden is None:  # the older .xls: the library is asked, at the price of a copy
                    sheet = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
                    return name, sheet.visible == "visible", sheet.to_arrow()
                batch = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string", eager=True)
                return name, name not in inspected.hidden, batch
            finally:
                books.append(book)

        with ThreadPoolExecutor(_AT_ONCE) as readers:
            for name, visible, batch in readers.map(load, books[0].sheet_names):
                cells = _with_errors(pa.Table.from_batches([batch]), inspected.errors.get(name, ()))
                yield name, visible, _spread_down(cells, inspected.merged.get(name, ()))
    except fastexcel.FastExcelError:
        raise UserError(
            "The file cannot be opened as an Excel workbook.",
            where=path.name,
            try_="Open it in Excel, take off any password, and save it as .xlsx.",
        ) from None
    except BaseException as fault:
        # The library stops in a panic of its own, which is no Exception and has no name to import.
        if type(fault).__module__ != "pyo3_runtime":
            raise
        raise UserError(
            "A cell of the workbook holds something that stops it being read, such as a date beyond any calendar.",
            where=path.name,
            try_="In Excel, look in the columns of dates for cells that show only ####, and empty them.",
        ) from None


def _spread_down(cells: pa.Table, merged: Sequence[MergedCell]) -> pa.Table:
    """`cells` with what a merged cell says in each of the rows it stands beside."""
    for column in {cell.column for cell in merged}:
        if not 0 <= column < cells.num_columns:
            continue
        texts = cells.column(column).to_pylist()
        for cell in merged:
            if cell.column == column and cell.row <= len(texts):
                said = texts[cell.row - 1]
                texts[cell.row - 1 : cell.last] = [said] * (min(cell.last, len(texts)) - cell.row + 1)
        cells = cells.set_column(column, cells.column_names[column], pa.array(texts, pa.string()))
    return cells


def _with_errors(cells: pa.Table, errors: Sequence[ErrorCell]) -> pa.Table:
    """`cells` with Excel's error cells, which come as blanks, saying what they say: an error is not a blank."""
    for column in {error.column for error in errors}:
        if not 0 <= column < cells.num_columns:
            continue
        texts = cells.column(column).to_pylist()
        for error in errors:
            if error.column == column and error.row <= len(texts):
                texts[error.row - 1] = error.says
        cells = cells.set_column(column, cells.column_names[column], pa.array(texts, pa.string()))
    return cells
