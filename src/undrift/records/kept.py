"""The rows of a kept load as SQL, in today's columns whatever the specification was when it was loaded."""

from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq

from undrift.records.store import Load, load_folder
from undrift.records.tables import tables


def columns_kept(home: Path, load: Load, table: str) -> frozenset[str]:
    """The columns the load kept of a table it holds."""
    return frozenset(pq.read_schema(load_folder(home, load.id) / f"{table}.parquet").names)


def kept_rows(home: Path, load: Load, numbered: bool = False) -> Callable[[str], str | None]:
    """From a table's name to the SQL that reads its rows; None when the load does not hold it.

    A column that the load's own specification did not have is null; one that today's has no more is left out.
    numbered: with `file_row_number`, a row's place in the Parquet file from 0.
    """

    def rows(name: str) -> str | None:
        if name not in load.tables or name not in tables():
            return None
        kept = columns_kept(home, load, name)
        columns = ", ".join(
            f"CAST({c.name if c.name in kept else 'NULL'} AS {c.sql_type}) AS {c.name}"
            for c in tables()[name].columns
        )
        path = str(load_folder(home, load.id) / f"{name}.parquet").replace("'", "''")
        if numbered:
            return f"(SELECT {columns}, file_row_number FROM read_parquet('{path}', file_row_number = true))"
        return f"(SELECT {columns} FROM read_parquet('{path}'))"

    return rows
