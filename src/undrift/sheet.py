"""A table as an Excel workbook: dates as dates, headings kept in view, nothing run as a formula."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import BinaryIO

from undrift.errors import UserError


def write_workbook(
    to: Path | BinaryIO, title: str, headings: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """One sheet called `title`; text that begins like a formula stays text."""
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(to, options) as book:
        sheet, bold = book.add_worksheet(title), book.add_format({"bold": True})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, headings, bold)
        last = 0
        for last, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(last, column, value, day)
                elif value is not None:
                    sheet.write(last, column, value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(headings) - 1)
        for column, heading in enumerate(headings):
            sheet.set_column(column, column, max(12, min(len(heading) + 4, 40)))


def write_table(
    form: str, out: Path | None, title: str, headings: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    """The table as csv, json or xlsx, to a file or the screen. Errors: UserError for a workbook with no file."""
    if form == "xlsx":
        if out is None:
            raise UserError("A workbook needs a file to go to.", try_="Name it with --out.")
        write_workbook(out, title, headings, rows)
        return
    with out.open("w", encoding="utf-8", newline="") if out else nullcontext(sys.stdout) as file:
        if form == "json":
            json.dump([dict(zip(headings, row, strict=True)) for row in rows], file, default=str)
            file.write("\n")
        else:
            writer = csv.writer(file)
            writer.writerow(headings)
            writer.writerows(rows)
