"""Copies of the files spoiled the way real ones are, with every planted fault and its truth listed.

Shape (a title above the header, another separator, renamed sheets) is listed once a file or sheet; a fault in a cell
is listed with the row a person sees, what stood there and what stands there now.
"""

import csv
import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from random import Random

import openpyxl
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet

from undrift.returns.spec import annex_a_lists
from undrift.synthetic.faults import COLUMNS, NOTHING, Faults, Rows, header_of, read_rows, write_rows
from undrift.synthetic.mess_more import rest
from undrift.synthetic.second_ids import plant

SECOND_IDS_SHARE = 0.01  # of people


def spoil(out: Path, seed: int) -> int:
    """Write spoiled copies under OUT/mess of what stands under OUT, and OUT/truth/mess.csv; the number of faults."""
    faults, mess = Faults(Random(seed)), out / "mess"
    shutil.rmtree(mess, ignore_errors=True)
    mess.mkdir()
    for book in sorted(out.glob("annex-a-*.xlsx")):
        workbook(book, mess / book.name, faults)
    if (out / "ssd").is_dir():
        dataset(out / "ssd", mess / "ssd", faults)
    for folder in sorted(path for path in out.glob("ssda903-*") if path.is_dir())[-1:]:
        looked_after(folder, mess / folder.name, faults)
    for census in sorted(out.glob("cin-census-*.xml"))[-1:]:
        three_modules_empty(census, mess / census.name, faults)
    rest(out, mess, faults)
    with (out / "truth" / "mess.csv").open("w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(faults.rows)
    return len(faults.rows)


# Annex A


def workbook(source: Path, target: Path, faults: Faults) -> None:
    book = openpyxl.load_workbook(source)
    names = {number: spec.name for number, spec in annex_a_lists().items()}
    for number, change in SHEETS.items():
        change(book[f"List {number}"], target, faults)
    for number, name in names.items():
        sheet = book[f"List {number}"]
        sheet.title = f"{number}. {name}"[:28] + (" 6m" if number < 7 else "")
        faults.add(target, "sheet renamed", sheet=f"List {number}", now=sheet.title)
    hidden = book.create_sheet("Lookups")
    hidden.append(["Code", "Label"])
    hidden.sheet_state = "hidden"
    faults.add(target, "hidden sheet", sheet="Lookups")
    book.save(target)


def _column(sheet: Worksheet, header: str) -> int:
    return next(n for n, cell in enumerate(sheet[1], start=1) if cell.value == header)


def _some(sheet: Worksheet, faults: Faults, header: str, new: Callable[[object], object], share: float, fault: str,
          target: Path) -> None:  # fmt: skip
    """Spoil a share of a column's cells."""
    column = _column(sheet, header)
    for row in range(2, sheet.max_row + 1):
        cell = sheet.cell(row, column)
        was, now = cell.value, new(cell.value)
        if now is not None and faults.rng.random() < share:
            cell.value, cell.number_format = now, "General"  # type: ignore[assignment]
            shown = was.date() if isinstance(was, datetime) else was
            faults.add(target, fault, sheet=sheet.title, row=row, column=header, was=shown, now=now)


def _as_text(pattern: str) -> Callable[[object], object]:
    return lambda value: value.strftime(pattern) if isinstance(value, (date, datetime)) else None


def _title_and_totals(sheet: Worksheet, target: Path, faults: Faults) -> None:
    last = sheet.max_row
    sheet.append([])
    sheet.append(["Total", None, None, None, None, last - 1])
    sheet.insert_rows(1, 3)
    sheet["A1"], sheet["A2"] = (
        "Contacts in the six months to 30/09/2026",
        "Run by: performance team (invented)",
    )
    sheet.merge_cells("A1:E1")
    faults.add(target, "title above the header", sheet=sheet.title, row=1)
    faults.add(target, "merged cells", sheet=sheet.title, row=1)
    faults.add(target, "totals row", sheet=sheet.title, row=sheet.max_row)


def _twice(sheet: Worksheet, target: Path, faults: Faults) -> None:
    for row in faults.rng.sample(range(2, sheet.max_row + 1), min(3, sheet.max_row - 1)):
        sheet.append([cell.value for cell in sheet[row]])
        faults.add(target, "row given twice", sheet=sheet.title, row=sheet.max_row, was=row)


def _headers(sheet: Worksheet, target: Path, faults: Faults) -> None:
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    order = list(range(len(rows[0])))[::-1]
    said = {
        "Child Unique ID": "CHILD UNIQUE\nID",
        "Date of Birth": "D.O.B",
        "Date of Referral": "date of  referral",
    }
    for at, column in enumerate(order, start=1):
        for row, values in enumerate(rows, start=1):
            sheet.cell(row, at).value = values[column]
        header = str(rows[0][column])
        sheet.cell(1, at).value = said.get(header, header.upper())
        faults.add(
            target, "header renamed", sheet=sheet.title, row=1, column=header, now=sheet.cell(1, at).value
        )
    faults.add(target, "columns in another order", sheet=sheet.title)


def _dates_as_text(sheet: Worksheet, target: Path, faults: Faults) -> None:
    _some(
        sheet, faults, "Continuous Assessment Start Date", _as_text("%d/%m/%Y"), 1.0, "date as text", target
    )
    _some(
        sheet,
        faults,
        "Continuous Assessment Date of Authorisation",
        _as_text("%Y-%m-%d 00:00:00"),
        0.5,
        "date with a time",
        target,
    )


def _impossible(sheet: Worksheet, target: Path, faults: Faults) -> None:
    start = "Strategy discussion initiating Section 47 Enquiry Start Date"
    _some(sheet, faults, start, lambda v: "31/02/2026" if v else None, 0.03, "impossible date", target)
    _some(sheet, faults, "Date of Initial Child Protection Conference", lambda v: date(1900, 1, 1) if v else None, 0.05,
          "date of 1900", target)  # fmt: skip


def _nothing(sheet: Worksheet, target: Path, faults: Faults) -> None:
    _some(sheet, faults, "CIN Closure Date", lambda v: faults.rng.choice(NOTHING) if v is None else None, 0.3,
          "a word for nothing", target)  # fmt: skip


def _labels(sheet: Worksheet, target: Path, faults: Faults) -> None:
    plain = {"a) Male": "Male", "b) Female": "FEMALE "}
    _some(sheet, faults, "Gender", lambda v: plain.get(str(v)), 0.5, "code by its label alone", target)


def _short_years(sheet: Worksheet, target: Path, faults: Faults) -> None:
    _some(sheet, faults, "Latest Date of Contact", _as_text("%d/%m/%y"), 1.0, "two-figure year", target)


SHEETS: dict[int, Callable[[Worksheet, Path, Faults], None]] = {
    1: _title_and_totals, 2: _twice, 3: _headers, 4: _dates_as_text, 5: _impossible, 6: _nothing, 7: _labels,
    9: _short_years,
}  # fmt: skip


# The dataset's folder


def dataset(source: Path, target: Path, faults: Faults) -> None:
    """Children under two ids, zeros lost, encodings and separators as other systems write them, a table missing."""
    target.mkdir()
    tables = {path.stem: read_rows(path) for path in sorted(source.glob("*.csv"))}
    columns = {path.stem: header_of(path) for path in source.glob("*.csv")}
    del tables["ssd_disability"]
    faults.add(target / "ssd_disability.csv", "table missing")
    _second_ids(tables, target, faults)
    for row in tables["ssd_cin_visits"]:
        row["cinv_person_id"] = row["cinv_person_id"].replace("IRW", "").lstrip("0")
    for rows in tables.values():
        for row in rows:
            for column, value in row.items():
                if value.startswith("IRW") and value[3:4].isdigit():
                    row[column] = value[3:]
    faults.add(target / "ssd_cin_visits.csv", "leading zeros lost", column="cinv_person_id")
    for nth, row in enumerate(tables["ssd_cin_plans"], start=2):
        started = date.fromisoformat(row["cinp_cin_plan_start_date"])
        if started.day > 12 and faults.rng.random() < 0.05:
            now = f"{started:%m/%d/%Y}"
            faults.add(
                target / "ssd_cin_plans.csv",
                "month before day",
                row=nth,
                column="cinp_cin_plan_start_date",
                was=started,
                now=now,
            )
            row["cinp_cin_plan_start_date"] = now
        else:
            row["cinp_cin_plan_start_date"] = f"{started:%d/%m/%Y} 00:00"
    faults.add(target / "ssd_cin_plans.csv", "date with a time", column="cinp_cin_plan_start_date")
    for name, rows in tables.items():
        encoding, delimiter = {"ssd_person": ("utf-16", ","), "ssd_contacts": ("cp1252", ";")}.get(
            name, ("utf-8", ",")
        )
        write_rows(target / f"{name}.csv", columns[name], rows, encoding, delimiter)
        if (encoding, delimiter) != ("utf-8", ","):
            faults.add(target / f"{name}.csv", f"{encoding}, separated by {delimiter}")


def _second_ids(tables: dict[str, Rows], target: Path, faults: Faults) -> None:
    """Some children entered twice; half of what was heard of them stands under the second id."""
    people: list[dict[str, object]] = [dict(row) for row in tables["ssd_person"]]
    for person in people:
        born = str(person["pers_dob"] or "")
        person["pers_dob"] = date.fromisoformat(born) if born else None
    homes: list[dict[str, object]] = [dict(row) for row in tables["ssd_address"]]
    seconds, _ = plant(people, homes, faults.rng, max(2, int(len(people) * SECOND_IDS_SHARE)))
    tables["ssd_person"] = [{k: "" if v is None else str(v) for k, v in row.items()} for row in people]
    tables["ssd_address"] = [{k: "" if v is None else str(v) for k, v in row.items()} for row in homes]
    other = {one.child_id: one for one in seconds}
    for one in seconds:
        faults.add(
            target / "ssd_person.csv",
            f"one child, two ids: {one.how}",
            column="pers_person_id",
            was=one.child_id,
            now=one.other_id,
        )
    for nth, row in enumerate(tables["ssd_contacts"], start=2):
        twice = other.get(row["cont_person_id"])
        if twice and faults.rng.random() < 0.5:
            row["cont_person_id"] = twice.other_id
            faults.add(
                target / "ssd_contacts.csv",
                "under the second id",
                row=nth,
                column="cont_person_id",
                was=twice.child_id,
                now=twice.other_id,
            )


# The yearly returns


def looked_after(source: Path, target: Path, faults: Faults) -> None:
    """An SSDA903 folder with a table missing, headers in small letters, another separator."""
    target.mkdir()
    for path in sorted(source.glob("*.csv")):
        if path.stem == "reviews":
            faults.add(target / path.name, "table missing")
            continue
        rows = read_rows(path)
        columns = header_of(path)
        small = [{name.lower(): value for name, value in row.items()} for row in rows]
        write_rows(target / path.name, [name.lower() for name in columns], small, "cp1252", ";")
        faults.add(target / path.name, "cp1252, separated by ;, headers in small letters")


def three_modules_empty(source: Path, target: Path, faults: Faults) -> None:
    """A census from a system that does not fill assessments, enquiries or child in need plans."""
    tree = etree.parse(str(source))
    for module in ("Assessments", "Section47", "CINPlanDates"):
        found = list(tree.iter(module))
        for element in found:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
        faults.add(target, f"module empty: {module}", was=len(found), now=0)
    tree.write(str(target), encoding="utf-8", xml_declaration=True)
