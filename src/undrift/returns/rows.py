"""Rows of text to rows of values, a column at a time: each distinct text is read once, in Python, then spread.

That keeps the rules for one cell plain and testable, and half a million rows quick.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from undrift.returns.cells import BLANKS, PARSERS, Parse, code_parser
from undrift.returns.submission import ARROW_TYPES, ORIGIN, Issue

_TRY = {
    "date": "Put the date as day/month/year, as on the document it came from.",
    "flag": "Put Y or N, or leave the cell blank if it is not known.",
    "code": "Choose one of the codes listed for this column in the form.",
    "number": "Put a number only.",
    "integer": "Put a whole number only.",
    "json": "Export the column again; it should hold one JSON object.",
}


@dataclass(frozen=True)
class Field:
    """One column to read. name: what the result calls it. label: what the file calls it. required: as in the spec."""

    name: str
    label: str
    type: str
    required: str
    codes: dict[str, str] | None = None

    def parser(self) -> Parse:
        return code_parser(self.codes) if self.codes else PARSERS[self.type]


@dataclass(frozen=True)
class Rows:
    """The good rows (fields' columns, then ORIGIN), what is wrong with the others, and what was assumed."""

    table: pa.Table
    issues: list[Issue]
    assumptions: list[str]


def clean_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Trimmed; the many ways of writing nothing are null."""
    trimmed = pc.utf8_trim_whitespace(column.cast(pa.string()))
    blank = pc.is_in(pc.utf8_lower(trimmed), value_set=pa.array(BLANKS))
    return pc.if_else(blank, pa.scalar(None, pa.string()), trimmed)


def read_rows(raw: pa.Table, numbers: pa.Array, fields: Sequence[Field], file: str, sheet: str = "") -> Rows:
    """Read `raw` (text columns called by the fields' names; missing ones are all blank) into values.

    numbers: each row's number as Excel shows it. A row is held back when a field required "row" is blank or
    unreadable, or when any date that the records use is unreadable; any other fault leaves that cell blank.
    Wholly blank rows are dropped without a word.
    """
    cleaned = {f.name: clean_text(raw.column(f.name)) for f in fields if f.name in raw.column_names}
    raw, numbers, cleaned = _drop_blank_rows(raw, numbers, cleaned)
    count = raw.num_rows
    held = pa.array([False] * count, pa.bool_())
    issues: list[Issue] = []
    assumptions: list[str] = []
    columns: list[pa.Array] = []
    for field in fields:
        values = cleaned.get(field.name)
        if values is None:
            columns.append(pa.nulls(count, ARROW_TYPES[field.type]))
            continue
        parsed, faults, notes = _read_column(values, field)
        columns.append(parsed)
        holds_row = field.required == "row" or field.type == "date"
        issues += _faults(field, faults, values, numbers, file, sheet, holds_row)
        assumptions += [f"{_place(file, sheet)}, column {field.label}: {note}." for note in notes]
        if holds_row and faults:
            held = pc.or_(
                held,
                pc.is_in(pa.array(range(count), pa.int64()), value_set=pa.array(list(faults), pa.int64())),
            )
        if field.required:
            blank = pc.is_null(values)
            issues += _missing(field, blank, numbers, file, sheet)
            if field.required == "row":
                held = pc.or_(held, _flat(blank))
    origin = [
        pa.array([file] * count, pa.string()),
        pa.array([sheet] * count, pa.string()),
        numbers.cast(pa.int32()),
    ]
    schema = pa.schema([(f.name, ARROW_TYPES[f.type]) for f in fields] + list(ORIGIN))
    table = pa.table(columns + origin, schema=schema).filter(pc.invert(held))
    return Rows(table, sorted(issues, key=lambda i: i.row or 0), assumptions)


def _drop_blank_rows(
    raw: pa.Table, numbers: pa.Array, cleaned: dict[str, pa.ChunkedArray]
) -> tuple[pa.Table, pa.Array, dict[str, pa.ChunkedArray]]:
    if not cleaned or not raw.num_rows:
        return raw, numbers, cleaned
    said = functools.reduce(pc.or_, (pc.is_valid(column) for column in cleaned.values()))
    if pc.all(said).as_py():
        return raw, numbers, cleaned
    mask = pa.chunked_array([said]) if isinstance(said, pa.Array) else said
    kept = {name: column.filter(mask) for name, column in cleaned.items()}
    return raw.filter(mask), pc.filter(numbers, mask.combine_chunks()), kept


def _read_column(values: pa.ChunkedArray, field: Field) -> tuple[pa.Array, dict[int, str], list[str]]:
    """The values, the rows (by position) that could not be read and why, and what was assumed."""
    if field.type == "text" or (field.type == "code" and not field.codes):
        return values, {}, []
    encoded = _flat(values).dictionary_encode()
    parse = field.parser()
    read: list[object] = []
    wrong: dict[int, str] = {}
    notes: dict[str, None] = {}
    for index, text in enumerate(encoded.dictionary.to_pylist()):
        try:
            value, note = parse(text)
        except ValueError as fault:
            value, note = None, ""
            wrong[index] = str(fault)
        read.append(value)
        if note:
            notes[note] = None
    spread = pa.array(read, ARROW_TYPES[field.type]).take(encoded.indices)
    faults: dict[int, str] = {}
    if wrong:
        for position, index in enumerate(encoded.indices.to_pylist()):
            if index in wrong:
                faults[position] = wrong[index]
    return spread, faults, list(notes)


def _flat(values: pa.ChunkedArray) -> pa.Array:
    return values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values


def _faults(
    field: Field,
    faults: dict[int, str],
    values: pa.ChunkedArray,
    numbers: pa.Array,
    file: str,
    sheet: str,
    holds_row: bool,
) -> list[Issue]:
    return [
        Issue(
            file=file,
            sheet=sheet,
            row=numbers[position].as_py(),
            column=field.label,
            what=f"The cell {why}; the row is held back."
            if holds_row
            else f"The cell {why}; it is left blank.",
            try_=_TRY.get(field.type, ""),
            code=f"{field.type}_unreadable",
            severity="held back" if holds_row else "kept",
            value=values[position].as_py(),
        )
        for position, why in faults.items()
    ]


def _missing(field: Field, blank: pa.Array, numbers: pa.Array, file: str, sheet: str) -> list[Issue]:
    holds_row = field.required == "row"
    rows = pc.filter(numbers, _flat(blank)).to_pylist()
    return [
        Issue(
            file=file,
            sheet=sheet,
            row=row,
            column=field.label,
            what="Nothing is recorded here; the row is held back."
            if holds_row
            else "Nothing is recorded here.",
            try_="Fill it in from the child's record.",
            code="required_missing",
            severity="held back" if holds_row else "kept",
        )
        for row in rows
    ]


def _place(file: str, sheet: str) -> str:
    return f"{file}, sheet {sheet}" if sheet else file
