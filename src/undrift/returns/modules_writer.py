"""Write SEN2 and the workforce census from the records: XML, or a CSV file for each module."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
from lxml import etree

from undrift.engines.apart import in_memory
from undrift.returns.module_spec import SEN2, WORKFORCE, Element, ModuleReturn
from undrift.returns.modules_to_ssd import FROM_MODULES
from undrift.returns.spec import record_tables
from undrift.returns.submission import table_schema

# Each module's rows by the targets of its elements: its own id, that of the row it stands in, then what it says.
_ROWS = {
    "Person": (
        "send_table_id, NULL, *",
        "ssd_send LEFT JOIN ssd_person ON send_person_id = pers_person_id ORDER BY send_table_id",
    ),
    "Requests": ("ehcr_ehcp_request_id, ehcr_send_table_id, *", "ssd_ehcp_requests ORDER BY 1"),
    "Assessment": ("ehca_ehcp_assessment_id, ehca_ehcp_request_id, *", "ssd_ehcp_assessment ORDER BY 1"),
    "NamedPlan": ("ehcn_named_plan_id, ehcn_ehcp_asmt_id, *", "ssd_ehcp_named_plan ORDER BY 1"),
    # Of a plan's reviews the return has the latest.
    "ActivePlans": (
        "ehcp_active_ehcp_id, ehcp_ehcp_request_id, *",
        """ssd_ehcp_active_plans LEFT JOIN (
               FROM local_ehcp_reviews QUALIFY row_number() OVER (
                   PARTITION BY ehrv_active_ehcp_id
                   ORDER BY ehrv_meeting_date DESC NULLS LAST, ehrv_decision_date DESC NULLS LAST, ehrv_id) = 1
           ) ON ehrv_active_ehcp_id = ehcp_active_ehcp_id ORDER BY 1""",
    ),
    "SENneed": ("senn_table_id, senn_active_ehcp_id, *", "ssd_sen_need ORDER BY 1"),
    "LALevelVacancies": ("wkva_year, NULL, *", "local_workforce_vacancies WHERE wkva_year = census_year()"),
    "CSWWWorker": (
        "wkfc_id, NULL, *",
        """local_workforce LEFT JOIN ssd_professionals ON wkfc_professional_id = prof_professional_id
           WHERE wkfc_year = census_year() ORDER BY 1""",
    ),
}

_AHEAD = {"SENneed"}  # stands before what its plan says of reviews, as the return has it

Rows = list[tuple[object, object, dict[str, str]]]


def write_sen2(tables: Mapping[str, pa.Table], path: Path, year: int, authority: str) -> dict[str, int]:
    """Write the SEN2 return collected in January `year`; the rows of each module written.

    path: an .xml file, or a folder, which gets a CSV file a module. authority: its three-figure number. What the
    records do not hold is left out: the header's designated officers (DMO, DCO, DSCO) among it.
    """
    return _write(SEN2, tables, path, year, date(year, 1, 15), authority)


def write_workforce(tables: Mapping[str, pa.Table], path: Path, year: int, authority: str) -> dict[str, int]:
    """Write the workforce census of 30 September `year`, as `write_sen2` does."""
    return _write(WORKFORCE, tables, path, year, date(year, 9, 30), authority)


def _write(
    of: ModuleReturn, tables: Mapping[str, pa.Table], path: Path, year: int, on: date, authority: str
) -> dict[str, int]:
    if not of.first_year <= year <= of.last_year:
        raise ValueError(f"no specification of the {of.title} is held for {year}")
    con = in_memory(threads=1)
    con.execute(f"CREATE MACRO census_year() AS {year}")
    for name in FROM_MODULES[of.kind]:
        con.register(name, tables.get(name, table_schema(record_tables()[name]).empty_table()))
    rows = {module: _rows(con, of, module, year) for module, _ in of.nesting if module in _ROWS}
    header = {
        "CollectionDetails": {
            "Collection": of.collection,
            "Year": str(year),
            "ReferenceDate": on.isoformat(),
        },
        "Source": {"SourceLevel": "L", "LEA": authority},
    }
    if path.suffix.lower() == ".xml":
        _write_xml(of, rows, path, header)
    else:
        _write_csv(of, rows, path, year, header)
    return {module: len(of_module) for module, of_module in rows.items()}


def _rows(con: duckdb.DuckDBPyConnection, of: ModuleReturn, module: str, year: int) -> Rows:
    select, source = _ROWS[module]
    own, within, _ = select.split(", ")
    found = con.sql(f"SELECT {own} AS _own, {within} AS _within, * FROM {source}").to_arrow_table()
    return [
        (row["_own"], row["_within"], dict(_said(of.in_force(module, year), row)))
        for row in found.to_pylist()
    ]


def _said(elements: tuple[Element, ...], row: dict[str, object]) -> Iterator[tuple[str, str]]:
    for element in elements:
        value = row.get(element.target.partition(".")[2]) if element.target else None
        if value is None:
            continue
        text = (
            value.isoformat()
            if isinstance(value, date)
            else f"{value:g}"
            if isinstance(value, float)
            else str(value)
        )
        yield element.name, next((c.label for c in element.codes if c.value == text), text)


Header = Mapping[str, Mapping[str, str]]


def _write_xml(of: ModuleReturn, rows: Mapping[str, Rows], path: Path, header: Header) -> None:
    message = etree.Element("Message")
    top = etree.SubElement(message, "Header")
    for part, values in header.items():
        about = etree.SubElement(top, part)
        for name, text in values.items():
            etree.SubElement(about, name).text = text
    made: dict[str, dict[object, etree._Element]] = {}
    top = etree.SubElement(message, "Persons") if of is SEN2 else message
    for module, inside in of.nesting:
        for own, within, said in rows.get(module, ()):
            parent = made[inside].get(within) if inside else top
            if parent is None:
                continue
            element = etree.Element(module)
            parent.insert(len(parent.findall(module)) if module in _AHEAD else len(parent), element)
            for name, text in said.items():
                etree.SubElement(element, name).text = text
            made.setdefault(module, {})[own] = element
        made.setdefault(module, {})
    etree.indent(message)
    etree.ElementTree(message).write(str(path), encoding="utf-8", xml_declaration=True)


def _write_csv(of: ModuleReturn, rows: Mapping[str, Rows], folder: Path, year: int, header: Header) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    said = {name.lower(): text for values in header.values() for name, text in values.items()}
    (folder / f"{of.kind}.csv").write_bytes(f"{','.join(said)}\r\n{','.join(said.values())}\r\n".encode())
    for module, inside in of.nesting:
        if module not in rows:
            continue
        names = [element.name for element in of.in_force(module, year)]
        ids = [f"{module.lower()}tableid", *([f"{inside.lower()}tableid"] if inside else [])]
        with (folder / f"{module.lower()}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow([*ids, *map(str.lower, names)])
            for own, within, said in rows[module]:
                writer.writerow([own, *([within] if inside else []), *(said.get(name, "") for name in names)])
