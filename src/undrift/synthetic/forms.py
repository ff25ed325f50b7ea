"""The same history as every form an authority makes: each through the writer that its return's own specification drives.

A yearly return is written from the records as they stood on its last day, so that it says what was known then.
"""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from undrift.errors import UserError
from undrift.returns import forms_writer
from undrift.returns.cin_census_writer import write_census
from undrift.returns.modules_to_ssd import FROM_MODULES
from undrift.returns.modules_writer import write_sen2, write_workforce
from undrift.returns.spec import record_tables
from undrift.returns.ssda903_writer import write_folder, write_xml
from undrift.returns.submission import table_schema
from undrift.synthetic.history import History
from undrift.synthetic.identity import LEA
from undrift.synthetic.tables import Row, Tables

SSDA903_YEARS = (2024, 2025, 2026)
CENSUS_YEARS = (2023, 2024, 2025, 2026)
SEN2_YEARS = (2024, 2025, 2026)
WORKFORCE_YEARS = (2022, 2023, 2024, 2025, 2026)
CARE = ("ssd_person", "ssd_cla_", "ssd_legal_status", "ssd_care_leavers", "ssd_missing", "ssd_permanence", "ssd_mother",
        "ssd_immigration_status", "ssd_involvements", "ssd_professionals", "ssd_address", "ssd_contacts", "ssd_send",
        "local_annual_health", "local_deprivation_of_liberty", "ssd_ehcp_active_plans")  # fmt: skip
NEED = ("ssd_person", "ssd_contacts", "ssd_send", "ssd_cin_", "ssd_assessment_factors", "ssd_s47", "ssd_initial", "ssd_cp_",
        "ssd_disability", "ssd_pre_proceedings", "local_preproceedings", "local_assessment_reviews", "local_previous_cp_plans",
        "ssd_ehcp_active_plans", "ssd_professionals", "ssd_involvements", "ssd_cla_reviews", "ssd_cla_episodes")  # fmt: skip


def arrow(rows: list[Row], table: str) -> pa.Table:
    """Rows as the records hold them, columns and types those of the specification."""
    schema = table_schema(record_tables()[table])
    columns = [pa.array([row.get(name) for row in rows], schema.field(name).type) for name in schema.names]
    return pa.table(columns, schema=schema)


def tables_on(history: History, day: date, names: Iterable[str] = ("",)) -> dict[str, pa.Table]:
    """The records as they stood on a day, of the tables whose names begin so."""
    chosen = tuple(names)
    at = history.now if day == history.as_at else history.at(day)
    return {name: arrow(rows, name) for name, rows in at.items() if name.startswith(chosen)}


def annex_a(history: History, out: Path) -> list[Path]:
    from undrift.synthetic.annex_a import write_annex_a  # the workbook writer is slow to import

    path = out / f"annex-a-{history.as_at}.xlsx"
    write_annex_a(history, path, history.as_at)
    return [path]


def ssd_parquet(history: History, out: Path) -> list[Path]:
    folder = out / "ssd-parquet"
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables_on(history, history.as_at).items():
        columns = [column.name for column in record_tables()[name].columns]
        pq.write_table(table.select(columns), folder / f"{name}.parquet", compression="zstd")
    return [folder]


def ssda903(history: History, out: Path) -> list[Path]:
    return _ssda903(history, lambda tables, year: write_folder(out / f"ssda903-{year}", tables, year),
                    [out / f"ssda903-{year}" for year in SSDA903_YEARS])  # fmt: skip


def ssda903_xml(history: History, out: Path) -> list[Path]:
    return _ssda903(history, lambda tables, year: write_xml(out / f"ssda903-{year}.xml", tables, year),
                    [out / f"ssda903-{year}.xml" for year in SSDA903_YEARS])  # fmt: skip


def _ssda903(
    history: History, write: Callable[[dict[str, pa.Table], int], object], paths: list[Path]
) -> list[Path]:
    for year in SSDA903_YEARS:
        last = date(year, 3, 31)
        at = history.at(last)
        if year < 2025:  # supported accommodation became K3 with the return of 2024-25; before, it was H5
            for row in at["ssd_cla_placement"]:
                row["clap_cla_placement_type"] = (
                    "H5" if row["clap_cla_placement_type"] == "K3" else row["clap_cla_placement_type"]
                )
        _place_short_breaks(at)
        write({name: arrow(rows, name) for name, rows in at.items() if name.startswith(CARE)}, year)
    return paths


def _place_short_breaks(at: Tables) -> None:
    """The return wants a placement for a short break too: with the authority's own short-break carers."""
    for row in at["ssd_cla_episodes"]:
        if row["clae_cla_placement_id"] is None:
            number = f"P{row['clae_cla_episode_id']}"
            row["clae_cla_placement_id"] = number
            at["ssd_cla_placement"].append({
                "clap_cla_placement_id": number, "clap_person_id": row["clae_person_id"], "clap_cla_id": row["clae_cla_id"],
                "clap_cla_placement_start_date": row["clae_cla_episode_start_date"], "clap_cla_placement_type": "U6",
                "clap_cla_placement_end_date": row["clae_cla_episode_ceased_date"], "clap_cla_placement_provider": "PR1",
            })  # fmt: skip


def cin_census(history: History, out: Path) -> list[Path]:
    paths = []
    for year in CENSUS_YEARS:
        path = out / f"cin-census-{year}.xml"
        write_census(path, tables_on(history, date(year, 3, 31), NEED), year, LEA)
        paths.append(path)
    return paths


def sen2(history: History, out: Path) -> list[Path]:
    """Everybody asked for, or with a plan, at some time in the calendar year before the January."""
    paths = []
    for year in SEN2_YEARS:
        tables = _in_sen2(history.at(date(year, 1, 15)), date(year - 1, 1, 1))
        for path in (out / f"sen2-{year}.xml", out / f"sen2-{year}"):
            write_sen2(tables, path, year, LEA)
            paths.append(path)
    return paths


def _in_sen2(at: Tables, since: date) -> dict[str, pa.Table]:
    assessed = {
        row["ehca_ehcp_assessment_id"]: row["ehca_ehcp_request_id"] for row in at["ssd_ehcp_assessment"]
    }
    live = {
        row["ehcr_ehcp_request_id"]
        for row in at["ssd_ehcp_requests"]
        if _since(row["ehcr_ehcp_req_date"], since)
    }
    live |= {row["ehca_ehcp_request_id"] for row in at["ssd_ehcp_assessment"]
             if _since(row["ehca_ehcp_assessment_outcome_date"] or since, since)}  # fmt: skip
    live |= {assessed[row["ehcn_ehcp_asmt_id"]] for row in at["ssd_ehcp_named_plan"]
             if _since(row["ehcn_named_plan_ceased_date"] or since, since)}  # fmt: skip
    ceased = {
        assessed[row["ehcn_ehcp_asmt_id"]]
        for row in at["ssd_ehcp_named_plan"]
        if row["ehcn_named_plan_ceased_date"]
    }
    people = {
        row["ehcr_send_table_id"] for row in at["ssd_ehcp_requests"] if row["ehcr_ehcp_request_id"] in live
    }
    active = {
        row["ehcp_active_ehcp_id"]
        for row in at["ssd_ehcp_active_plans"]
        if row["ehcp_ehcp_request_id"] in live - ceased
    }
    kept: dict[str, Callable[[Row], bool]] = {
        "ssd_send": lambda row: row["send_table_id"] in people,
        "ssd_ehcp_requests": lambda row: row["ehcr_ehcp_request_id"] in live,
        "ssd_ehcp_assessment": lambda row: row["ehca_ehcp_request_id"] in live,
        "ssd_ehcp_named_plan": lambda row: assessed[row["ehcn_ehcp_asmt_id"]] in live,
        "ssd_ehcp_active_plans": lambda row: row["ehcp_active_ehcp_id"] in active,
        "ssd_sen_need": lambda row: row["senn_active_ehcp_id"] in active,
        "local_ehcp_reviews": lambda row: row["ehrv_active_ehcp_id"] in active,
    }
    return {
        name: arrow([row for row in at[name] if name not in kept or kept[name](row)], name)
        for name in FROM_MODULES["sen2"]
    }


def _since(when: object, day: date) -> bool:
    return isinstance(when, date) and when >= day


def workforce(history: History, out: Path) -> list[Path]:
    paths = []
    tables = tables_on(history, history.as_at, FROM_MODULES["workforce"])
    for year in (year for year in WORKFORCE_YEARS if date(year, 9, 30) <= history.as_at):
        path = out / f"workforce-census-{year}.xml"
        write_workforce(tables, path, year, LEA)
        paths.append(path)
    return paths


def own_forms(history: History, out: Path) -> list[Path]:
    folder, book = out / "forms", out / "forms.xlsx"
    tables = tables_on(history, history.as_at)
    forms_writer.write(tables, folder)
    small = {"local_leadership_posts", "local_team_managers", "ssd_department", "local_training"}
    forms_writer.write({name: table for name, table in tables.items() if name in small}, book)
    return [folder, book]


FORMS: dict[str, Callable[[History, Path], list[Path]]] = {
    "annex-a": annex_a,
    "ssd-parquet": ssd_parquet,
    "ssda903": ssda903,
    "ssda903-xml": ssda903_xml,
    "cin-census": cin_census,
    "sen2": sen2,
    "workforce-census": workforce,
    "forms": own_forms,
}
ALWAYS = "ssd"  # the CSV folder the truth is told against


def named(forms: Iterable[str]) -> list[str]:
    """The forms asked for; all of them for "all". UserError for one this version does not write."""
    asked = list(forms)
    if asked == ["all"]:
        return list(FORMS)
    unknown = [name for name in asked if name not in FORMS and name != ALWAYS]
    if unknown:
        raise UserError(
            f"There is no form called {unknown[0]}.", where="--forms",
            try_=f"Use all, or some of: {', '.join([ALWAYS, *FORMS])}.",
        )  # fmt: skip
    return [name for name in asked if name != ALWAYS]


def write(history: History, out: Path, forms: Iterable[str], say: Callable[[str], None]) -> list[Path]:
    """Write each form under `out`; the files and folders written."""
    written = []
    for name in named(forms):
        say(f"Writing {name}")
        written += FORMS[name](history, out)
    return written
