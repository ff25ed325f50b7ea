"""Our own forms as people fill them in: CSV or Excel, one form a file or a sheet, known by their columns."""

import functools
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from undrift.errors import UserError
from undrift.returns.cells import EXCEL_DAY_0
from undrift.returns.csv_file import UnusableError, csv_cells
from undrift.returns.forms_spec import Form, FormColumn, by_number, forms
from undrift.returns.forms_to_tables import to_tables
from undrift.returns.guard import inspect_workbook
from undrift.returns.mapping import active, unknown
from undrift.returns.rows import Field, clean_text, day_month_told, read_rows
from undrift.returns.sheets import LOOK_FOR_HEADER_IN, FoundList, find_among, find_list
from undrift.returns.submission import Issue, SourceFile, Submission
from undrift.returns.words import counted, plain
from undrift.returns.workbook import TOTAL, is_workbook, open_sheets

_SUFFIXES = frozenset({".csv", ".txt", ".xlsx", ".xlsm", ".xls"})
_GUIDANCE = plain("How to fill this in")


@dataclass(frozen=True)
class _Sheet:
    """One sheet, or one CSV file (sheet ""): its cells as text from the first row down, and the form it holds."""

    file: Path
    name: str
    cells: pa.Table
    day_0: date
    found: FoundList | None

    @property
    def form(self) -> Form:
        assert self.found is not None  # only asked of sheets that hold one
        return by_number()[self.found.spec.number]

    @property
    def place(self) -> str:
        return f"{self.file.name}, sheet {self.name}" if self.name else self.file.name


def named_form(name: str) -> int | None:
    """The form that a file's or sheet's name says it is, or None."""
    said = plain(active().sheet(name))
    return next(
        (
            f.number
            for f in forms().values()
            if any(plain(t.replace("-", " ")) in said for t in (f.name, f.id))
        ),
        None,
    )


def is_form(path: Path) -> bool:
    """Whether a file holds one of our forms, and no list of Annex A that fits it better.

    UserError when it is no file that may be opened.
    """
    if path.suffix.lower() not in _SUFFIXES:
        return False
    try:
        sheets = [sheet for sheet in _sheets(path, LOOK_FOR_HEADER_IN) if sheet.found]
    except UnusableError:
        return False
    scores = [(sheet.found.score, find_list(sheet.cells, sheet.name)) for sheet in sheets if sheet.found]
    return any(other is None or other.score < score for score, other in scores)


def read(path: Path) -> Submission:
    """Read a file of one form or several, or a folder of such files. UserError when none can be used."""
    sheets: list[_Sheet] = []
    issues: list[Issue] = []
    assumptions: list[str] = []
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        if file.suffix.lower() not in _SUFFIXES:
            assumptions.append(f"{file.name}: left out; it is neither CSV nor Excel.")
            continue
        try:
            sheets += _sheets(file)
        except UnusableError as fault:
            issues.append(fault.issue)
    chosen = _one_a_form(sheets, assumptions)
    raw = {form: (sheet, *_raw(sheet, assumptions, issues)) for form, sheet in chosen.items()}
    told = sum((day_month_told(cells, _fields(form)) for form, (_, cells, _) in raw.items()), Counter[str]())
    tables: dict[str, pa.Table] = {}
    recognised: list[str] = []
    not_held: dict[str, str] = {}
    labels: dict[tuple[str, str], str] = {}
    for id_, (sheet, cells, numbers) in raw.items():
        if any(i.severity == "held back" and i.code == "column_missing" for i in _missing_columns(sheet)):
            continue
        rows = read_rows(cells, numbers, _fields(id_), sheet.file.name, sheet.name, sheet.day_0, told)
        made, repeats = to_tables(sheet.form, rows.table)
        for table, why in _without(sheet).items():
            del made[table]
            not_held[table] = why
        issues += rows.issues + repeats
        assumptions += rows.assumptions
        tables |= made
        recognised.append(f"{sheet.form.name} form: {sheet.place}, {counted(rows.table.num_rows, 'row')}")
        labels |= {
            (sheet.name, t.partition(".")[2]): c.header
            for c in sheet.form.columns
            for t in reversed(c.targets)
        }
    if not recognised:
        raise _refused(path, issues)
    return Submission(
        kind="forms",
        files=tuple(SourceFile.of(file) for file in dict.fromkeys(s.file for s in chosen.values())),
        tables=tables,
        not_held=_not_held(tables, chosen) | not_held,
        issues=tuple(issues),
        assumptions=tuple(assumptions),
        recognised=tuple(recognised),
        labels=labels,
    )


def _sheets(file: Path, first: int | None = None) -> Iterator[_Sheet]:
    """The sheets of a workbook, or a CSV file as one. first: of a CSV file so many rows only."""
    if is_workbook(file):
        inspected = inspect_workbook(file)
        for name, _, cells in open_sheets(file, inspected):
            hint = named_form(name) or named_form(file.stem)
            found = find_among(by_number(), cells, hint) if plain(name) != _GUIDANCE else None
            yield _Sheet(file, name, cells, inspected.day_0, found)
        return
    cells = csv_cells(file, first)
    yield _Sheet(file, "", cells, EXCEL_DAY_0, find_among(by_number(), cells, named_form(file.stem)))


def _one_a_form(sheets: list[_Sheet], assumptions: list[str]) -> dict[str, _Sheet]:
    chosen: dict[str, _Sheet] = {}
    for sheet in sheets:
        if sheet.found is None:
            if sheet.cells.num_rows and plain(sheet.name) != _GUIDANCE:
                assumptions.append(f"{sheet.place}: left out; its columns are those of none of the forms.")
                unknown(
                    "sheet", sheet.place, [sheet.name or sheet.file.stem], [f.name for f in forms().values()]
                )
        elif (other := chosen.get(sheet.form.id)) is not None:
            raise UserError(
                f"{other.place} and {sheet.place} both hold the form {sheet.form.name}.",
                where=sheet.place,
                try_="Put the rows of both on one sheet, or send one of them.",
            )
        else:
            chosen[sheet.form.id] = sheet
    return chosen


def _fields(id_: str) -> list[Field]:
    return [Field(c.field, c.header, c.type, c.required, c.codes or None) for c in forms()[id_].columns]


def _columns(sheet: _Sheet) -> dict[int, FormColumn]:
    assert sheet.found is not None
    by_header = {column.header: column for column in sheet.form.columns}
    return {at: by_header[column.header] for at, column in sheet.found.columns.items()}


def _raw(sheet: _Sheet, assumptions: list[str], issues: list[Issue]) -> tuple[pa.Table, pa.Array]:
    """The rows under the header, by the form's own words for its columns, and their numbers as Excel shows them."""
    assert sheet.found is not None
    columns = _columns(sheet)
    first = sheet.found.header_row + 1
    cells = sheet.cells.slice(first)
    numbers = pa.array(range(first + 1, first + 1 + cells.num_rows), pa.int32())
    assumptions += _column_notes(sheet, columns)
    issues += _missing_columns(sheet)
    raw = pa.table({column.field: cells.column(at) for at, column in columns.items()})
    broken = _spilt(sheet, cells)
    issues += [_malformed(sheet, row) for row in numbers.filter(broken).to_pylist()]
    spare = _furniture(raw, {column.field: _header(sheet, at) for at, column in columns.items()})
    left_out = numbers.filter(pc.and_not(spare, broken)).to_pylist()
    assumptions += [f"{sheet.place}: row {n} is no row of the form and was left out." for n in left_out]
    keep = pc.invert(pc.or_(spare, broken))
    return raw.filter(keep), numbers.filter(keep)


def _spilt(sheet: _Sheet, cells: pa.Table) -> pa.Array:
    """Which rows of a CSV file have a cell under no column name: a stray comma has moved everything along.

    In a workbook a note beside the table moves nothing, and is nobody's row.
    """
    found = pa.array([False] * cells.num_rows, pa.bool_())
    if sheet.name:
        return found
    for at in range(cells.num_columns):
        if not _header(sheet, at):
            found = pc.or_(found, pc.is_valid(clean_text(cells.column(at))))
    return found


def _header(sheet: _Sheet, at: int) -> str:
    assert sheet.found is not None
    return (sheet.cells.column(at)[sheet.found.header_row].as_py() or "").strip()


def _furniture(raw: pa.Table, headers: Mapping[str, str]) -> pa.Array:
    """Which rows are totals, footnotes or the header over again: few cells, or the column's own name."""
    cleaned = {name: clean_text(raw.column(name)) for name in raw.column_names}
    said = functools.reduce(pc.add, (pc.is_valid(column).cast(pa.int32()) for column in cleaned.values()))
    first = pc.coalesce(*cleaned.values())
    total = pc.and_(
        pc.less_equal(said, 2), pc.match_substring_regex(first, f"^(?:{TOTAL.pattern})", ignore_case=True)
    )
    footnote = pc.and_(pc.equal(said, 1), pc.match_substring_regex(first, r"\S+\s+\S+\s+\S+\s+\S"))
    repeated = pa.repeat(True, raw.num_rows)
    for name in sorted(cleaned, key=lambda name: cleaned[name].null_count):
        same = pc.equal(_as_header(cleaned[name]), _as_header(pa.array([headers[name]]))[0])
        repeated = pc.and_(repeated, pc.fill_null(same, True))
        if not pc.any(repeated).as_py():
            break  # as in nearly every file: the column with the most said settles it
    found = pc.or_(pc.or_(pc.fill_null(total, False), pc.fill_null(footnote, False)), repeated)
    return pc.and_(found, pc.greater(said, 0))


def _as_header(column: pa.Array) -> pa.Array:
    return pc.replace_substring_regex(pc.utf8_lower(column), r"[^a-z0-9]+", " ")


def _column_notes(sheet: _Sheet, columns: Mapping[int, FormColumn]) -> list[str]:
    assert sheet.found is not None
    notes = [
        f"{sheet.place}: column “{said}” was read as “{columns[at].header}”."
        for at, said in sheet.found.read_as.items()
    ]
    missing = [column.header for column in sheet.found.missing]
    unknown("column", sheet.place, sheet.found.unread, missing)
    return notes + [
        f"{sheet.place}: column “{said}” was left out; the form has none like it."
        for said in sheet.found.unread
    ]


def _missing_columns(sheet: _Sheet) -> list[Issue]:
    assert sheet.found is not None
    return [
        Issue(
            file=sheet.file.name,
            sheet=sheet.name,
            row=sheet.found.header_row + 1,
            column=column.header,
            what=f"The column is missing{', and the form means nothing without it' * (column.required == 'row')}.",
            try_=f"Name the column as the form {sheet.form.name} does: undrift forms {sheet.form.id}",
            code="column_missing",
            severity="held back" if column.required == "row" else "kept",
        )
        for column in sheet.found.missing
        if column.required
    ]


def _without(sheet: _Sheet) -> dict[str, str]:
    """The tables beside the form's first that the sheet has no column of, and why: last year's form is not this year's blank."""
    there = {column.header for column in _columns(sheet).values()}
    found = {}
    for table in filter(sheet.form.keeps_step, sheet.form.tables[1:]):
        own = [c.header for c in sheet.form.columns if c.tables == (table,)]
        if own and there.isdisjoint(own):
            columns = " or ".join(f"“{header}”" for header in own)
            found[table] = f"the form {sheet.form.name} was sent without {columns}"
    return found


def _malformed(sheet: _Sheet, row: int) -> Issue:
    return Issue(
        file=sheet.file.name,
        sheet="",
        row=row,
        column="",
        what="The row has a cell to the right of the last column name; it is held back.",
        try_="Look for a stray comma or quotation mark in the row.",
        code="row_malformed",
        severity="held back",
    )


def _not_held(tables: Mapping[str, pa.Table], chosen: Mapping[str, _Sheet]) -> dict[str, str]:
    return {
        table: f"the form {form.name} could not be used"
        if form.id in chosen
        else f"no form {form.name} was sent"
        for form in forms().values()
        for table in form.tables
        if table not in tables
    }


def _refused(path: Path, issues: list[Issue]) -> UserError:
    first = next((issue for issue in issues if issue.severity == "held back"), None)
    if first is not None:
        return UserError(first.what, where=first.where, try_=first.try_)
    return UserError(
        "Nothing here has the columns of one of the forms.",
        where=path.name,
        try_="List the forms with: undrift forms. Each has a template to download.",
    )
