"""Ofsted's Annex A, as one workbook or a CSV file a list: the reader and (from `annex_a_writer`) the writer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from undrift.errors import UserError
from undrift.returns.annex_a_to_ssd import ASSUMED, FROM_LISTS, not_held, to_ssd
from undrift.returns.annex_a_writer import write_workbook
from undrift.returns.cells import EXCEL_DAY_0
from undrift.returns.columns import groups
from undrift.returns.csv_file import UnusableError, csv_cells
from undrift.returns.guard import inspect_workbook
from undrift.returns.ids import with_zeros
from undrift.returns.mapping import unknown
from undrift.returns.rows import Field, Rows, encode, read_rows
from undrift.returns.sheets import FoundList, find_list, likely_header, named_list
from undrift.returns.spec import annex_a_lists
from undrift.returns.submission import Files, Issue, SourceFile, Submission
from undrift.returns.texts import begins_with, holds, of
from undrift.returns.words import counted, plain
from undrift.returns.workbook import TOTAL, is_workbook, open_sheets

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
    """One sheet of a workbook, or one CSV file (name ""). called: what says which list it is, if its columns do not."""

    file: Path
    name: str
    called: str
    visible: bool
    cells: pa.Table
    found: FoundList | None
    day_0: date
    merged: int = 0

    @property
    def place(self) -> str:
        return f"{self.file.name}, sheet {self.name}" if self.name else self.file.name


def read(path: Path | Files) -> Submission:
    """Read Annex A in the state authorities really send it: a workbook, a folder with a CSV file a list, or one such.

    Raises UserError when it is neither or when no list in it can be used; every other fault is an Issue.
    """
    broken: list[Issue] = []
    sheets = (
        list(_of_workbook(path))
        if isinstance(path, Path) and path.is_file() and is_workbook(path)
        else list(_of_csv(path, broken))
    )
    lists: dict[int, pa.Table] = {}
    issues: list[Issue] = broken
    assumptions: list[str] = []
    recognised: list[str] = []
    labels: dict[tuple[str, str], str] = {}
    for sheet in _one_a_list(sheets, issues, assumptions):
        if sheet.found is None:
            continue
        number = sheet.found.spec.number
        assumptions += _column_notes(sheet, sheet.found)
        faults = _missing_columns(sheet, sheet.found)
        issues += faults
        if any(fault.severity == "held back" for fault in faults):
            continue
        rows = _read_sheet(sheet, sheet.found)
        issues += rows.issues
        assumptions += rows.assumptions
        recognised.append(
            f"List {number} ({sheet.found.spec.name}): {f'sheet {sheet.name}' if sheet.name else sheet.file.name}, header in row "
            f"{sheet.found.header_row + 1}, {counted(rows.table.num_rows, 'row')}"
        )
        lists[number] = rows.table
        labels |= {(sheet.name, column.field): column.header for column in sheet.found.spec.columns}
    if not lists:
        raise _refused(path.name, sheets, issues)
    issues += _missing_lists(path.name, sheets)
    named, restored = with_zeros({str(number): table for number, table in lists.items()}, "pers_person_id")
    lists = {int(number): table for number, table in named.items()}
    assumptions += [f"{path.name}, list {number}: {said}" for number, said in restored.items()]
    tables, disagreements = to_ssd(lists)
    assumptions += [f"{path.name}, list {number}: {what}." for number, what in ASSUMED if number in lists]
    return Submission(
        kind="annex_a",
        files=tuple(SourceFile.of(file) for file in dict.fromkeys(sheet.file for sheet in sheets)),
        tables=tables,
        not_held=not_held(lists),
        issues=tuple(issues + disagreements),
        assumptions=tuple(assumptions),
        recognised=tuple(recognised),
        extents={name: FROM_LISTS[name][1] for name in tables},
        labels=labels,
    )


def is_list(path: Path) -> bool:
    """Whether a CSV file holds a list."""
    try:
        return any(sheet.found for sheet in _of_csv(path, []))
    except UserError:
        return False


def _of_workbook(path: Path) -> Iterator[_Sheet]:
    inspected = inspect_workbook(path)
    for name, visible, cells in open_sheets(path, inspected):
        found = find_list(cells, name)
        merged = sum(
            found is not None and m.row > found.header_row + 1 for m in inspected.merged.get(name, ())
        )
        yield _Sheet(path, name, name, visible, cells, found, inspected.day_0, merged)


def _of_csv(path: Path | Files, broken: list[Issue]) -> Iterator[_Sheet]:
    for file in sorted(path.iterdir()) if not isinstance(path, Path) or path.is_dir() else [path]:
        if file.suffix.lower() not in {".csv", ".txt"} or not file.is_file():
            continue
        try:
            cells = csv_cells(file)
        except UnusableError as fault:
            broken.append(fault.issue)
            continue
        yield _Sheet(file, "", file.stem, True, cells, find_list(cells, file.stem), EXCEL_DAY_0)


def _one_a_list(sheets: list[_Sheet], issues: list[Issue], assumptions: list[str]) -> Iterator[_Sheet]:
    """The sheet to read for each list, in list order; says what is left out, and of hidden or oddly named sheets."""
    best: dict[int, _Sheet] = {}
    for sheet in sheets:
        if sheet.found is None:
            if sheet.cells.num_rows and (hint := named_list(sheet.called)):
                issues.append(_no_header(sheet, hint))
                headers = [column.header for column in annex_a_lists()[hint].columns]
                unknown("column", sheet.place, likely_header(sheet.cells), headers)
            elif sheet.cells.num_rows:
                unknown(
                    "sheet", sheet.place, [sheet.called], [f"List {number}" for number in annex_a_lists()]
                )
                assumptions.append(f"{sheet.place}: left out; it is none of the lists.")
            elif not sheet.name:
                assumptions.append(f"{sheet.place}: left out; it is blank.")
            continue
        other = best.get(sheet.found.spec.number)
        if other is None or other.found is None or _worth(sheet) > _worth(other):
            best[sheet.found.spec.number], sheet = sheet, other or sheet
        if other is not None and sheet.found is not None:
            issues.append(_second_sheet(sheet, sheet.found, best[sheet.found.spec.number]))
    for number in sorted(best):
        sheet = best[number]
        hint = named_list(sheet.called)
        if hint not in (None, number):
            assumptions.append(f"{sheet.place}: read as list {number}, which is what its columns are.")
        if not sheet.visible:
            assumptions.append(f"{sheet.place}: the sheet is hidden, and was read.")
        if sheet.merged:
            assumptions.append(
                f"{sheet.place}: {sheet.merged:,} merged cells were read as said in each row they stand beside."
            )
        yield sheet


def _worth(sheet: _Sheet) -> tuple[bool, float, int]:
    return sheet.visible, sheet.found.score if sheet.found else 0.0, sheet.cells.num_rows


def _read_sheet(sheet: _Sheet, found: FoundList) -> Rows:
    file, first = sheet.file.name, found.header_row + 1
    cells = sheet.cells.slice(first)
    raw = {column.field: encode(cells.column(at)) for at, column in found.columns.items() if column.field}
    numbers = pa.array(np.arange(first + 1, first + 1 + cells.num_rows, dtype=np.int32))
    furniture, notes = _furniture(raw, cells.select(list(found.columns)), numbers, sheet.place)
    if furniture:
        keep = np.ones(cells.num_rows, bool)
        keep[furniture] = False
        raw = {name: column.filter(pa.array(keep)) for name, column in raw.items()}
        numbers = numbers.filter(pa.array(keep))
    fields = [
        Field(c.field, c.header, c.type, c.required, c.codes or None) for c in found.spec.columns if c.field
    ]
    rows = read_rows(raw, numbers, fields, file, sheet.name, sheet.day_0, coded=True)
    keys = [column.field for column in found.spec.columns if column.required == "row" and column.field]
    table, repeats = _repeats(rows.table, keys, found.spec.number, file, sheet.name)
    return Rows(table, rows.issues + repeats, notes + rows.assumptions)


def _furniture(
    raw: Mapping[str, pa.DictionaryArray], cells: pa.Table, numbers: pa.Array, place: str
) -> tuple[list[int], list[str]]:
    """Which rows are totals, footnotes and repeated headers: about no child; and a note of each."""
    who = next(raw[name] for name in ("pers_person_id", "adop_id") if name in raw)
    # Only a row whose id is blank or is words can be furniture; looking at those alone keeps large sheets quick.
    wordy = pa.repeat(False, len(who.dictionary))
    if holds(who.dictionary, _BLANK) or begins_with(who.dictionary, _OF_TOTALS):
        wordy = pc.match_substring_regex(who.dictionary, r"(?i)\s|^(grand|sub|total|count|sum)")
    dropped: list[int] = []
    for position in pc.indices_nonzero(pc.fill_null(wordy.take(who.indices), True)).to_pylist():
        row = [(column[position].as_py() or "").strip() for column in cells.columns]
        said = [text for text in row if text]
        total = bool(said) and bool(TOTAL.match(said[0])) and len(said) < len(row)
        footnote = len(said) == 1 and len(said[0].split()) > 2
        header = bool(said) and plain(who[position].as_py() or "") in _WHO_HEADERS
        if total or footnote or header:
            dropped.append(position)
    return dropped, [f"{place}: row {numbers[at]} is about no child and was left out." for at in dropped]


_BLANK, _OF_TOTALS = of(b"\t\n\f\r "), of(b"GgSsTtCc\xc5")  # \xc5 begins a long s


def _repeats(
    table: pa.Table, keys: list[str], number: int, file: str, sheet: str
) -> tuple[pa.Table, list[Issue]]:
    """Rows that say just what an earlier row of the sheet says. keys: the columns that are never blank."""
    again = table.take(pa.array(_alike(table, keys)))
    said = [again.column(name).to_pylist() for name in table.column_names if not name.startswith("_")]
    first: dict[tuple[object, ...], int] = {}
    places: list[tuple[int, int]] = []
    for row, *values in zip(again.column("_row").to_pylist(), *said, strict=True):
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
    if kept or not places:
        return table, issues
    dropped = np.isin(table.column("_row").to_numpy(), [row for row, _ in places])
    return table.filter(pa.array(~dropped)), issues


def _alike(table: pa.Table, keys: list[str]) -> npt.NDArray[np.intp]:
    """Which rows say in `keys` what another row says."""
    which, room = np.zeros(table.num_rows, np.int64), 1
    for key in keys:
        column = table.column(key).combine_chunks()
        is_coded = pa.types.is_dictionary(column.type)
        said = column if is_coded else column.dictionary_encode()
        room *= len(said.dictionary) + 1
        if (
            room >> 62
        ):  # what several columns say together no longer fits in a number: count what there is of it
            which, room = groups(which)[0], (table.num_rows + 1) * (len(said.dictionary) + 1)
        which = which * (len(said.dictionary) + 1) + said.indices.to_numpy()
    place, sizes = groups(which)
    return np.flatnonzero(sizes[place] > 1) if len(sizes) < len(place) else np.empty(0, np.intp)


def _column_notes(sheet: _Sheet, found: FoundList) -> list[str]:
    place = sheet.place
    notes = [
        f"{place}: column “{said}” was read as “{found.columns[at].header}”."
        for at, said in found.read_as.items()
    ]
    notes += [f"{place}: column “{said}” was left out; the list has none like it." for said in found.unread]
    unknown("column", place, found.unread, [column.header for column in found.missing])
    return notes + [
        f"{place}: there is no column “{column.header}”, so it is not held."
        for column in found.missing
        if not column.required and column.field
    ]


def _missing_columns(sheet: _Sheet, found: FoundList) -> list[Issue]:
    return [
        Issue(
            file=sheet.file.name,
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


def _no_header(sheet: _Sheet, number: int) -> Issue:
    first = annex_a_lists()[number].columns[0].header
    return Issue(
        file=sheet.file.name,
        sheet=sheet.name,
        row=1,
        column=first,
        what=f"No row of column names of List {number} was found in the sheet; it is held back.",
        try_="Put the list's own column names above its rows.",
        code="header_missing",
        severity="held back",
    )


def _second_sheet(sheet: _Sheet, found: FoundList, taken: _Sheet) -> Issue:
    return Issue(
        file=sheet.file.name,
        sheet=sheet.name,
        row=None,
        column="",
        what=f"It is a second {'sheet' if sheet.name else 'file'} for List {found.spec.number}; {taken.name or taken.file.name} "
        "was read and this one was not.",
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
            what=f"There is no List {spec.number} ({spec.name}), so nothing in it is held.",
            try_=f"Add it, as a sheet or file called List {spec.number}, if the authority has the list.",
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
    first = f"{sheets[0].place}, row 1, column Child Unique ID" if sheets else file
    return UserError(
        "No sheet in the workbook has the column names of an Annex A list.",
        where=first,
        try_="Put each list on its own sheet, called List 1 to List 11, with the column names of Annex A above the rows.",
    )
