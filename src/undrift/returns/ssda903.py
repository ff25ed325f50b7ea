"""SSDA903 as the CSV files authorities send: any of its tables, each known by its columns and not by its name."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from undrift.errors import UserError
from undrift.returns.csv_file import UnusableError, header_of, read_csv, unusable
from undrift.returns.rows import Field, clean_text, day_month_told, read_rows
from undrift.returns.spec import record_tables
from undrift.returns.ssda903_spec import FIRST_YEAR, LAST_YEAR, ReturnField, fields, in_force, period, year_of
from undrift.returns.ssda903_to_ssd import FROM_TABLES, to_ssd
from undrift.returns.submission import Issue, SourceFile, Submission

# Held by the return and by no table of the records.
UNUSED = frozenset({"OC2", "PrevPerm", "DoLo"})
_YEAR_FROM = ("DECOM", "DEC", "REVIEW", "MIS_START", "MIS_END", "SW_DECOM")


def table_of(path: Path) -> str | None:
    """The table of the return that a CSV file's column names say it is, or None."""
    if path.suffix.lower() not in {".csv", ".txt"} or not path.is_file():
        return None
    names = set(header_of(path))
    if "CHILD" not in names:
        return None
    return next(
        (table for table, held in fields().items() if all(f.name in names for f in held if f.tells)), None
    )


def read(path: Path) -> Submission:
    """Read a folder of SSDA903 CSV files (or one). UserError when nothing in it can be used.

    A table that was not sent is not held. The year of the return is read off its latest date.
    """
    files, assumptions = _files(path)
    issues: list[Issue] = []
    raw: dict[str, tuple[Path, pa.Table, pa.Array]] = {}
    for table, file in files.items():
        try:
            cells, numbers, broken, notes = read_csv(file)
            raw[table] = (file, _named(cells, file, table), numbers)
        except UnusableError as fault:
            issues.append(fault.issue)
            continue
        issues += broken
        assumptions += notes
    if not raw:
        raise UserError(issues[0].what, where=issues[0].where, try_=issues[0].try_)
    told = sum(
        (day_month_told(cells, _fields(table)) for table, (_, cells, _) in raw.items()), Counter[str]()
    )
    held: dict[str, pa.Table] = {}
    recognised: list[str] = []
    for table, (file, cells, numbers) in raw.items():
        if table in UNUSED:
            recognised.append(f"SSDA903 {table}: {file.name}, not used by the records")
            continue
        rows = read_rows(cells, numbers, _fields(table), file.name, elsewhere=told)
        issues += rows.issues
        assumptions += rows.assumptions + _absent(cells, file, table)
        held[table] = rows.table
        recognised.append(f"SSDA903 {table}: {file.name}, {rows.table.num_rows:,} rows")
    year = _year(held)
    assumptions.append(f"{path.name}: read as the SSDA903 return of the year to 31 March {year}.")
    for table, (file, cells, numbers) in raw.items():
        if table not in UNUSED:
            issues += _out_of_force(cells, numbers, file, table, year)
    issues += _birth_dates_that_differ(held)
    tables = to_ssd(held)
    until = f"{period(year)[1]:%d %B %Y}"
    return Submission(
        kind="ssda903",
        files=tuple(SourceFile.of(file) for file in files.values()),
        tables=tables,
        not_held=_not_held(held),
        issues=tuple(issues),
        assumptions=tuple(assumptions),
        recognised=tuple(recognised),
        extents={name: f"{FROM_TABLES[name][1]} to {until}" for name in tables},
    )


def _files(path: Path) -> tuple[dict[str, Path], list[str]]:
    found: dict[str, Path] = {}
    left_out: list[str] = []
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
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


def _named(cells: pa.Table, file: Path, table: str) -> pa.Table:
    names = [name.strip().strip('"').strip().upper() for name in cells.column_names]
    if twice := sorted({name for name in names if name and names.count(name) > 1}):
        raise unusable(file, f"The column {twice[0]} appears twice.", "Keep one of them.", 1, twice[0])
    known = {field.name for field in fields()[table]}
    return cells.rename_columns(names).select([name for name in names if name in known])


def _fields(table: str) -> list[Field]:
    return [
        Field(f.name, f.name, f.type, f.required, {code.label: code.value for code in f.codes} or None)
        for f in fields()[table]
    ]


def _absent(cells: pa.Table, file: Path, table: str) -> list[str]:
    return [
        f"{file.name}: column {field.name} is not in the file, so it is not held."
        for field in fields()[table]
        if field.name not in cells.column_names
    ]


def _year(held: Mapping[str, pa.Table]) -> int:
    latest = [
        day
        for table in held.values()
        for name in _YEAR_FROM
        if name in table.column_names and (day := pc.max(table.column(name)).as_py())
    ]
    return min(max(year_of(max(latest)), FIRST_YEAR), LAST_YEAR) if latest else LAST_YEAR - 1


def _out_of_force(cells: pa.Table, numbers: pa.Array, file: Path, table: str, year: int) -> Iterator[Issue]:
    """Codes and tables that the return of this year does not have: read all the same, and said."""
    if not in_force(table, year):
        yield _note(file, None, "", f"The return of the year to March {year} has no {table} table.")
    for field in fields()[table]:
        unusual = _codes_of_other_years(field, year)
        if not unusual or field.name not in cells.column_names:
            continue
        found = pc.is_in(
            pc.utf8_upper(clean_text(cells.column(field.name))), value_set=pa.array(sorted(unusual))
        )
        for position in pc.indices_nonzero(found).to_pylist():
            what = (
                f"The code is not one of the return of the year to March {year}; it is read as it was meant."
            )
            yield _note(file, numbers[position].as_py(), field.name, what)


def _codes_of_other_years(field: ReturnField, year: int) -> set[str]:
    return {code.label for code in field.codes} - field.labels(year)


def _note(file: Path, row: int | None, column: str, what: str) -> Issue:
    try_ = "Use the code list of the return's own year."
    return Issue(file.name, "", row, column, what, try_, "not_in_force", "kept")


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
        columns = (table.column(c).to_pylist() for c in ("CHILD", "DOB", "_file", "_row"))
        for child, said, file, row in zip(*columns, strict=True):
            known = born.get(child)
            if said is not None and known is not None and said != known:
                yield Issue(
                    file=file,
                    sheet="",
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
