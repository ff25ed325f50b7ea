"""A table as csv, json or an Excel workbook: dates as dates, headings kept in view, nothing run as a formula."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import BinaryIO

from undrift.errors import UserError

MOST = 1_048_575
"""Rows of one sheet under its headings: what Excel holds. More go on to a second sheet, and a third."""


def write_workbook(
    to: Path | BinaryIO, title: str, headings: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """A sheet called `title`, and `title 2` where the rows are more than one holds; text that begins like a formula
    stays text."""
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(to, options) as book:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
        held = list(rows)
        for nth, first in enumerate(range(0, max(len(held), 1), MOST), start=1):
            some = held[first : first + MOST]
            sheet = book.add_worksheet(title if nth == 1 else f"{title} {nth}")
            sheet.write_row(0, 0, headings, bold)
            for place, row in enumerate(some, start=1):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(place, column, value, day)
                    elif value is not None:
                        sheet.write(place, column, value)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, len(some), len(headings) - 1)
            for column, heading in enumerate(headings):
                sheet.set_column(column, column, max(12, min(len(heading) + 4, 40)))


def write_table(
    form: str, out: Path | None, title: str, headings: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    """The table as csv, json or xlsx, to a file or the screen. UserError for a workbook with no file, or one that cannot be
    written."""
    if out:
        try:
            out.open("ab").close()
        except OSError as fault:
            raise UserError(
                f"{out} cannot be written: {fault.strerror}.",
                try_="Name with --out a file in a folder that is there.",
            ) from None
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
