"""Rows of text to rows of values, a column at a time: each distinct text is read once, in Python, then spread.

That keeps the rules for one cell plain and testable, and half a million rows quick.
"""

import functools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from undrift.returns.cells import (
    BLANKS,
    EXCEL_DAY_0,
    EXCEL_ERRORS,
    PARSERS,
    DayMonth,
    Parse,
    check_text,
    code_parser,
    date_parser,
    day_month_evidence,
)
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

    def parser(self, order: DayMonth = "day first", day_0: date = EXCEL_DAY_0) -> Parse:
        if self.type == "date":
            return date_parser(order, day_0)
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
    # ="00123" is how a CSV file keeps Excel from dropping the zeros.
    trimmed = pc.replace_substring_regex(trimmed, pattern=r'^="([^"]*)"$', replacement=r"\1")
    blank = pc.is_in(pc.utf8_lower(trimmed), value_set=pa.array(BLANKS))
    return pc.if_else(blank, pa.scalar(None, pa.string()), trimmed)


def read_rows(
    raw: pa.Table,
    numbers: pa.Array,
    fields: Sequence[Field],
    file: str,
    sheet: str = "",
    day_0: date = EXCEL_DAY_0,
    elsewhere: Counter[str] | None = None,
) -> Rows:
    """Read `raw` (text columns called by the fields' names; missing ones are all blank) into values.

    numbers: each row's number as Excel shows it. A row is held back when a field required "row" is blank or
    unreadable, or when any date that the records use is unreadable; any other fault leaves that cell blank.
    Wholly blank rows are dropped without a word. day_0: the day that bare day numbers count from.
    elsewhere: what the rest of the submission says of the order of day and month (`day_month_told`).
    """
    cleaned = {f.name: clean_text(raw.column(f.name)) for f in fields if f.name in raw.column_names}
    raw, numbers, cleaned = _drop_blank_rows(raw, numbers, cleaned)
    count = raw.num_rows
    held = pa.array([False] * count, pa.bool_())
    issues: list[Issue] = []
    assumptions: list[str] = []
    columns: list[pa.Array] = []
    dates = {f.name: cleaned[f.name] for f in fields if f.type == "date" and f.name in cleaned}
    orders = _day_month_orders(dates, elsewhere or Counter())
    for field in fields:
        values = cleaned.get(field.name)
        if values is None:
            columns.append(pa.nulls(count, ARROW_TYPES[field.type]))
            continue
        order = orders.get(field.name, "day first")
        parsed, faults, notes = _read_column(values, field, order, day_0)
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


# Of the dates in a column that can be read one way only, how many must agree before they speak for the others.
_AGREE = 0.95


def day_month_told(raw: pa.Table, fields: Sequence[Field]) -> Counter[str]:
    """What all the date columns of one table say of the order of day and month."""
    dates = [f.name for f in fields if f.type == "date" and f.name in raw.column_names]
    return sum((_evidence(clean_text(raw.column(name))) for name in dates), Counter[str]())


def _day_month_orders(columns: Mapping[str, pa.ChunkedArray], elsewhere: Counter[str]) -> dict[str, DayMonth]:
    """Whether each date column is day first, from its own dates; else from those beside it, else from elsewhere.

    A column that needs to know and has nothing to go by is "not known": its rows are held back, never guessed.
    """
    counts = {name: _evidence(values) for name, values in columns.items()}
    together = sum(counts.values(), Counter[str]())
    return {
        name: next((_order(told) for told in (count, together, elsewhere) if _tells(told)), "not known")
        for name, count in counts.items()
    }


def _evidence(values: pa.ChunkedArray) -> Counter[str]:
    told: Counter[str] = Counter()
    for pair in pc.value_counts(
        values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    ).to_pylist():
        if pair["values"] is not None:
            told[day_month_evidence(pair["values"])] += pair["counts"]
    return told


def _tells(count: Counter[str]) -> bool:
    return bool(count["day first"] or count["month first"])


def _order(count: Counter[str]) -> DayMonth:
    day, month = count["day first"], count["month first"]
    if day and day >= _AGREE * (day + month):
        return "day first"
    if month and month >= _AGREE * (day + month):
        return "month first"
    return "not known"


def _text_faults(values: pa.ChunkedArray) -> dict[int, str]:
    """Texts that a spreadsheet made and nobody recorded: errors and formulas. Few, so looked for whole first."""
    odd = pc.or_(
        pc.match_substring_regex(values, r"^[=+@]"),
        pc.is_in(pc.utf8_lower(values), value_set=pa.array(sorted(EXCEL_ERRORS))),
    )
    faults: dict[int, str] = {}
    for position in pc.indices_nonzero(pc.fill_null(odd, False)).to_pylist():
        try:
            check_text(values[position].as_py())
        except ValueError as fault:
            faults[position] = str(fault)
    return faults


def _read_column(
    values: pa.ChunkedArray, field: Field, order: DayMonth, day_0: date
) -> tuple[pa.Array, dict[int, str], list[str]]:
    """The values, the rows (by position) that could not be read and why, and what was assumed."""
    if field.type == "text" or (field.type == "code" and not field.codes):
        odd = _text_faults(values)
        if not odd:
            return values, {}, []
        odd_at = pa.array([position in odd for position in range(len(values))])
        return pc.if_else(odd_at, pa.scalar(None, pa.string()), values), odd, []
    encoded = _flat(values).dictionary_encode()
    parse = field.parser(order, day_0)
    read: list[object] = []
    wrong: dict[int, str] = {}
    notes: dict[str, None] = {}
    for index, text in enumerate(encoded.dictionary.to_pylist()):
        try:
            if text is not None:
                check_text(text)
            value, note = parse(text)
        except ValueError as fault:
            value, note = None, ""
            wrong[index] = str(fault)
        read.append(value)
        if note:
            notes[note] = None
    if order == "month first":
        notes["the dates are month first, as those with a day past the 12th show"] = None
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
