"""The mess of the other returns and of our own forms: SEN2, the workforce census, what people type into Excel."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
from lxml import etree

from undrift.synthetic.faults import NOTHING, Faults, Rows, header_of, read_rows, write_rows

SHARE = 0.05  # of the cells that a fault is put into, at the least one
NO_CODE, NO_DAY = "QQ", "31/02/2026"


def cells(rows: Rows, target: Path, column: str, fault: str, faults: Faults, now: Callable[[str], str | None],
          first_row: int = 2, share: float = SHARE) -> None:  # fmt: skip
    """Spoil a share of a column: those cells that `now` has something else for."""
    can = [nth for nth, row in enumerate(rows) if now(row[column]) is not None]
    for nth in sorted(faults.rng.sample(can, min(len(can), max(1, int(len(can) * share))))):
        was, said = rows[nth][column], now(rows[nth][column])
        assert said is not None
        rows[nth][column] = said
        faults.add(target, fault, row=nth + first_row, column=column, was=was, now=said)


def no_day(was: str) -> str | None:
    return NO_DAY if was else None


def typed(was: str) -> str | None:
    """A day as people type it. Those past the twelfth show which of the two is the month."""
    return f"{date.fromisoformat(was):%d/%m/%Y}" if was else None


def no_code(was: str) -> str | None:
    return NO_CODE if was else None


def nothing(was: str) -> str | None:
    return NOTHING[1] if not was else None


# SEN2


def sen2_folder(source: Path, target: Path, faults: Faults) -> None:
    """Modules with a table missing, headers in capitals, another separator and encoding, dates and codes that are none."""
    target.mkdir()
    for path in sorted(source.glob("*.csv")):
        if path.stem == "senneed":
            faults.add(target / path.name, "table missing")
            continue
        rows, columns, there = read_rows(path), header_of(path), target / path.name
        if path.stem == "requests":
            cells(rows, there, "receiveddate", "impossible date", faults, no_day)
            cells(rows, there, "requestoutcome", "a code that is none", faults, no_code)
        if path.stem == "activeplans":
            cells(rows, there, "reviewmeeting", "date as text", faults, typed, share=1.0)
        loud = [{name.upper(): value for name, value in row.items()} for row in rows]
        write_rows(there, [name.upper() for name in columns], loud, "cp1252", ";")
        faults.add(there, "cp1252, separated by ;, headers in capitals")


def elements(source: Path, target: Path, faults: Faults, spoil: dict[str, tuple[str, str]]) -> None:
    """An XML return with some elements saying what they cannot; `spoil`: element to the fault and what it says now.

    The row of a fault is the line of the record it stands in.
    """
    tree = etree.parse(str(source))
    for name, (fault, now) in spoil.items():
        found = list(tree.iter(name))
        for element in sorted(
            faults.rng.sample(found, max(1, int(len(found) * SHARE))), key=lambda e: e.sourceline or 0
        ):
            parent = element.getparent()
            line = parent.sourceline if parent is not None else None
            faults.add(target, fault, row=line or "", column=name, was=element.text or "", now=now)
            element.text = now
    tree.write(str(target), encoding="utf-8", xml_declaration=True)


def sen2_xml(source: Path, target: Path, faults: Faults) -> None:
    elements(source, target, faults, {
        "ReceivedDate": ("impossible date", "2026-02-31"), "RequestOutcome": ("a code that is none", NO_CODE),
    })  # fmt: skip


def workforce(source: Path, target: Path, faults: Faults) -> None:
    elements(source, target, faults, {
        "RoleStartDate": ("impossible date", "2026-02-31"), "OrgRole": ("a code that is none", NO_CODE),
        "FTE": ("a number that is none", "0.8 (part time)"),
    })  # fmt: skip


# Our own forms


def own_forms(source: Path, target: Path, faults: Faults) -> None:
    """Forms as people send them: a title above, a total below, columns in another order, days as they type them."""
    target.mkdir()
    for path in sorted(source.glob("*.csv")):
        spoil = FORMS.get(path.stem)
        if spoil is None:
            (target / path.name).write_bytes(path.read_bytes())
        else:
            spoil(path, target / path.name, faults)


def _titled(source: Path, target: Path, faults: Faults) -> None:
    rows, columns = read_rows(source), header_of(source)[::-1]
    cells(rows, target, "Date of core group", "impossible date", faults, no_day, first_row=5)
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows(
        [
            ["Core groups held", "", "", ""],
            ["Run by: the conference team (invented)", "", "", ""],
            ["", "", "", ""],
        ]
    )
    writer.writerow(name.upper() for name in columns)
    writer.writerows([row[name] for name in columns] for row in rows)
    writer.writerow(["Total", "", "", len(rows)])
    target.write_bytes(text.getvalue().encode("cp1252"))
    faults.add(target, "title above the header", row=1)
    faults.add(target, "columns in another order")
    faults.add(target, "totals row", row=len(rows) + 5)
    faults.add(target, "cp1252, separated by ;, headers in capitals")


def _twice(source: Path, target: Path, faults: Faults) -> None:
    rows, columns = read_rows(source), header_of(source)
    for nth in faults.rng.sample(range(len(rows)), min(3, len(rows))):
        rows.append(dict(rows[nth]))
        faults.add(target, "row given twice", row=len(rows) + 1, was=nth + 2)
    write_rows(target, columns, rows, "utf-16")
    faults.add(target, "utf-16, separated by ,")


def _typed(source: Path, target: Path, faults: Faults) -> None:
    rows, columns = read_rows(source), header_of(source)
    cells(rows, target, "Outcome of discussion", "a code that is none", faults, no_code)
    cells(rows, target, "Date of strategy discussion", "date as text", faults, typed, share=1.0)
    cells(rows, target, "Date of concern", "a word for nothing", faults, nothing, share=0.5)
    write_rows(target, columns, rows)


FORMS: dict[str, Callable[[Path, Path, Faults], None]] = {
    "core-groups": _titled, "cin-reviews": _twice, "strategy-discussions": _typed,
}  # fmt: skip


def forms_book(source: Path, target: Path, faults: Faults) -> None:
    """The workbook of forms with its sheets called otherwise, a title above one, and a sheet hidden away."""
    book = openpyxl.load_workbook(source)
    first = book.worksheets[0]
    first.insert_rows(1, 2)
    first["A1"] = "As at 30 September 2026 (invented)"
    faults.add(target, "title above the header", sheet=first.title, row=1)
    for sheet in book.worksheets:
        was = sheet.title
        sheet.title = f"{was.upper()} (SM)"[:31]
        faults.add(target, "sheet renamed", sheet=was, now=sheet.title)
    hidden = book.create_sheet("Lookups")
    hidden.append(["Code", "Label"])
    hidden.sheet_state = "hidden"
    faults.add(target, "hidden sheet", sheet="Lookups")
    book.save(target)


def rest(out: Path, mess: Path, faults: Faults) -> None:
    """Spoiled copies of the latest of each of these that stands under `out`."""
    for folder in sorted(path for path in out.glob("sen2-*") if path.is_dir())[-1:]:
        sen2_folder(folder, mess / folder.name, faults)
    for file in sorted(out.glob("sen2-*.xml"))[-1:]:
        sen2_xml(file, mess / file.name, faults)
    for file in sorted(out.glob("workforce-census-*.xml"))[-1:]:
        workforce(file, mess / file.name, faults)
    if (out / "forms").is_dir():
        own_forms(out / "forms", mess / "forms", faults)
    if (out / "forms.xlsx").is_file():
        forms_book(out / "forms.xlsx", mess / "forms.xlsx", faults)
