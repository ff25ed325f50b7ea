"""SSDA903's tables into SSD tables: the SQL beside this file, and how much of history the return gives."""

from collections.abc import Mapping
from importlib import resources

import pyarrow as pa

from undrift.engines.apart import in_memory
from undrift.returns.ssda903_spec import fields
from undrift.returns.submission import ARROW_TYPES, ORIGIN, conform, in_file_order

# Table: the return's tables that can fill it, and how much of history they give (before "to 31 March ...").
FROM_TABLES: dict[str, tuple[tuple[str, ...], str]] = {
    "ssd_person": (("Header",), "of children in the return of the 12 months"),
    "ssd_cla_episodes": (("Episodes",), "in care in the last 12 months"),
    "ssd_cla_placement": (("Episodes",), "in care in the last 12 months"),
    "ssd_legal_status": (("Episodes",), "in care in the last 12 months"),
    "ssd_cla_reviews": (("Reviews",), "last 12 months"),
    "ssd_missing": (("Missing",), "last 12 months"),
    "ssd_immigration_status": (("UASC",), "in care in the last 12 months"),
    "ssd_care_leavers": (("OC3",), "of birthdays in the 12 months"),
    "ssd_permanence": (("PlacedAdoption", "AD1", "Episodes"), "in care in the last 12 months"),
    "ssd_involvements": (("SWEpisodes",), "in care in the last 12 months"),
    "ssd_professionals": (("SWEpisodes",), "of workers in the return of the 12 months"),
    "ssd_address": (("Episodes",), "home addresses of children in care in the last 12 months"),
    "ssd_mother": (("Header",), "of children in the return of the 12 months"),
    "ssd_sdq_scores": (("OC2",), "last 12 months"),
    "ssd_cla_previous_permanence": (("PrevPerm",), "of children in the return of the 12 months"),
    "local_annual_health": (("OC2",), "last 12 months"),
    "local_deprivation_of_liberty": (("DoLo",), "last 12 months"),
}

# Tables that rest on one column, which a file may lack: then they are not held, which is not the same as empty.
FROM_COLUMN = {"ssd_address": ("Episodes", "HOME_POST"), "ssd_mother": ("Header", "MC_DOB")}


def to_ssd(held: Mapping[str, pa.Table], year: int) -> dict[str, pa.Table]:
    """SSD tables from the tables of the return of `year` (typed, columns by their own names, ORIGIN last)."""
    con = in_memory(threads=1)
    con.execute(f"CREATE MACRO return_year() AS {year}")
    for name in fields():
        con.register(f"r_{name.lower()}", held[name] if name in held else _empty(name))
    con.execute(resources.files(__package__).joinpath("ssda903_to_ssd.sql").read_text(encoding="utf-8"))
    return {
        name: conform(in_file_order(con.sql(f"FROM {name}").to_arrow_table()), name)
        for name, (tables, _) in FROM_TABLES.items()
        if any(table in held for table in tables)
    }


def _empty(table: str) -> pa.Table:
    return pa.schema([(f.name, ARROW_TYPES[f.type]) for f in fields()[table]] + list(ORIGIN)).empty_table()
