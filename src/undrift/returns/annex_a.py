"""Ofsted's Annex A workbook: the reader and (from `annex_a_writer`) the writer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from undrift.errors import UserError
from undrift.returns.annex_a_to_ssd import ASSUMED, FROM_LISTS, not_held, to_ssd
from undrift.returns.annex_a_writer import write_workbook
from undrift.returns.guard import inspect_workbook
from undrift.returns.rows import Field, Rows, read_rows
from undrift.returns.sheets import FoundList, find_list, named_list, plain
from undrift.returns.spec import annex_a_lists
from undrift.returns.submission import Issue, SourceFile, Submission
from undrift.returns.workbook import TOTAL, open_sheets

__all__ = ["read", "write_workbook"]

# Two contacts on a day from one source do happen; two of the same row in any other list is one thing twice.
_MAY_REPEAT = {1}

_WHO_HEADERS = {
    plain(name)
    for spec in annex_a_lists().values()
    for c in spec.columns[:1]
    for name in (c.header, *c.aliases)
}


@dataclass(frozen=True)
class _Sheet:
    name: str
    visible: bool
    cells: pa.Table
    found: FoundList | None
    day_0: date


def read(path: Path) -> Submission:
    """Read an Annex A workbook in the state authorities really send it.

    Raises UserError when it is not a workbook or when no list in it can be used; every other fault is an Issue.
    """
    inspected = inspect_workbook(path)
    sheets = [
        _Sheet(name, visible, cells, find_list(cells, name), inspected.day_0)
        for name, visible, cells in open_sheets(path, inspected)
    ]
    lists: dict[int, pa.Table] = {}
    issues: list[Issue] = []
    assumptions: list[str] = []
    recognised: list[str] = []
    labels: dict[tuple[str, str], str] = {}
    for sheet in _one_a_list(sheets, path.name, issues, assumptions):
        if sheet.found is None:
            continue
        number = sheet.found.spec.number
        assumptions += _column_notes(path.name, sheet, sheet.found)
        faults = _missing_columns(path.name, sheet, sheet.found)
        issues += faults
        if any(fault.severity == "held back" for fault in faults):
            continue
        rows = _read_sheet(path.name, sheet, sheet.found)
        issues += rows.issues
        assumptions += rows.assumptions
        recognised.append(
            f"List {number} ({sheet.found.spec.name}): sheet {sheet.name}, header in row "
            f"{sheet.found.header_row + 1}, {rows.table.num_rows:,} rows"
        )
        lists[number] = rows.table
        labels |= {(sheet.name, column.field): column.header for column in sheet.found.spec.columns}
    if not lists:
        raise _refused(path.name, sheets, issues)
    issues += _missing_lists(path.name, sheets)
    tables, disagreements = to_ssd(lists)
    assumptions += [f"{path.name}, list {number}: {what}." for number, what in ASSUMED if number in lists]
    return Submission(
        kind="annex_a",
        files=(SourceFile.of(path),),
        tables=tables,
        not_held=not_held(lists),
        issues=tuple(issues + disagreements),
        assumptions=tuple(assumptions),
        recognised=tuple(recognised),
        extents={name: FROM_LISTS[name][1] for name in tables},
        labels=labels,
    )


def _one_a_list(
    sheets: list[_Sheet], file: str, issues: list[Issue], assumptions: list[str]
) -> Iterator[_Sheet]:
    """The sheet to read for each list, in list order; says what is left out, and of hidden or oddly named sheets."""
    best: dict[int, _Sheet] = {}
    for sheet in sheets:
        if sheet.found is None:
            if sheet.cells.num_rows and (hint := named_list(sheet.name)):
                issues.append(_no_header(file, sheet, hint))
            elif sheet.cells.num_rows:
                assumptions.append(f"{file}, sheet {sheet.name}: left out; it is none of the lists.")
            continue
        other = best.get(sheet.found.spec.number)
        if other is None or other.found is None or _worth(sheet) > _worth(other):
            best[sheet.found.spec.number], sheet = sheet, other or sheet
        if other is not None and sheet.found is not None:
            issues.append(_second_sheet(file, sheet, sheet.found, best[sheet.found.spec.number]))
    for number in sorted(best):
        sheet = best[number]
        hint = named_list(sheet.name)
        if hint not in (None, number):
            assumptions.append(
                f"{file}, sheet {sheet.name}: read as list {number}, which is what its columns are."
            )
        if not sheet.visible:
            assumptions.append(f"{file}, sheet {sheet.name}: the sheet is hidden, and was read.")
        yield sheet


def _worth(sheet: _Sheet) -> tuple[bool, float, int]:
    return sheet.visible, sheet.found.score if sheet.found else 0.0, sheet.cells.num_rows


def _read_sheet(file: str, sheet: _Sheet, found: FoundList) -> Rows:
    first = found.header_row + 1
    columns = {(column.field or f"unheld_{at}"): at for at, column in found.columns.items()}
    cells = sheet.cells.slice(first)
    raw = pa.table({name: cells.column(at) for name, at in columns.items()})
    numbers = pa.array(range(first + 1, first + 1 + raw.num_rows), pa.int32())
    raw, numbers, notes = _drop_furniture(raw, numbers, file, sheet.name)
    fields = [
        Field(c.field, c.header, c.type, c.required, c.codes or None) for c in found.spec.columns if c.field
    ]
    rows = read_rows(raw, numbers, fields, file, sheet.name, sheet.day_0)
    keys = [column.field for column in found.spec.columns if column.required == "row" and column.field]
    table, repeats = _repeats(rows.table, keys, found.spec.number, file, sheet.name)
    return Rows(table, rows.issues + repeats, notes + rows.assumptions)


def _drop_furniture(
    raw: pa.Table, numbers: pa.Array, file: str, sheet: str
) -> tuple[pa.Table, pa.Array, list[str]]:
    """Without totals, footnotes and repeated headers: rows that are about no child."""
    names = raw.column_names
    child = next((at for at, name in enumerate(names) if name in ("pers_person_id", "adop_id")), 0)
    who = raw.column(child)
    # Only a row whose id is blank or is words can be furniture; looking at those alone keeps large sheets quick.
    wordy = pc.fill_null(
        pc.match_substring_regex(who, r"(?i)^\s*$|\S\s+\S|^\s*(grand|sub|total|count|sum)"), True
    )
    dropped: list[int] = []
    for position in pc.indices_nonzero(wordy).to_pylist():
        said = [text for name in names if (text := (raw.column(name)[position].as_py() or "").strip())]
        total = bool(said) and bool(TOTAL.match(said[0])) and len(said) < len(names)
        footnote = len(said) == 1 and len(said[0].split()) > 2
        header = bool(said) and plain(who[position].as_py() or "") in _WHO_HEADERS
        if total or footnote or header:
            dropped.append(position)
    notes = [
        f"{file}, sheet {sheet}: row {numbers[at]} is about no child and was left out." for at in dropped
    ]
    keep = pc.invert(
        pc.is_in(pa.array(range(raw.num_rows), pa.int64()), value_set=pa.array(dropped, pa.int64()))
    )
    return raw.filter(keep), numbers.filter(keep), notes


def _repeats(
    table: pa.Table, keys: list[str], number: int, file: str, sheet: str
) -> tuple[pa.Table, list[Issue]]:
    """Rows that say just what an earlier row of the sheet says. keys: the columns that are never blank."""
    if not table.num_rows or table.group_by(keys).aggregate([]).num_rows == table.num_rows:
        return table, []
    said = [name for name in table.column_names if not name.startswith("_")]
    if table.group_by(said).aggregate([]).num_rows == table.num_rows:
        return table, []
    first: dict[tuple[object, ...], int] = {}
    places: list[tuple[int, int]] = []
    for row, *values in zip(*(table.column(name).to_pylist() for name in ("_row", *said)), strict=True):
        earlier = first.setdefault(tuple(values), row)
        if earlier != row:
            places.append((row, earlier))
    kept = number in _MAY_REPEAT
    issues = [
        Issue(
            file=file,
            sheet=sheet,
            row=row,
            column="",
            what=f"The row says just what row {earlier} says; "
            + ("both are loaded." if kept else "it is held back."),
            try_="If it is one event entered twice, take one of the rows out.",
            code="row_repeated",
            severity="kept" if kept else "held back",
        )
        for row, earlier in places
    ]
    if kept:
        return table, issues
    dropped = {row for row, _ in places}
    return table.filter(pa.array([row not in dropped for row in table.column("_row").to_pylist()])), issues


def _column_notes(file: str, sheet: _Sheet, found: FoundList) -> list[str]:
    place = f"{file}, sheet {sheet.name}"
    notes = [
        f"{place}: column “{said}” was read as “{found.columns[at].header}”."
        for at, said in found.read_as.items()
    ]
    notes += [f"{place}: column “{said}” was left out; the list has none like it." for said in found.unread]
    return notes + [
        f"{place}: there is no column “{column.header}”, so it is not held."
        for column in found.missing
        if not column.required and column.field
    ]


def _missing_columns(file: str, sheet: _Sheet, found: FoundList) -> list[Issue]:
    return [
        Issue(
            file=file,
            sheet=sheet.name,
            row=found.header_row + 1,
            column=column.header,
            what=f"The column is missing{', and the list means nothing without it' * (column.required == 'row')}.",
            try_=f"Name the column as List {found.spec.number} of Annex A does.",
            code="column_missing",
            severity="held back" if column.required == "row" else "kept",
        )
        for column in found.missing
        if column.required and (column.field or column.required == "row")
    ]


def _no_header(file: str, sheet: _Sheet, number: int) -> Issue:
    first = annex_a_lists()[number].columns[0].header
    return Issue(
        file=file,
        sheet=sheet.name,
        row=1,
        column=first,
        what=f"No row of column names of List {number} was found in the sheet; it is held back.",
        try_="Put the list's own column names above its rows.",
        code="header_missing",
        severity="held back",
    )


def _second_sheet(file: str, sheet: _Sheet, found: FoundList, taken: _Sheet) -> Issue:
    return Issue(
        file=file,
        sheet=sheet.name,
        row=None,
        column="",
        what=f"It is a second sheet for List {found.spec.number}; sheet {taken.name} was read and this one was not.",
        try_="Take out or empty whichever of the two should not be loaded.",
        code="sheet_repeated",
        severity="held back",
    )


def _missing_lists(file: str, sheets: list[_Sheet]) -> list[Issue]:
    found = {sheet.found.spec.number for sheet in sheets if sheet.found}
    return [
        Issue(
            file=file,
            sheet="",
            row=None,
            column="",
            what=f"There is no sheet for List {spec.number} ({spec.name}), so nothing in it is held.",
            try_=f"Add the sheet, called List {spec.number}, if the authority has the list.",
            code="sheet_missing",
            severity="kept",
        )
        for spec in annex_a_lists().values()
        if spec.number not in found
    ]


def _refused(file: str, sheets: list[_Sheet], issues: list[Issue]) -> UserError:
    for issue in issues:
        if issue.severity == "held back" and issue.code in ("column_missing", "header_missing"):
            return UserError(issue.what, where=issue.where, try_=issue.try_)
    first = sheets[0].name if sheets else ""
    return UserError(
        "No sheet in the workbook has the column names of an Annex A list.",
        where=f"{file}, sheet {first}, row 1, column Child Unique ID",
        try_="Put each list on its own sheet, called List 1 to List 11, with the column names of Annex A above the rows.",
    )
