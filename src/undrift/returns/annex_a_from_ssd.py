"""Annex A's lists out of the records: the SQL beside this file, over tables named as the records name them."""

from collections.abc import Mapping
from datetime import date
from importlib import resources

import duckdb
import pyarrow as pa

from undrift.engines.apart import in_memory
from undrift.returns.spec import annex_a_lists, record_tables
from undrift.returns.submission import table_schema

Lists = dict[int, list[dict[str, object]]]


def lists_of(con: duckdb.DuckDBPyConnection, as_at: date) -> Lists:
    """Lists 1 to 11 as at `as_at`, each row keyed by Annex A's own column names.

    con: the records' tables by their own names; its temporary schema is written to, and nothing else.
    """
    con.execute(f"CREATE TEMP MACRO as_at() AS DATE '{as_at.isoformat()}'")
    con.execute(resources.files(__package__).joinpath("annex_a_from_ssd.sql").read_text(encoding="utf-8"))
    return {number: _rows(con, f"FROM list_{number}") for number in annex_a_lists()}


def lists_of_tables(tables: Mapping[str, pa.Table], as_at: date) -> Lists:
    """As `lists_of`, from tables in memory; those not given are empty."""
    with in_memory(threads=1) as con:
        for name, spec in record_tables().items():
            con.register(name, tables[name] if name in tables else table_schema(spec).empty_table())
        return lists_of(con, as_at)


def _rows(con: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, object]]:
    return con.sql(sql).to_arrow_table().to_pylist()  # type: ignore[no-any-return]
