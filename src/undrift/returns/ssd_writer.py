"""Write the tables of the records as files named as the tables: CSV or Parquet."""

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Literal

import pyarrow as pa
import pyarrow.parquet as pq

from undrift.returns.spec import record_tables


def write(
    tables: Mapping[str, pa.Table], folder: Path, form: Literal["csv", "parquet"] = "csv"
) -> dict[str, int]:
    """Write `tables` (record table to rows) into `folder`, a file each, made if need be; the rows of each.

    Columns are those of the table in their order; where a row stood is not written. KeyError for an unknown table.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        rows = table.select([c.name for c in record_tables()[name].columns if c.name in table.column_names])
        if form == "parquet":
            pq.write_table(rows, folder / f"{name}.parquet", compression="zstd")
            continue
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(rows.column_names)
            columns = (rows.column(column).to_pylist() for column in rows.column_names)
            writer.writerows(map(_cells, zip(*columns, strict=True)))
    return {name: table.num_rows for name, table in tables.items()}


def _cells(row: tuple[object, ...]) -> list[object]:
    return ["" if v is None else v.isoformat() if isinstance(v, date) else v for v in row]
