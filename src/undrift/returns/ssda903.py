"""SSDA903 as authorities send it: CSV files, each known by its columns and not by its name, or one XML file."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from undrift.errors import UserError
from undrift.returns.csv_file import UnusableError, header_of, read_csv, unusable
from undrift.returns.ids import with_zeros
from undrift.returns.mapping import active, unknown
from undrift.returns.rows import Field, clean_text, day_month_told, read_rows
from undrift.returns.spec import record_tables
from undrift.returns.ssda903_spec import FIRST_YEAR, LAST_YEAR, ReturnField, fields, in_force, period, year_of
from undrift.returns.ssda903_to_ssd import FROM_COLUMN, FROM_TABLES, to_ssd
from undrift.returns.ssda903_xml import is_return, read_tables
from undrift.returns.submission import Files, Issue, SourceFile, Submission
from undrift.returns.words import counted, plain

_YEAR_FROM = ("DECOM", "DEC", "REVIEW", "MIS_START", "MIS_END", "SW_DECOM")


def table_of(path: Path) -> str | None:
    """The table of the return that a CSV file's column names say it is, or None."""
    if path.suffix.lower() not in {".csv", ".txt"} or not path.is_file():
        return None
    names = {plain(name) for name in header_of(path)}
    if "child" not in names:
        return None
    return next(
        (table for table, held in fields().items() if all(plain(f.name) in names for f in held if f.tells)),
        None,
    )


@dataclass(frozen=True)
class _Raw:
    """One table as text. sheet: the table's name where one file holds them all."""

    file: Path
    sheet: str
    cells: pa.Table
    numbers: pa.Array


def read(path: Path | Files) -> Submission:
    """Read an XML return, a folder of SSDA903 CSV files, or one of them. UserError when nothing in it can be used.

    A table that was not sent is not held. The year of the return is read off its latest date.
    """
    file = xml_of(path)
    raw, files, issues, assumptions = _from_xml(file) if file else _from_csv(path)
    told = sum((day_month_told(r.cells, _fields(table)) for table, r in raw.items()), Counter[str]())
    held: dict[str, pa.Table] = {}
    recognised: list[str] = []
    for table, given in raw.items():
        rows = read_rows(
            given.cells, given.numbers, _fields(table), given.file.name, given.sheet, elsewhere=told
        )
        issues += rows.issues
        assumptions += rows.assumptions + _absent(given, table)
        held[table] = rows.table
        recognised.append(f"SSDA903 {table}: {given.file.name}, {counted(rows.table.num_rows, 'row')}")
    held, restored = with_zeros(held, "CHILD")
    assumptions += [f"{path.name}, {table}: {said}" for table, said in restored.items()]
    year = _year(held)
    assumptions.append(f"{path.name}: read as the SSDA903 return of the year to 31 March {year}.")
    for table, given in raw.items():
        issues += _out_of_force(given, table, year)
    issues += _birth_dates_that_differ(held)
    lacking = {
        name: f"the {table} table has no {column} column"
        for name, (table, column) in FROM_COLUMN.items()
        if table in raw and column not in raw[table].cells.column_names
    }
    tables = {name: table for name, table in to_ssd(held, year).items() if name not in lacking}
    until = f"{period(year)[1]:%d %B %Y}"
    return Submission(
        kind="ssda903",
        files=tuple(SourceFile.of(file) for file in files),
        tables=tables,
        not_held=_not_held(held) | lacking,
        issues=tuple(issues),
        assumptions=tuple(assumptions),
        recognised=tuple(recognised),
        extents={name: f"{FROM_TABLES[name][1]} to {until}" for name in tables},
    )


def xml_of(path: Path | Files) -> Path | None:
    """The XML return that the path is, or that is all a folder holds of one."""
    if isinstance(path, Path) and not path.is_dir():
        return path if is_return(path) else None
    found = [file for file in sorted(path.iterdir()) if file.suffix.lower() == ".xml" and is_return(file)]
    return found[0] if len(found) == 1 and not any(table_of(file) for file in path.iterdir()) else None


_Given = tuple[dict[str, _Raw], list[Path], list[Issue], list[str]]


def _from_xml(file: Path) -> _Given:
    tables, notes = read_tables(file)
    if not tables["Header"][0].num_rows:
        raise UserError(
            "There is no child in the file.", where=file.name, try_="Send the return with its CHILD elements."
        )
    return {name: _Raw(file, name, *table) for name, table in tables.items()}, [file], [], notes


def _from_csv(path: Path | Files) -> _Given:
    files, assumptions = _files(path)
    issues: list[Issue] = []
    raw: dict[str, _Raw] = {}
    for table, file in files.items():
        try:
            cells, numbers, broken, notes = read_csv(file)
            named, strange = _named(cells, file, table)
            raw[table] = _Raw(file, "", named, numbers)
        except UnusableError as fault:
            issues.append(fault.issue)
            continue
        issues += broken
        assumptions += notes + strange
    if not raw:
        raise UserError(issues[0].what, where=issues[0].where, try_=issues[0].try_)
    return raw, list(files.values()), issues, assumptions


def _files(path: Path | Files) -> tuple[dict[str, Path], list[str]]:
    found: dict[str, Path] = {}
    left_out: list[str] = []
    for file in sorted(path.iterdir()) if not isinstance(path, Path) or path.is_dir() else [path]:
        table = table_of(file)
        if table is None:
            left_out.append(f"{file.name}: left out; its columns are those of no SSDA903 table.")
        elif table in found:
            raise UserError(
                f"{found[table].name} and {file.name} both have the columns of the {table} table.",
                where=path.name,
                try_="Send one return at a time: one file a table.",
            )
        else:
            found[table] = file
    if not found:
        raise UserError(
            "No file here has the columns of an SSDA903 table.",
            where=path.name,
            try_="Give the folder that holds the return's CSV files, with their row of column names.",
        )
    return found, left_out


def _named(cells: pa.Table, file: Path, table: str) -> tuple[pa.Table, list[str]]:
    """The table's own columns, by its names, and what was left out."""
    own = {plain(field.name): field.name for field in fields()[table]}
    said = [active().header(name, own.keys(), (file.name,)) for name in cells.column_names]
    names = [own.get(plain(name), name) for name in said]
    if twice := sorted({name for name in names if name and names.count(name) > 1}):
        raise unusable(file, f"The column {twice[0]} appears twice.", "Keep one of them.", 1, twice[0])
    known = set(own.values())
    strange = [name for name in names if name and name not in known]
    unknown("column", file.name, strange, sorted(known - set(names)))
    notes = [
        f"{file.name}: column {name} is left out; the {table} table has none of that name."
        for name in strange
    ]
    return cells.rename_columns(names).select([name for name in names if name in known]), notes


def _fields(table: str) -> list[Field]:
    return [
        Field(f.name, f.name, f.type, f.required, {code.label: code.value for code in f.codes} or None)
        for f in fields()[table]
    ]


def _absent(given: _Raw, table: str) -> list[str]:
    return [
        f"{given.file.name}: column {field.name} is not in the file, so it is not held."
        for field in fields()[table]
        if field.name not in given.cells.column_names
    ]


def _year(held: Mapping[str, pa.Table]) -> int:
    latest = [
        day
        for table in held.values()
        for name in _YEAR_FROM
        if name in table.column_names and (day := pc.max(table.column(name)).as_py())
    ]
    return min(max(year_of(max(latest)), FIRST_YEAR), LAST_YEAR) if latest else LAST_YEAR - 1


def _out_of_force(given: _Raw, table: str, year: int) -> Iterator[Issue]:
    """Codes and tables that the return of this year does not have: read all the same, and said."""
    if not in_force(table, year):
        yield _note(given, None, "", f"The return of the year to March {year} has no {table} table.")
    for field in fields()[table]:
        unusual = _codes_of_other_years(field, year)
        if not unusual or field.name not in given.cells.column_names:
            continue
        found = pc.is_in(
            pc.utf8_upper(clean_text(given.cells.column(field.name))), value_set=pa.array(sorted(unusual))
        )
        for row in given.numbers.filter(found).to_pylist():
            what = (
                f"The code is not one of the return of the year to March {year}; it is read as it was meant."
            )
            yield _note(given, row, field.name, what)


def _codes_of_other_years(field: ReturnField, year: int) -> set[str]:
    return {code.label for code in field.codes} - field.labels(year)


def _note(given: _Raw, row: int | None, column: str, what: str) -> Issue:
    try_ = "Use the code list of the return's own year."
    return Issue(given.file.name, given.sheet, row, column, what, try_, "not_in_force", "kept")


def _birth_dates_that_differ(held: Mapping[str, pa.Table]) -> Iterator[Issue]:
    if "Header" not in held:
        return
    header = held["Header"]
    born: dict[str, date | None] = dict(
        zip(header.column("CHILD").to_pylist(), header.column("DOB").to_pylist(), strict=True)
    )
    for name, table in held.items():
        if name == "Header" or "DOB" not in table.column_names:
            continue
        columns = (table.column(c).to_pylist() for c in ("CHILD", "DOB", "_file", "_sheet", "_row"))
        for child, said, file, sheet, row in zip(*columns, strict=True):
            known = born.get(child)
            if said is not None and known is not None and said != known:
                yield Issue(
                    file=file,
                    sheet=sheet,
                    row=row,
                    column="DOB",
                    what="The Header table gives this child another date of birth; the Header is believed.",
                    try_="Put right the child's record and make the return again.",
                    code="tables_disagree",
                    severity="kept",
                )


def _not_held(held: Mapping[str, pa.Table]) -> dict[str, str]:
    reasons = {}
    for name in record_tables():
        if name not in FROM_TABLES:
            reasons[name] = "SSDA903 does not hold it"
        elif not any(table in held for table in FROM_TABLES[name][0]):
            reasons[name] = f"no usable {' or '.join(FROM_TABLES[name][0])} table was sent"
    return reasons
