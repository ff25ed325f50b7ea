"""Write an SSDA903 return, as its CSV files, from records: the same specification that reads one."""

import csv
from collections.abc import Mapping
from datetime import date
from importlib import resources
from pathlib import Path

import duckdb
import pyarrow as pa

from undrift.returns.spec import record_tables
from undrift.returns.ssda903_spec import FIRST_YEAR, LAST_YEAR, ReturnField, fields, in_force, period
from undrift.returns.ssda903_to_ssd import FROM_TABLES
from undrift.returns.submission import table_schema


def write_folder(folder: Path, tables: Mapping[str, pa.Table], year: int) -> dict[str, int]:
    """Write the return of the year to 31 March `year` into `folder`; the number of rows of each table written.

    tables: SSD name to rows. Children in care on any day of the year are in it, and nothing dated after the year;
    a table of the return that the records cannot fill is not written. ValueError for a year with no specification.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"no SSDA903 specification is held for the year to March {year}")
    con = duckdb.connect(":memory:", config={"threads": 1})
    for name in FROM_TABLES:
        con.register(
            name, tables[name] if name in tables else table_schema(record_tables()[name]).empty_table()
        )
    first, last = period(year)
    con.execute("CREATE MACRO first_day() AS CAST($1 AS DATE)".replace("$1", f"'{first}'"))
    con.execute("CREATE MACRO last_day_of_return() AS CAST($1 AS DATE)".replace("$1", f"'{last}'"))
    con.execute(resources.files(__package__).joinpath("ssda903_from_ssd.sql").read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[str, int] = {}
    for table in fields():
        columns = in_force(table, year)
        needs = {field.target.partition(".")[0] for field in columns if field.tells and field.target}
        if not needs or not needs <= tables.keys():
            continue
        names = {row[0] for row in con.execute(f"DESCRIBE w_{table.lower()}").fetchall()}
        select = ", ".join(f"{f.name}" if f.name in names else f"NULL AS {f.name}" for f in columns)
        rows = con.execute(f"SELECT {select} FROM w_{table.lower()} ORDER BY ALL").fetchall()
        with (folder / f"{table.lower()}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(field.name for field in columns)
            writer.writerows(
                [_cell(field, value, year) for field, value in zip(columns, row, strict=True)] for row in rows
            )
        written[table] = len(rows)
    return written


def _cell(field: ReturnField, value: object, year: int) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    text = "" if value is None else str(value)
    if not field.codes:
        return text
    return next((c.label for c in field.codes if c.value == text and c.since <= year <= c.until), text)
