"""Small messy workbooks for the tests, cell by cell, as people leave them."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl

Cells = Sequence[Sequence[object]]

CONTACTS = [
    "Child Unique ID",
    "Gender",
    "Ethnicity",
    "Date of Birth",
    "Age of Child (Years)",
    "Date of Contact",
    "Contact Source",
]


def contact(child: object = "C1", when: object = "05/06/2026", **other: object) -> list[object]:
    row: dict[str, object] = dict.fromkeys(CONTACTS, None)
    row |= {
        "Child Unique ID": child,
        "Gender": "b) Female",
        "Ethnicity": "a) WBRI",
        "Date of Birth": "15/02/2015",
    }
    row |= {"Date of Contact": when, "Contact Source": "q) 6: Police"} | other
    return [row[name] for name in CONTACTS]


def workbook(path: Path, sheets: dict[str, Cells], hidden: Sequence[str] = ()) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        if name in hidden:
            sheet.sheet_state = "hidden"
    book.save(path)
    return path
