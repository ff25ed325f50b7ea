"""A database in memory holding people and their homes, for the tests of who is the same child."""

from collections.abc import Iterable

import duckdb
import pyarrow as pa

from undrift.records import tables
from undrift.synthetic.files import live
from undrift.synthetic.story import AS_AT
from undrift.synthetic.tables import Row


def irwell(scale: float) -> tuple[list[Row], list[Row]]:
    """People of a part of Irwell, and their homes."""
    history, _ = live(scale=scale)
    made = history.at(AS_AT)
    return made["ssd_person"], made["ssd_address"]


def database(**rows_of: Iterable[Row]) -> duckdb.DuckDBPyConnection:
    """Schema `records`, every table empty but those given."""
    con = duckdb.connect()
    con.execute("CREATE SCHEMA records")
    for table in tables().values():
        con.execute(table.create_sql())
    for name, given in rows_of.items():
        rows = list(given)
        columns = sorted({column for row in rows for column in row if not column.startswith("_")})
        if not rows:
            continue
        con.register("rows", pa.table({column: [row.get(column) for row in rows] for column in columns}))
        con.execute(f"INSERT INTO records.{name} BY NAME SELECT * FROM rows")
        con.unregister("rows")
    return con
