"""What was received, once read: tables named and typed as the Standard Safeguarding Dataset has them.

A table that a submission cannot say anything about is *not held*, which is different from held and empty.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from undrift.returns.spec import TableSpec, record_tables

ARROW_TYPES: dict[str, pa.DataType] = {
    "text": pa.string(),
    "code": pa.string(),
    "date": pa.date32(),
    "flag": pa.string(),
    "json": pa.string(),
    "number": pa.float64(),
    "integer": pa.int64(),
}

# Where each row stood in what was received; kept on every table so that a number can be followed to its rows.
ORIGIN = (("_file", pa.string()), ("_sheet", pa.string()), ("_row", pa.int32()))

# A kind of submission, as people call it within a sentence.
TITLES = {
    "annex_a": "Annex A",
    "ssd": "the Standard Safeguarding Dataset",
    "ssda903": "SSDA903",
    "cin_census": "the children in need census",
    "forms": "our own forms",
    "sen2": "SEN2",
    "workforce": "the workforce census",
}

Severity = Literal["held back", "kept"]


@dataclass(frozen=True)
class Issue:
    """One thing wrong, where the person will find it, and what to try.

    row: as Excel numbers it, or the line of an XML file; None when it is about a whole sheet or file. severity: "held back" means the row (or
    sheet) was not loaded, "kept" that it was, without the part that could not be read. value: the offending cell,
    for the screen only; it must never reach a log.
    """

    file: str
    sheet: str
    row: int | None
    column: str
    what: str
    try_: str
    code: str
    severity: Severity
    value: str = field(default="", repr=False)

    @property
    def where(self) -> str:
        parts = [
            self.file,
            f"sheet {self.sheet}" if self.sheet else "",
            f"row {self.row}" if self.row else "",
        ]
        return ", ".join(filter(None, [*parts, f"column {self.column}" if self.column else ""]))


@dataclass(frozen=True)
class SourceFile:
    """One file as received: its name (no folder), SHA-256 in hex, size in bytes."""

    name: str
    sha256: str
    size: int

    @classmethod
    def of(cls, path: Path) -> "SourceFile":
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return cls(path.name, digest, path.stat().st_size)


@dataclass(frozen=True)
class Submission:
    """A received file or folder, read.

    kind: one of TITLES. tables: SSD name to rows (SSD columns and types, then ORIGIN). extents: table to what
    part of history it holds when that is not all of it ("latest only", "last 6 months"). not_held: table to why.
    recognised: one line for each part read, for the person. assumptions: what the reader took on trust. labels:
    what the person's sheet calls an SSD column, by (sheet, column).
    """

    kind: str
    files: tuple[SourceFile, ...]
    tables: dict[str, pa.Table]
    not_held: dict[str, str]
    issues: tuple[Issue, ...] = ()
    assumptions: tuple[str, ...] = ()
    recognised: tuple[str, ...] = ()
    extents: dict[str, str] = field(default_factory=dict)
    labels: dict[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Files:
    """Files given one by one that are parts of one return: read as a folder of them would be."""

    paths: tuple[Path, ...]

    @property
    def name(self) -> str:
        return ", ".join(path.name for path in self.paths)

    def is_dir(self) -> bool:
        return True

    def is_file(self) -> bool:
        return False

    def iterdir(self) -> Iterator[Path]:
        return iter(self.paths)


Reader = Callable[[Path], Submission]


def table_schema(spec: TableSpec) -> pa.Schema:
    """The SSD columns of a table with their types, then where each row stood."""
    return pa.schema([(c.name, ARROW_TYPES[c.type]) for c in spec.columns] + list(ORIGIN))


def conform(rows: pa.Table, table: str) -> pa.Table:
    """`rows` with exactly the columns and types of the SSD table `table`; columns not given are all null."""
    schema = table_schema(record_tables()[table])
    present = set(rows.column_names)
    columns = [
        _as(rows.column(f.name), f.type) if f.name in present else pa.nulls(rows.num_rows, f.type)
        for f in schema
    ]
    return pa.table(columns, schema=schema)


def _as(column: pa.ChunkedArray, kind: pa.DataType) -> pa.ChunkedArray:
    return column if column.type == kind else column.cast(kind)


def in_file_order(rows: pa.Table) -> pa.Table:
    """`rows` as they stood in what was received, by ORIGIN."""
    if rows.num_rows < 2:
        return rows
    files, sheets = (_ranks(rows.column(name)) for name in ("_file", "_sheet"))
    numbers = rows.column("_row").fill_null(0).to_numpy()
    order = np.lexsort((numbers, sheets, files))
    return rows if (order[1:] > order[:-1]).all() else rows.take(pa.array(order))


def _ranks(texts: pa.ChunkedArray) -> npt.NDArray[np.int32]:
    """Numbers in the order of the texts."""
    coded = texts.combine_chunks().dictionary_encode()
    rank = pc.rank(coded.dictionary, tiebreaker="first").to_numpy().astype(np.int32)
    return rank[coded.indices.fill_null(0).to_numpy()] if len(rank) else np.zeros(len(texts), np.int32)
