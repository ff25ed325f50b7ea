"""A return made of modules, read: from its XML, or from CSV files of a module each that name their rows by number.

The CSV files are those that COLLECT exports and takes: each row has an id of its own (`requeststableid`) and the id of
the row it stands in (`persontableid`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from undrift.errors import UserError
from undrift.returns.csv_file import UnusableError, header_of, read_csv, unusable
from undrift.returns.mapping import active, unknown
from undrift.returns.module_spec import Element, ModuleReturn
from undrift.returns.rows import Field, clean_text, day_month_told, encode, read_rows
from undrift.returns.submission import Issue
from undrift.returns.words import plain
from undrift.returns.xml_rows import read_parts, row_numbers

LINKS = ("_self", "_in")


@dataclass(frozen=True)
class Raw:
    """One module's rows as text: a column an element, `_self` and `_in`. numbers: where each stands."""

    file: Path
    sheet: str
    rows: pa.Table
    numbers: pa.Array


@dataclass(frozen=True)
class Modules:
    """A return read. tables: module to its good rows (elements typed, then LINKS, then ORIGIN). files: those used."""

    year: int
    files: tuple[Path, ...]
    tables: dict[str, pa.Table]
    issues: list[Issue]
    assumptions: list[str]


def is_xml(path: Path, of: ModuleReturn) -> bool:
    """Whether the file begins as the return's XML does."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        start = file.read(64 << 10)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start[: len(start) // 2 * 2].decode("utf-16", errors="replace").encode()
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    named = f"<Collection>{of.collection}</Collection>".encode()
    told = [e.name.encode() + b">" for e in of.modules()[of.nesting[1][0]] if e.tells]
    return start.startswith(b"<") and (named in re.sub(rb"\s", b"", start) or all(t in start for t in told))


def module_of(path: Path, of: ModuleReturn) -> str | None:
    """The module that a CSV file's column names say it is, or None."""
    if path.suffix.lower() not in {".csv", ".txt"} or not path.is_file():
        return None
    names = {_plain(name) for name in header_of(path)}
    for module, inside in of.nesting:
        link = _id_of(inside or module)
        told = [e for e in of.modules()[module] if e.tells]
        if (link in names or len(of.nesting) == _flat(of)) and all(_known(e) & names for e in told):
            return module
    return None


def _flat(of: ModuleReturn) -> int:
    """How many modules stand in none: all of them, where nothing needs an id to be tied to what it stands in."""
    return sum(not inside for _, inside in of.nesting)


def read_modules(paths: Sequence[Path], of: ModuleReturn) -> Modules:
    """Read the files of one return and one year. UserError when there is nothing in them to read."""
    issues: list[Issue] = []
    assumptions: list[str] = []
    raw: dict[str, Raw] = {}
    headers: list[Path] = []
    year: int | None = None
    for path in paths:
        if is_xml(path, of):
            found, year = _from_xml(path, of, assumptions)
            raw |= found
            continue
        if (said := header_year(path, of)) is not None:
            year = said
            headers.append(path)
            continue
        module = module_of(path, of)
        if module is None:
            assumptions.append(
                f"{path.name}: left out; its columns are those of no module of the {of.title}."
            )
            continue
        if module in raw:
            raise UserError(
                f"{raw[module].file.name} and {path.name} both have the columns of the {module} module.",
                where=path.name,
                try_="Send one return at a time: one file a module.",
            )
        try:
            raw[module] = _from_csv(path, module, of, issues, assumptions)
        except UnusableError as fault:
            issues.append(fault.issue)
    if of.nesting[0][1] == "" and len(of.nesting) > _flat(of) and of.nesting[0][0] not in raw:
        raise _nobody(paths, of, issues)
    if not any(of_module.rows.num_rows for of_module in raw.values()):
        raise _nobody(paths, of, issues)
    raw = _tied(raw, of, issues)
    told = sum((day_month_told(r.rows, _fields(m, of)) for m, r in raw.items()), Counter[str]())
    tables: dict[str, pa.Table] = {}
    for module, inside in of.nesting:
        if module not in raw:
            continue
        this = raw[module]
        carried = {name: this.rows.column(name).combine_chunks() for name in LINKS}
        rows = read_rows(
            this.rows,
            this.numbers,
            _fields(module, of),
            this.file.name,
            this.sheet,
            elsewhere=told,
            carried=carried,
        )
        issues += rows.issues
        assumptions += rows.assumptions
        table = rows.table
        if inside:
            known = pc.is_in(table.column("_in"), value_set=tables[inside].column("_self").combine_chunks())
            lost = table.filter(pc.invert(known)).column("_row").to_pylist()
            issues += [
                _without(this, row, f"The {inside} it stands in is held back, so it is too.") for row in lost
            ]
            table = table.filter(known)
        tables[module] = table
    year = year or _year_of(tables, of)
    for module, this in raw.items():
        issues += _of_another_year(this, module, of, year)
    return Modules(
        year, tuple(dict.fromkeys([*headers, *(r.file for r in raw.values())])), tables, issues, assumptions
    )


def header_year(path: Path, of: ModuleReturn) -> int | None:
    """The year that the CSV set's own header file gives (one row: the collection and its year), or None."""
    if path.suffix.lower() not in {".csv", ".txt"} or not {"COLLECTION", "YEAR"} <= set(header_of(path)):
        return None
    try:
        cells = read_csv(path)[0]
    except UnusableError:
        return None
    row = {_plain(name): cells.column(at) for at, name in enumerate(cells.column_names)}
    said = (
        [str(row[name][0].as_py()).strip() for name in ("collection", "year")] if cells.num_rows else ["", ""]
    )
    return int(said[1]) if said[0].upper() == of.collection and said[1].isdecimal() else None


def _nobody(paths: Sequence[Path], of: ModuleReturn, issues: Sequence[Issue]) -> UserError:
    if issues:
        return UserError(issues[0].what, where=issues[0].where, try_=issues[0].try_)
    return UserError(
        f"There is no {of.nesting[0][0]} in the {of.title}.",
        where=paths[0].name if paths else "",
        try_="Send the return as the case system made it, with all of its modules.",
    )


def _from_xml(path: Path, of: ModuleReturn, assumptions: list[str]) -> tuple[dict[str, Raw], int | None]:
    said = read_parts(path, of.parts(), of.title)
    header = said.pop("Header").to_pylist()
    years = [text.strip()[:4] for row in header for text in (row["Year"] or row["ReferenceDate"] or "",)]
    found = {}
    for module, rows in said.items():
        numbers, notes = row_numbers(rows, path.name, module)
        assumptions += notes
        found[module] = Raw(path, module, _own_names(rows, of.modules()[module], LINKS), numbers)
    return found, next((int(year) for year in years if year.isdecimal()), None)


def _own_names(rows: pa.Table, elements: Sequence[Element], more: Sequence[str]) -> pa.Table:
    """`rows` with each element under its own name, whichever of its spellings the file has."""
    columns = {}
    for element in elements:
        spelt = [clean_text(rows.column(name)) for name in element.names if name in rows.column_names]
        if spelt:
            columns[element.name] = pc.coalesce(*spelt)
    return pa.table(columns | {name: rows.column(name) for name in more})


def _from_csv(path: Path, module: str, of: ModuleReturn, issues: list[Issue], assumptions: list[str]) -> Raw:
    raw, numbers, broken, notes = read_csv(path)
    issues += broken
    assumptions += notes
    elements = of.modules()[module]
    own = {plain(name) for element in elements for name in element.names}
    names = [_plain(active().header(name, own, (path.name,))) for name in raw.column_names]
    if twice := sorted({name for name in names if name and names.count(name) > 1}):
        raise unusable(path, f"The column {twice[0]} appears twice.", "Keep one of them.", 1, twice[0])
    spelt = {_plain(name): name for element in elements for name in element.names}
    assumptions += [
        f"{path.name}: column {e.name} is not in the file, so it is not held."
        for e in elements
        if e.target and not any(_known(other) & set(names) for other in elements if other.target == e.target)
    ]
    ids = {link: _id_of(link) for link in (module, dict(of.nesting)[module]) if link}
    strange = [
        said
        for said, name in zip(raw.column_names, names, strict=True)
        if name not in {*spelt, *ids.values()}
    ]
    assumptions += [
        f"{path.name}: column {name} is left out; the module has none of that name."
        for name in strange
        if name
    ]
    unknown("column", path.name, strange, [e.name for e in elements if not _known(e) & set(names)])
    renamed = raw.rename_columns([spelt.get(name, name) for name in names])
    blank = pa.nulls(raw.num_rows, pa.string())
    link = [
        clean_text(renamed.column(name))
        if name and name in names
        else blank  # "" is every column without one
        for name in (ids[module], ids.get(dict(of.nesting)[module], ""))
    ]
    rows = renamed.select([name for name in renamed.column_names if name in spelt.values()])
    for name, column in zip(LINKS, link, strict=True):
        rows = rows.append_column(name, column)
    return Raw(path, "", _own_names(rows, elements, LINKS), numbers)


def _tied(raw: dict[str, Raw], of: ModuleReturn, issues: list[Issue]) -> dict[str, Raw]:
    """Rows of CSV files numbered as those of XML are: `_self` from 0, `_in` the number of the row they stand in."""
    tied: dict[str, Raw] = {}
    own: dict[str, pa.Array] = {}
    for module, inside in of.nesting:
        this = raw.get(module)
        if this is None or (inside and inside not in tied):
            if this is not None:
                issues.append(
                    _without(this, None, f"No {inside} file was sent, so nothing ties its rows to a person.")
                )
            continue
        if this.sheet:
            tied[module] = this
            continue
        ids, within = (this.rows.column(name) for name in LINKS)
        own[module] = ids.combine_chunks() if isinstance(ids, pa.ChunkedArray) else ids
        keep = pa.array([True] * this.rows.num_rows, pa.bool_())
        at = pa.array(np.zeros(this.rows.num_rows, np.int64))
        if inside:
            at = pc.index_in(within, value_set=own[inside])
            at = at.combine_chunks() if isinstance(at, pa.ChunkedArray) else at
            keep = pc.is_valid(at)
            lost = this.numbers.filter(pc.invert(keep)).to_pylist()
            issues += [
                _without(this, row, f"It stands in no row of the {inside} file; it is held back.")
                for row in lost
            ]
        number = pa.array(np.arange(this.rows.num_rows, dtype=np.int64))
        rows = this.rows.drop_columns(list(LINKS)).append_column("_self", number)
        rows = rows.append_column("_in", at.cast(pa.int64()))
        tied[module] = replace(this, rows=rows.filter(keep), numbers=this.numbers.filter(keep))
    return tied


def _fields(module: str, of: ModuleReturn) -> list[Field]:
    return [
        Field(e.name, e.name, e.type, e.required, {c.label: c.value for c in e.codes} or None)
        for e in of.modules()[module]
    ]


def _year_of(tables: dict[str, pa.Table], of: ModuleReturn) -> int:
    """The year of a return that does not say, from its latest date: the one it was collected in."""
    days = [
        day
        for module, table in tables.items()
        for e in of.modules()[module]
        if e.type == "date" and "Transfer" not in e.name and (day := pc.max(table.column(e.name)).as_py())
    ]
    if not days:
        return of.last_year
    latest = max(days)
    year: int = latest.year + (latest.month > 1) if of.kind == "sen2" else latest.year + (latest.month > 9)
    return min(max(year, of.first_year), of.last_year)


def _of_another_year(this: Raw, module: str, of: ModuleReturn, year: int) -> Iterator[Issue]:
    """Elements and codes that the return of this year does not have: read as they were meant, and said."""
    if not of.first_year <= year <= of.last_year:
        return
    for element in of.modules()[module]:
        if element.name not in this.rows.column_names:
            continue
        coded = encode(this.rows.column(element.name))
        if element.since <= year <= element.until:
            now = {c.label for c in element.codes if c.since <= year <= c.until}
            others = sorted({c.label for c in element.codes} - now)
            if not others:
                continue
            found = pc.is_in(pc.utf8_upper(coded.dictionary), value_set=pa.array(others, pa.string()))
            what, where = "The code", pc.fill_null(found.take(coded.indices), False)
        else:
            what, where = "The item", pc.is_valid(coded.indices)
        for row in this.numbers.filter(where).to_pylist():
            yield Issue(
                file=this.file.name,
                sheet=this.sheet,
                row=row,
                column=element.name,
                what=f"{what} is not one of the {of.title} of {year}; it is read as it was meant.",
                try_="Use the form of the return's own year.",
                code="not_in_force",
                severity="kept",
            )


def _without(this: Raw, row: int | None, what: str) -> Issue:
    return Issue(
        file=this.file.name,
        sheet=this.sheet,
        row=row,
        column="",
        what=what,
        try_="Export all the modules of the return together, and send them together.",
        code="stands_in_nothing",
        severity="held back",
    )


def _known(element: Element) -> set[str]:
    return {_plain(name) for name in element.names}


def _id_of(module: str) -> str:
    return f"{module.lower()}tableid"


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
