"""Write an SSDA903 return, as its CSV files or its XML file, from records: the same specification that reads one."""

import csv
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

import duckdb
import pyarrow as pa

from undrift.engines.apart import in_memory
from undrift.returns.spec import record_tables
from undrift.returns.ssda903_spec import (
    FIRST_YEAR,
    LAST_YEAR,
    ONCE_A_CHILD,
    XML_NAMES,
    XML_ROOT,
    XML_ROWS,
    ReturnField,
    fields,
    in_force,
    period,
)
from undrift.returns.ssda903_to_ssd import FROM_TABLES
from undrift.returns.submission import table_schema

_FETCH = 1_000  # children's XML held at a time


def write_folder(folder: Path, tables: Mapping[str, pa.Table], year: int) -> dict[str, int]:
    """Write the return of the year to 31 March `year` into `folder`; the number of rows of each table written.

    tables: SSD name to rows. Children in care on any day of the year are in it, and nothing dated after the year;
    a table of the return that the records cannot fill is not written. ValueError for a year with no specification.
    """
    con, written = _open(tables, year)
    folder.mkdir(parents=True, exist_ok=True)
    for table in written:
        rows = con.execute(f"FROM t_{table.lower()}").fetchall()
        with (folder / f"{table.lower()}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(field.name for field in in_force(table, year))
            writer.writerows(rows)
    return written


def write_xml(path: Path, tables: Mapping[str, pa.Table], year: int) -> dict[str, int]:
    """As `write_folder`, in one XML file; children of whom the return has no Header are left out."""
    con, written = _open(tables, year)
    con.execute(
        """CREATE MACRO element(name, text) AS
           coalesce('<' || name || '>' || replace(replace(replace(regexp_replace(
               text, '[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]', '', 'g'), '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
               || '</' || name || '>', '')"""
    )
    once = [table for table in ("Header", *ONCE_A_CHILD) if table in written]
    own = {table: [f.name for f in in_force(table, year)] for table in written}
    joins = "".join(f" LEFT JOIN t_{t.lower()} AS {t} ON {t}.CHILD = Header.CHILD" for t in once[1:])
    said = dict.fromkeys(name for table in once for name in own[table])
    elements = [
        f"element('{XML_NAMES.get(name, name)}', {next(t for t in once if name in own[t])}.{name})"
        for name in said
    ]
    if "UASC" in written:
        elements.append("element('UASC', CASE WHEN UASC.CHILD IS NULL THEN '0' ELSE '1' END)")
    body = ["'<HEADER>'", *elements]
    for table, element, _ in (row for row in XML_ROWS[1:] if row[0] in written):
        inner = " || ".join(
            f"element('{XML_NAMES.get(name, name)}', {name})"
            for name in own[table]
            if name not in ("CHILD", "DOB")
        )
        joins += f""" LEFT JOIN (SELECT CHILD, string_agg('<{element}>' || {inner} || '</{element}>', chr(10)
            ORDER BY rowid) AS said FROM t_{table.lower()} GROUP BY CHILD) AS x_{table}
            ON x_{table}.CHILD = Header.CHILD"""
        if table != "Episodes":
            body.append(f"coalesce(chr(10) || x_{table}.said, '')")
    body.append("'</HEADER>'")
    if "Episodes" in written:
        body.append("coalesce(chr(10) || x_Episodes.said, '')")
    rows = con.execute(f"SELECT {' || '.join(body)} FROM t_header AS Header{joins} ORDER BY Header.CHILD")
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'<?xml version="1.0" encoding="utf-8"?>\n<{XML_ROOT}>\n')
        while batch := rows.fetchmany(_FETCH):
            file.writelines(f"<CHILD>\n{child}\n</CHILD>\n" for (child,) in batch)
        file.write(f"</{XML_ROOT}>\n")
    return written


def _open(tables: Mapping[str, pa.Table], year: int) -> tuple[duckdb.DuckDBPyConnection, dict[str, int]]:
    """Views `t_<table>` of the return's tables, all text as the form of `year` has it; and how many rows each has."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"no SSDA903 specification is held for the year to March {year}")
    con = in_memory(threads=1)
    for name in FROM_TABLES:
        con.register(
            name, tables[name] if name in tables else table_schema(record_tables()[name]).empty_table()
        )
    first, last = period(year)
    con.execute(f"CREATE MACRO first_day() AS DATE '{first}'")
    con.execute(f"CREATE MACRO last_day_of_return() AS DATE '{last}'")
    con.execute(resources.files(__package__).joinpath("ssda903_from_ssd.sql").read_text(encoding="utf-8"))
    written: dict[str, int] = {}
    for table in fields():
        columns = in_force(table, year)
        needs = {field.target.partition(".")[0] for field in columns if field.tells and field.target}
        if not needs or not needs <= tables.keys():
            continue
        names = {row[0] for row in con.execute(f"DESCRIBE w_{table.lower()}").fetchall()}
        select = ", ".join(f"{_said(f, year) if f.name in names else 'NULL'} AS {f.name}" for f in columns)
        con.execute(
            f"CREATE TABLE t_{table.lower()} AS SELECT {select} FROM (FROM w_{table.lower()} ORDER BY ALL)"
        )
        counted = con.execute(f"SELECT count(*) FROM t_{table.lower()}").fetchone()
        written[table] = counted[0] if counted else 0
    return con, written


def _said(field: ReturnField, year: int) -> str:
    """A column in SQL as the form writes it."""
    if field.type == "date":
        return f"strftime({field.name}, '%d/%m/%Y')"
    codes = [c for c in field.codes if c.since <= year <= c.until and c.value != c.label]
    if not codes:
        return f"{field.name}::VARCHAR"
    when = " ".join(f"WHEN '{c.value}' THEN '{c.label}'" for c in codes)
    return f"CASE {field.name}::VARCHAR {when} ELSE {field.name}::VARCHAR END"
