"""Write our own forms: filled from the records, or empty, as a template to fill in."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import xlsxwriter

from undrift.engines.apart import in_memory
from undrift.returns.forms_spec import Form, FormColumn, forms
from undrift.returns.spec import record_tables
from undrift.returns.submission import table_schema

Rows = Sequence[Sequence[object]]
_SPARE = 1_000  # rows of a template made ready for typing


def write(tables: Mapping[str, pa.Table], path: Path) -> dict[str, int]:
    """Write every form that `tables` (record table to rows) can fill; the rows of each form written, by its id.

    path: an .xlsx, which gets a sheet a form, or a folder, which gets a CSV file a form (made if need be). A form is
    written when the first table it fills is there, even with no rows in it.
    """
    filled = {form.id: rows_of(form, tables) for form in forms().values() if form.tables[0] in tables}
    if path.suffix.lower() == ".xlsx":
        _write_book(path, filled)
    else:
        path.mkdir(parents=True, exist_ok=True)
        for id_, rows in filled.items():
            _write_csv(path / f"{id_}.csv", forms()[id_], rows)
    return {id_: len(rows) for id_, rows in filled.items()}


def write_form(form: Form, tables: Mapping[str, pa.Table], path: Path) -> int:
    """Write one form to `path` (.xlsx, otherwise CSV); the number of its rows."""
    rows = rows_of(form, tables)
    if path.suffix.lower() == ".xlsx":
        _write_book(path, {form.id: rows})
    else:
        _write_csv(path, form, rows)
    return len(rows)


def template(form: Form, path: Path) -> None:
    """Write the form empty, as .xlsx with lists to choose from and a sheet of guidance, or as CSV."""
    if path.suffix.lower() == ".xlsx":
        _write_book(path, {form.id: ()})
    else:
        _write_csv(path, form, ())


def rows_of(form: Form, tables: Mapping[str, pa.Table]) -> list[tuple[object, ...]]:
    """The rows of the form, its columns in order, from the tables it fills."""
    con = in_memory(threads=1)
    for name in form.tables:
        empty = table_schema(record_tables()[name]).empty_table()
        con.register(name, tables.get(name, empty))
    first, *others = form.tables
    joins = "".join(
        f" FULL JOIN {other} ON "
        + " AND ".join(
            f"{first}.{c.into(first)} = {other}.{c.into(other)}"
            for c in form.columns
            if _ties(c, first, other)
        )
        for other in others
    )
    select = ", ".join(_value(c) for c in form.columns)
    # In the order of the keys, so that the same records make the same file.
    return con.execute(f"SELECT {select} FROM {first}{joins} ORDER BY ALL").fetchall()


def _ties(column: FormColumn, first: str, other: str) -> bool:
    return bool(column.into(first)) and column.into(other) in record_tables()[other].keys


def _value(column: FormColumn) -> str:
    return f"coalesce({', '.join(column.targets)})" if column.targets else "NULL"


def _said(column: FormColumn, value: object) -> object:
    """What the form shows for a value: a code by its label, a flag in a word."""
    if value is None:
        return None
    if column.codes:
        return next((label for label, code in column.codes.items() if code == value), value)
    if column.type == "flag":
        return {"Y": "Yes", "N": "No"}.get(str(value), value)
    return value


def _write_csv(path: Path, form: Form, rows: Rows) -> None:
    # With a byte order mark, or Excel takes the file for Windows-1252; dates as ISO, which can be read one way only.
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(column.header for column in form.columns)
        writer.writerows(
            [_said(column, value) for column, value in zip(form.columns, row, strict=True)] for row in rows
        )


def _write_book(path: Path, filled: Mapping[str, Rows]) -> None:
    options = {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        for id_, rows in filled.items():
            _write_sheet(book, forms()[id_], rows)
        _write_guidance(book, filled)


def _write_sheet(book: xlsxwriter.Workbook, form: Form, rows: Rows) -> None:
    sheet = book.add_worksheet(form.name[:31])
    needed = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#D2E2F1", "border": 1}
    )
    other = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    formats = {
        "text": book.add_format({"num_format": "@"}),  # text, or Excel drops the zeros an id begins with
        "date": book.add_format({"num_format": "dd/mm/yyyy"}),
    }
    last = max(len(rows), _SPARE)
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 48)
    for at, column in enumerate(form.columns):
        sheet.write_string(0, at, column.header, needed if column.required == "row" else other)
        sheet.set_column(at, at, 20, formats.get(column.type))
        choices = list(column.codes) or (["Yes", "No"] if column.type == "flag" else [])
        if choices:
            # Excel takes 255 characters of a list; the longest of ours is under it, which the tests hold.
            sheet.data_validation(
                1, at, last, at, {"validate": "list", "source": choices, "error_type": "warning"}
            )
        if column.help:
            sheet.write_comment(0, at, column.help, {"x_scale": 2})
    for row_no, row in enumerate(rows, start=1):
        for at, (column, value) in enumerate(zip(form.columns, row, strict=True)):
            _write_cell(sheet, row_no, at, _said(column, value), formats.get(column.type))


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, at: int, value: object, style: object
) -> None:
    if value is None:
        return
    if isinstance(value, date):
        sheet.write_datetime(row, at, value, style)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, at, value, style)
    else:
        sheet.write_string(row, at, str(value), style)


def _write_guidance(book: xlsxwriter.Workbook, ids: Iterable[str]) -> None:
    sheet = book.add_worksheet("How to fill this in")
    bold = book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for at, (title, width) in enumerate((("Form", 26), ("Column", 34), ("Needed", 16), ("What to put", 70))):
        sheet.write_string(0, at, title, bold)
        sheet.set_column(at, at, width, wrap)
    sheet.freeze_panes(1, 0)
    lines = [(form, column) for form in (forms()[id_] for id_ in ids) for column in form.columns]
    for row, (form, column) in enumerate(lines, start=1):
        texts = (form.name, column.header, NEEDED[column.required], guidance(column))
        for at, text in enumerate(texts):
            sheet.write_string(row, at, text, wrap)


NEEDED = {"row": "Always", "yes": "Expected", "": "If known"}


def guidance(column: FormColumn) -> str:
    """What to put in the column, and how: its help, its kind and its choices."""
    kind = {
        "date": "A date: day/month/year.",
        "flag": "Yes or No.",
        "integer": "A whole number.",
        "number": "A number.",
    }
    parts = [f"{column.help}." if column.help else "", kind.get(column.type, "")]
    if column.codes:
        parts.append(f"One of: {'; '.join(column.codes)}.")
    return " ".join(filter(None, parts))
