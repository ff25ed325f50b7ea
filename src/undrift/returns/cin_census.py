"""The children in need census: its XML into SSD tables."""

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from importlib import resources
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from undrift.errors import UserError
from undrift.returns.cin_census_spec import FIRST_YEAR, LAST_YEAR, NESTING, in_force, modules, parts
from undrift.returns.rows import Field, Rows, day_month_told, encode, read_rows
from undrift.returns.spec import record_tables
from undrift.returns.submission import Issue, SourceFile, Submission, conform, in_file_order
from undrift.returns.xml_rows import read_parts, row_numbers

__all__ = ["FROM_MODULES", "is_census", "read"]

# Table: the modules that fill it, and how much of history the census gives (before "to 31 March ...").
FROM_MODULES: dict[str, tuple[str, str]] = {
    "ssd_person": ("Child", "of children in the census of the 12 months"),
    "ssd_disability": ("Disabilities", "of children in the census of the 12 months"),
    "ssd_cin_episodes": ("CINdetails", "open in the last 12 months"),
    "ssd_cin_assessments": ("Assessments", "open or completed in the last 12 months"),
    "ssd_assessment_factors": (
        "FactorsIdentifiedAtAssessment",
        "of assessments in the census of the 12 months",
    ),
    "ssd_cin_plans": ("CINPlanDates", "in force in the last 12 months"),
    "ssd_s47_enquiry": ("Section47", "started in the last 12 months"),
    "ssd_initial_cp_conference": ("Section47", "held in the last 12 months"),
    "ssd_cp_plans": ("ChildProtectionPlans", "in force in the last 12 months"),
    "ssd_cp_reviews": ("Reviews", "held in the last 12 months"),
    "ssd_pre_proceedings": ("PreProceedings", "open in the last 12 months"),
    "local_assessment_reviews": ("Assessments", "of assessments in the census of the 12 months"),
    "local_previous_cp_plans": ("ChildProtectionPlans", "of plans in the census of the 12 months"),
}


def is_census(path: Path) -> bool:
    """Whether the file begins as a children in need census does."""
    with path.open("rb") as file:
        start = file.read(64 << 10)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start[: len(start) // 2 * 2].decode("utf-16", errors="replace").encode()
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and any(
        mark in start for mark in (b"LAchildID", b"CINdetails", b"Collection>CIN<")
    )


def read(path: Path) -> Submission:
    """Read a census file. UserError when it holds no child or is not XML; every other fault is an Issue."""
    said = read_parts(path, parts(), "census")
    if not said["Child"].num_rows:
        raise UserError(
            "There is no child in the file.",
            where=path.name,
            try_="Send the census with its Children module: each child in a Child element.",
        )
    year = _year(said.pop("Header")) or LAST_YEAR
    empty = [name for name in _TOLD_WHEN_EMPTY if in_force(name, year) and not said[name].num_rows]
    children = said["Child"].num_rows
    told = sum((day_month_told(said[name], _fields(name)) for name in said), Counter[str]())
    rows: dict[str, Rows] = {}
    assumptions: list[str] = []
    issues: list[Issue] = []
    who = pa.nulls(children, pa.string())
    child_of: dict[str, pa.Array] = {"": pa.array(np.zeros(0, np.int64))}
    for name, _, inside in NESTING:
        raw = said.pop(name)
        itself, within = raw.column("_self").combine_chunks(), raw.column("_in").combine_chunks()
        child_of[name] = child_of[inside].take(within) if inside else itself
        links = {"_child": who.take(child_of[name]), "_in": within, "_self": itself}
        numbers, notes = row_numbers(raw, path.name, name)
        module = read_rows(raw, numbers, _fields(name), path.name, name, elsewhere=told, carried=links)
        if name == "Child":
            who = _who(module.table, children)
        else:
            # A row without its child's id means nothing, wherever it stands.
            module = replace(module, table=module.table.filter(pc.is_valid(module.table.column("_child"))))
        rows[name] = module
        assumptions += notes + module.assumptions
        issues += module.issues
        issues += _of_another_year(path.name, name, raw, numbers, year)
    assumptions.append(f"{path.name}: read as the children in need census of the year to 31 March {year}.")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        assumptions.append(
            f"{path.name}: the specification of {LAST_YEAR} was used; that of {year} is not held."
        )
    needs = rows["CINdetails"].table.num_rows
    held = {
        name
        for name, (module, _) in FROM_MODULES.items()
        if in_force(module, year) or rows[module].table.num_rows
    }
    tables = _to_ssd({name: rows.pop(name).table for name, _, _ in NESTING}, held)
    return Submission(
        kind="cin_census",
        files=(SourceFile.of(path),),
        tables=tables,
        not_held=_not_held(tables, year),
        issues=(*issues, *(_empty_module(path.name, name) for name in empty)),
        assumptions=tuple(assumptions),
        recognised=(
            f"Children in need census: {path.name}, {children:,} children, {needs:,} episodes of need",
        ),
        extents={name: f"{FROM_MODULES[name][1]} to 31 March {year}" for name in tables},
    )


_TOLD_WHEN_EMPTY = (
    "CINdetails", "Assessments", "CINPlanDates", "Section47", "ChildProtectionPlans", "PreProceedings",
)  # fmt: skip


def _year(header: pa.Table) -> int | None:
    for row in header.to_pylist():
        year = (row["Year"] or row["ReferenceDate"] or "").strip()[:4]
        if year.isdecimal():
            return int(year)
    return None


def _fields(module: str) -> list[Field]:
    return [
        Field(e.name, e.name, e.type, e.required, {c.label: c.value for c in e.codes} or None)
        for e in modules()[module]
    ]


def _who(children: pa.Table, count: int) -> pa.Array:
    """The id of each Child element of the file, by its number; null for those held back."""
    at = pc.index_in(pa.array(np.arange(count)), value_set=children.column("_self").combine_chunks())
    return children.column("LAchildID").combine_chunks().take(at)


def _of_another_year(file: str, name: str, raw: pa.Table, numbers: pa.Array, year: int) -> Iterator[Issue]:
    """Elements and codes that the census of this year does not have: read as they were meant, and said."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return
    for element in modules()[name]:
        coded = encode(raw.column(element.name))
        if element.since <= year <= element.until:
            unusual = {c.label for c in element.codes} - {
                c.label for c in element.codes if c.since <= year <= c.until
            }
            found = pc.is_in(
                pc.utf8_upper(coded.dictionary), value_set=pa.array(sorted(unusual), pa.string())
            )
            what, where = "The code", pc.fill_null(found.take(coded.indices), False)
            if not unusual:
                continue
        else:
            what, where = "The element", pc.is_valid(coded.indices)
        for row in numbers.filter(where).to_pylist():
            yield Issue(
                file=file,
                sheet=name,
                row=row,
                column=element.name,
                what=f"{what} is not one of the census of the year to March {year}; it is read as it was meant.",
                try_="Use the form of the census's own year.",
                code="not_in_force",
                severity="kept",
            )


def _not_held(tables: Mapping[str, pa.Table], year: int) -> dict[str, str]:
    return {
        name: f"the census of the year to March {year} does not hold it"
        if name in FROM_MODULES
        else "the census does not hold it"
        for name in record_tables()
        if name not in tables
    }


def _empty_module(file: str, name: str) -> Issue:
    return Issue(
        file=file,
        sheet=name,
        row=None,
        column="",
        what=f"No child has a {name} module: it is held and empty.",
        try_="If the authority has such records, export the census again with them.",
        code="module_empty",
        severity="kept",
    )


def _to_ssd(rows: dict[str, pa.Table], held: Set[str]) -> dict[str, pa.Table]:
    with duckdb.connect(":memory:", config={"threads": 1}) as con:
        for name in list(rows):
            con.register(f"c_{name.lower()}", rows.pop(name))
        con.execute(
            resources.files(__package__).joinpath("cin_census_to_ssd.sql").read_text(encoding="utf-8")
        )
        return {
            name: conform(in_file_order(con.sql(f"FROM {name}").to_arrow_table()), name)
            for name in FROM_MODULES
            if name in held
        }
