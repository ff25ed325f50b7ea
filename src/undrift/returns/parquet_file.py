"""One Parquet file as text columns, as a CSV file would give them, so that the same rules read every cell.

DuckDB does the reading, under a limit of memory and with nowhere to spill to: a small file that unpacks into
gigabytes is refused when it asks for them, whatever its own metadata says.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from undrift.engines.apart import in_memory
from undrift.returns.csv_file import UnusableError, unusable
from undrift.returns.guard import MAX_CSV_COLUMNS, check_size
from undrift.returns.mapping import active, unknown
from undrift.returns.private import private_folder
from undrift.returns.words import plain as as_compared

MAX_ROWS = 10_000_000
MAX_TEXT = 2 << 30  # bytes of all the cells of the columns read, as text
MAX_CELL = 1 << 20
_MEMORY = "1GB"
_PLAIN = ("VARCHAR", "DATE", "BOOLEAN", "FLOAT", "DOUBLE", "UUID", "TIME", "DECIMAL", "ENUM")
_WHOLE = ("FLOAT", "DOUBLE")


def is_parquet(path: Path) -> bool:
    """Whether the file begins as Parquet does, whatever it is called."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


def columns_of(path: Path) -> dict[str, str]:
    """The column names of a Parquet file and their types; none when it cannot be read."""
    try:
        with _opened(path) as (con, source):
            return _columns(con, source, path)
    except UnusableError:
        return {}


def read_parquet(path: Path, wanted: Mapping[str, str]) -> tuple[pa.Table, pa.Array, list[str]]:
    """The columns of `path` that are `wanted` (name in lower case to its type in the records), all as text.

    Also each row's number, from 1, and what was assumed. Raises `UnusableError` when the file cannot be read, and
    UserError when it is larger than any such file is.
    """
    with _opened(path) as (con, source):
        names = _columns(con, source, path)
        notes, left_out = [], []
        known = {as_compared(column) for column in wanted}
        select: dict[str, str] = {}
        for name, kind in names.items():
            plain = active().header(name, known, (path.name,)).strip().lower()
            if plain not in wanted:
                left_out.append(name)
                notes.append(f"{path.name}: column {name} is left out; the table has none of that name.")
            elif plain in select:
                raise unusable(path, f"The column {plain} appears twice.", "Keep one of them.", None, plain)
            elif not _is_plain(kind):
                notes.append(
                    f"{path.name}: column {name} holds lists or records, not values, so it is not held."
                )
            else:
                select[plain] = _as_text(name, kind, wanted[plain])
        unknown("column", path.name, left_out, sorted(wanted.keys() - select.keys()))
        _check_amount(con, source, path, list(select.values()))
        columns = ", ".join(f"{said} AS {_quoted(name)}" for name, said in select.items()) or "1"
        raw = con.sql(f"SELECT {columns} FROM {source}").to_arrow_table()
        raw = raw.cast(pa.schema([(name, pa.string()) for name in select])) if select else raw.select([])
        [(rows,)] = con.execute(f"SELECT count(*) FROM {source}").fetchall()
    return raw, pa.array(range(1, rows + 1), pa.int32()), notes


@contextmanager
def _opened(path: Path) -> Iterator[tuple[duckdb.DuckDBPyConnection, str]]:
    """A connection of its own and the file as SQL names it; whatever goes wrong with the file is UnusableError."""
    check_size(path)
    with private_folder() as beside:
        if set("*?[") & set(str(path)):  # DuckDB would take them for a pattern
            path_read = Path(shutil.copyfile(path, beside / "table.parquet"))
        else:
            path_read = path
        con = in_memory(threads=1, memory_limit=_MEMORY)
        try:
            yield con, f"read_parquet({_literal(str(path_read))}, binary_as_string=true)"
        except duckdb.OutOfMemoryException:
            raise unusable(
                path,
                "The file unpacks to more than any such table holds.",
                "Export the table again.",
                None,
                "",
            ) from None
        except duckdb.Error:
            raise unusable(
                path,
                "The file is damaged: it cannot be read as Parquet.",
                "Export the table again.",
                None,
                "",
            ) from None
        finally:
            con.close()


def _columns(con: duckdb.DuckDBPyConnection, source: str, path: Path) -> dict[str, str]:
    file = source.removeprefix("read_parquet(").partition(", binary")[0]
    [(rows,)] = con.execute(f"SELECT num_rows FROM parquet_file_metadata({file})").fetchall()
    [(columns,)] = con.execute(f"SELECT count(*) FROM parquet_schema({file})").fetchall()
    if columns > MAX_CSV_COLUMNS:
        raise unusable(path, "The file has thousands of columns.", "Export the table again.", None, "")
    if rows > MAX_ROWS:
        raise unusable(
            path, f"The file says it has more than {MAX_ROWS:,} rows.", "Send one period at a time.", None, ""
        )
    return {name: str(kind) for name, kind, *_ in con.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()}


def _is_plain(kind: str) -> bool:
    return kind.endswith(("INT", "INTEGER")) or (kind.startswith(_PLAIN) and not kind.endswith("]"))


def _as_text(name: str, kind: str, wanted: str) -> str:
    column = _quoted(name)
    if kind in _WHOLE and wanted != "number":
        # An id or a count that a blank turned into a fraction: 123.0 is 123.
        return f"CASE WHEN {column} = trunc({column}) THEN CAST(CAST({column} AS HUGEINT) AS VARCHAR) ELSE CAST({column} AS VARCHAR) END"
    return f"CAST({column} AS VARCHAR)"


def _check_amount(con: duckdb.DuckDBPyConnection, source: str, path: Path, columns: list[str]) -> None:
    """Counted before anything is kept: a column may be one long text a million times over."""
    if not columns:
        return
    totals = ", ".join(f"coalesce(sum(strlen({c})), 0), coalesce(max(strlen({c})), 0)" for c in columns)
    [said] = con.execute(f"SELECT {totals} FROM {source}").fetchall()
    if sum(said[::2]) > MAX_TEXT or max(said[1::2], default=0) > MAX_CELL:
        raise unusable(
            path, "The file unpacks to more than any such table holds.", "Export the table again.", None, ""
        )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
