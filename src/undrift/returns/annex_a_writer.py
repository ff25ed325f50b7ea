"""Write an Annex A workbook from the same specification that reads one."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from undrift.returns.spec import AnnexAList, ListColumn, annex_a_lists


def write_workbook(path: Path | str, lists: Mapping[int, Sequence[Mapping[str, object]]]) -> None:
    """Write `lists` (list number to rows, each a header-to-value dict) as an Annex A workbook at `path`.

    Every list of the specification gets its sheet, "List 1" to "List 11", even when it has no rows. Headers are the
    specification's own; a missing key or None is a blank cell; an unknown header is a KeyError. Dates are date
    cells shown dd/mm/yyyy. For a column with codes the value is the return's label ("b) Female") or the SSD's code
    of the target column ("02"), which is written as its label.
    """
    options = {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for spec in annex_a_lists().values():
            sheet = book.add_worksheet(f"List {spec.number}")
            sheet.freeze_panes(1, 0)
            for position, column in enumerate(spec.columns):
                sheet.write_string(0, position, column.header, bold)
                sheet.set_column(position, position, 18)
            for row_no, row in enumerate(lists.get(spec.number, ()), start=1):
                _write_row(sheet, row_no, spec, row)


def _write_row(
    sheet: xlsxwriter.worksheet.Worksheet, row_no: int, spec: AnnexAList, row: Mapping[str, object]
) -> None:
    unknown = row.keys() - {column.header for column in spec.columns}
    if unknown:
        raise KeyError(f"list {spec.number} has no column {sorted(unknown)}")
    for position, column in enumerate(spec.columns):
        value = row.get(column.header)
        if value is None or value == "":
            continue
        said = labelled(column, value)
        if isinstance(said, (date, datetime)):
            sheet.write_datetime(row_no, position, said)
        elif isinstance(said, (int, float)):
            sheet.write_number(row_no, position, said)
        else:
            # Always as text: ids keep their leading zeros.
            sheet.write_string(row_no, position, str(said))


def labelled(column: ListColumn, value: object) -> object:
    """What the form has for `value`: a code by its label, anything else as it is."""
    if value in column.codes or not isinstance(value, str):
        return value
    return next((label for label, code in column.codes.items() if code == value), value)
