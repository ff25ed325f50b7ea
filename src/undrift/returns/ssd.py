"""A folder of the tables of the Standard Safeguarding Dataset, and of our own (`local_...`), as CSV or Parquet.

Each file is known by its name, or by its columns where it is called something else; any of the tables may be missing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from undrift.errors import UserError
from undrift.returns.csv_file import UnusableError, header_of, read_csv, unusable
from undrift.returns.mapping import active, unknown
from undrift.returns.parquet_file import columns_of, is_parquet, read_parquet
from undrift.returns.rows import Field, Rows, clean_text, read_rows
from undrift.returns.spec import TableSpec, record_tables
from undrift.returns.submission import Issue, SourceFile, Submission, conform
from undrift.returns.words import counted, plain

# Names that one supplier's published extract (Mosaic) has for the dataset's own.
_ALSO = {"cin_plan_id": "cinp_cin_plan_id", "lacp_cla_care_plan_id": "lacp_table_id"}


def table_of(path: Path) -> str | None:
    """The table a file holds: by its name ("dbo.SSD_Person.csv" is ssd_person), else by its columns; or None."""
    if path.suffix.lower() not in {".csv", ".txt", ".parquet"} and not is_parquet(path):
        return None
    name = path.stem.lower().rpartition(".")[2].strip()
    if name in record_tables():
        return name
    if not path.is_file():
        return None
    return _with_columns(columns_of(path) if is_parquet(path) else header_of(path))


def _with_columns(names: Iterable[str]) -> str | None:
    """The table that most of the columns are of: no two tables have a column of one name."""
    held = [plain(name) for name in names]
    tables = Counter(table for name in held if (table := _table_by_column().get(name)))
    best = tables.most_common(1)
    return best[0][0] if best and best[0][1] * 2 > len(held) and best[0][1] > 1 else None


@cache
def _table_by_column() -> dict[str, str]:
    return {plain(column.name): spec.name for spec in record_tables().values() for column in spec.columns}


def read(path: Path) -> Submission:
    """Read a folder of SSD files (or one such file). Raises UserError when nothing in it can be used."""
    candidates = sorted(path.iterdir()) if path.is_dir() else [path]
    found: dict[str, Path] = {}
    left_out: list[str] = []
    for file in candidates:
        table = table_of(file)
        if table is None:
            left_out.append(f"{file.name}: left out; it is not a table this version reads.")
            continue
        if table in found:
            raise UserError(
                f"{found[table].name} and {file.name} both hold {table}.",
                where=path.name,
                try_="Keep the one to load and move the other out of the folder.",
            )
        found[table] = file
    tables: dict[str, pa.Table] = {}
    issues: list[Issue] = []
    assumptions = left_out
    recognised: list[str] = []
    for table, file in found.items():
        try:
            rows = _read_table(file, record_tables()[table], found)
        except UnusableError as fault:
            issues.append(fault.issue)
            continue
        issues += rows.issues
        assumptions += rows.assumptions
        tables[table] = conform(rows.table, table)
        recognised.append(f"{table}: {file.name}, {counted(rows.table.num_rows, 'row')}")
    if not tables:
        first = issues[0] if issues else None
        raise UserError(
            first.what if first else "No file here is named as a Standard Safeguarding Dataset table.",
            where=first.where if first else path.name,
            try_=first.try_ if first else "Name each file as its table, for example ssd_person.csv.",
        )
    not_held = {name: "no file of this name was sent" for name in record_tables() if name not in found}
    not_held |= {name: "its file could not be used" for name in found if name not in tables}
    return Submission(
        kind="ssd",
        files=tuple(SourceFile.of(found[name]) for name in found),
        tables=tables,
        not_held=not_held,
        issues=tuple(issues),
        assumptions=tuple(assumptions),
        recognised=tuple(recognised),
    )


def _read_table(file: Path, spec: TableSpec, found: Mapping[str, Path]) -> Rows:
    raw, numbers, issues, assumptions = _raw(file, spec)
    raw, whose = _with_child(raw, file, spec, found)
    raw, notes = name_columns(raw, file, spec)
    rows = read_rows(raw, numbers, fields_of(spec), file.name)
    return Rows(rows.table, issues + rows.issues, assumptions + whose + notes + rows.assumptions)


def _raw(file: Path, spec: TableSpec) -> tuple[pa.Table, pa.Array, list[Issue], list[str]]:
    if is_parquet(file):
        raw, numbers, assumptions = read_parquet(file, {c.name: c.type for c in spec.columns})
        return raw, numbers, [], assumptions
    return read_csv(file)


def _with_child(
    raw: pa.Table, file: Path, spec: TableSpec, found: Mapping[str, Path]
) -> tuple[pa.Table, list[str]]:
    """Where a table lacks the child, and names a row that has one (a visit's plan): that row's child."""
    child, held = _child(spec), _held(raw, file, spec)
    if not child or child in held:
        return raw, []
    for column in spec.columns:
        table, _, key = column.references.partition(".")
        if column.name not in held or table not in found or table == spec.name:
            continue
        other = record_tables()[table]
        try:
            rows = _raw(found[table], other)[0]
        except UnusableError:  # said of that table, where it is read
            continue
        theirs = _held(rows, found[table], other)
        if key in theirs and _child(other) in theirs:
            keys = clean_text(rows.column(theirs[key]))
            at = pc.index_in(clean_text(raw.column(held[column.name])), value_set=keys, skip_nulls=True)
            whose = clean_text(rows.column(theirs[_child(other)])).take(at)
            note = f"{file.name}: {child} is not in the file; each row has the child of its row of {table}."
            return raw.append_column(child, whose), [note]
    return raw, []


def _child(spec: TableSpec) -> str:
    """The column that says whose a row is; "" for a table of no child's."""
    return next(
        (c.name for c in spec.columns if c.required and c.references == "ssd_person.pers_person_id"), ""
    )


def _held(raw: pa.Table, file: Path, spec: TableSpec) -> dict[str, str]:
    """The table's own columns that the file has, and what it calls each."""
    own = {plain(c.name): c.name for c in spec.columns}
    said = {name: plain(active().header(name, own.keys(), (file.name,))) for name in raw.column_names}
    return {own[called]: name for name, called in said.items() if called in own}


def fields_of(spec: TableSpec) -> list[Field]:
    """How each column of a table is read: without a required one a row means nothing."""
    return [Field(c.name, c.name, c.type, "row" if c.required else "") for c in spec.columns]


def name_columns(raw: pa.Table, file: Path, spec: TableSpec) -> tuple[pa.Table, list[str]]:
    """The table's own columns, by its names, and what was left out or lacking; `file` is for the words only.

    UnusableError when a column without which the table means nothing is missing, or one stands twice.
    """
    own = {plain(c.name): c.name for c in spec.columns}
    known = set(own.values())
    own |= {plain(other): name for other, name in _ALSO.items() if name in known}
    said = [active().header(name, own.keys(), (file.name,)) for name in raw.column_names]
    names = [own.get(plain(name), name) for name in said]
    extra = [name for name in names if name and name not in known]
    missing = [c.name for c in spec.columns if c.name not in names]
    unknown("column", file.name, extra, missing)
    for column in spec.columns:
        if column.required and column.name not in names:
            raise unusable(
                file,
                f"The column {column.name} is missing, and {spec.name} means nothing without it.",
                "Export the table again with all of its columns.",
                1,
                column.name,
            )
    if twice := sorted({name for name in names if name and names.count(name) > 1}):
        raise unusable(file, f"The column {twice[0]} appears twice.", "Keep one of them.", 1, twice[0])
    notes = [f"{file.name}: column {name} is left out; the table has none of that name." for name in extra]
    notes += [f"{file.name}: column {name} is not in the file, so it is not held." for name in missing]
    raw = raw.rename_columns(names)
    return raw.select([name for name in names if name in known]), notes
