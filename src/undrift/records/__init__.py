"""What happened, in tables named as the Standard Safeguarding Dataset names them; loads and their history."""

from undrift.records.changes import (
    Change,
    ChangedRow,
    Comparison,
    Told,
    changed_rows,
    comparable,
    compare,
    pairs,
    told,
)
from undrift.records.live import Step, build_live, connect, current_load, cursor
from undrift.records.snapshot import as_known_on, one_person
from undrift.records.store import Load, LoadResult, Reading, TableNote, load, loads, read, read_load, verify
from undrift.records.tables import Column, Table, tables

__all__ = [
    "Change",
    "ChangedRow",
    "Column",
    "Comparison",
    "Load",
    "LoadResult",
    "Reading",
    "Step",
    "Table",
    "TableNote",
    "Told",
    "as_known_on",
    "build_live",
    "changed_rows",
    "comparable",
    "compare",
    "connect",
    "current_load",
    "cursor",
    "load",
    "loads",
    "one_person",
    "pairs",
    "read",
    "read_load",
    "tables",
    "told",
    "verify",
]
