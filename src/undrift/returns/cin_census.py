"""The children in need census: its XML into SSD tables."""

from importlib import resources
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from undrift.errors import UserError
from undrift.returns.cin_census_spec import FIRST_YEAR, LAST_YEAR, modules
from undrift.returns.cin_census_xml import LINKS, is_census, read_census
from undrift.returns.rows import Field, Rows, read_rows
from undrift.returns.spec import record_tables
from undrift.returns.submission import Issue, SourceFile, Submission, conform

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
}


def read(path: Path) -> Submission:
    """Read a census file. UserError when it holds no child or is not XML; every other fault is an Issue."""
    census = read_census(path)
    if not census.children:
        raise UserError(
            "There is no child in the file.",
            where=path.name,
            try_="Send the census with its Children module: each child in a Child element.",
        )
    rows = {name: _read_module(name, raw, path.name) for name, raw in census.modules.items()}
    year = census.year or LAST_YEAR
    assumptions = [note for module in rows.values() for note in module.assumptions]
    assumptions.append(f"{path.name}: read as the children in need census of the year to 31 March {year}.")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        assumptions.append(
            f"{path.name}: the specification of {LAST_YEAR} was used; that of {year} is not held."
        )
    empty = [name for name in _TOLD_WHEN_EMPTY if not census.modules[name].num_rows]
    issues = [issue for module in rows.values() for issue in module.issues]
    tables = _to_ssd({name: module.table for name, module in rows.items()})
    return Submission(
        kind="cin_census",
        files=(SourceFile.of(path),),
        tables=tables,
        not_held={name: "the census does not hold it" for name in record_tables() if name not in tables},
        issues=(*issues, *(_empty_module(path.name, name) for name in empty)),
        assumptions=tuple(assumptions),
        recognised=(
            f"Children in need census: {path.name}, {census.children:,} children, "
            f"{rows['CINdetails'].table.num_rows:,} episodes of need",
        ),
        extents={name: f"{FROM_MODULES[name][1]} to 31 March {year}" for name in tables},
    )


_TOLD_WHEN_EMPTY = ("CINdetails", "Assessments", "CINPlanDates", "Section47", "ChildProtectionPlans")


def _fields(module: str) -> list[Field]:
    # A census without the child's id in a row means nothing, wherever the row stands.
    links = [Field(name, "LAchildID" if name == "_child" else name, "text", "") for name in LINKS]
    return [Field(e.name, e.name, e.type, e.required, e.codes or None) for e in modules()[module]] + links


def _read_module(name: str, raw: pa.Table, file: str) -> Rows:
    numbers, notes = raw.column("_line").combine_chunks(), []
    lines = pc.unique(numbers)
    if len(lines) < raw.num_rows:
        # Several elements stand on a line; rows are told apart by their place among their like instead.
        numbers = pa.array(range(1, raw.num_rows + 1), pa.int32())
        notes = [f"{file}, {name}: not a line each, so row numbers count the {name} elements from the first."]
    rows = read_rows(raw, numbers, _fields(name), file, name)
    anonymous = pc.is_null(rows.table.column("_child"))
    kept = rows.table.filter(pc.invert(anonymous))
    return Rows(kept, rows.issues, notes + rows.assumptions)


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


def _to_ssd(rows: dict[str, pa.Table]) -> dict[str, pa.Table]:
    con = duckdb.connect(":memory:", config={"threads": 1})
    for name, table in rows.items():
        con.register(f"c_{name.lower()}", table)
    con.execute(resources.files(__package__).joinpath("cin_census_to_ssd.sql").read_text(encoding="utf-8"))
    return {
        name: conform(con.sql(f"FROM {name} ORDER BY _file, _sheet, _row").to_arrow_table(), name)
        for name in FROM_MODULES
    }
