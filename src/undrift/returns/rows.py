"""Rows of text to rows of values, a column at a time: each distinct text is read once, in Python, then spread.

That keeps the rules for one cell plain and testable, and half a million rows quick.
"""

import functools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from undrift.returns.cells import (
    BLANKS,
    EARLIEST_YEAR,
    EXCEL_DAY_0,
    LATEST_YEAR,
    PARSERS,
    DayMonth,
    Parse,
    check_text,
    code_parser,
    date_parser,
    day_month_evidence,
)
from undrift.returns.mapping import MOST_CODES, NOTHING, ORDERS, active, unknown
from undrift.returns.submission import ARROW_TYPES, ORIGIN, Issue
from undrift.returns.texts import begins_with, holds, is_plain, of, parts

_TRY = {
    "text": "Put the value itself, as the record has it; in Excel, make the column text first.",
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
        return _code_parser(tuple(self.codes.items())) if self.codes else PARSERS[self.type]


@functools.cache
def _code_parser(codes: tuple[tuple[str, str], ...]) -> Parse:
    return code_parser(dict(codes))


@dataclass(frozen=True)
class Rows:
    """The good rows (fields' columns, then ORIGIN), what is wrong with the others, and what was assumed."""

    table: pa.Table
    issues: list[Issue]
    assumptions: list[str]


def encode(column: pa.ChunkedArray) -> pa.DictionaryArray:
    """Each distinct text once, trimmed, and which of them every row holds; the many ways of writing nothing are null."""
    if pa.types.is_dictionary(column.type):
        coded = _flat(column.unify_dictionaries())
    else:
        texts = column if pa.types.is_string(column.type) else column.cast(pa.string())
        coded = _flat(texts).dictionary_encode()
    if is_plain(coded.dictionary):
        return coded
    texts = pc.utf8_trim_whitespace(coded.dictionary)
    if pc.any(pc.starts_with(texts, "=")).as_py():
        # ="00123" is how a CSV file keeps Excel from dropping the zeros.
        texts = pc.replace_substring_regex(texts, pattern=r'^="([^"]*)"$', replacement=r"\1")
    blank = pc.is_in(pc.utf8_lower(texts), value_set=_BLANKS)
    at = coded.indices
    if pc.any(blank).as_py():
        at = pc.if_else(blank.take(at), pa.scalar(None, at.type), at)
    if texts.equals(coded.dictionary):
        return pa.DictionaryArray.from_arrays(at, texts)
    return recoded(texts, at)


_BLANKS = pa.array(BLANKS)


def clean_text(column: pa.ChunkedArray) -> pa.Array:
    """Trimmed; the many ways of writing nothing are null."""
    coded = encode(column)
    return coded.dictionary.take(coded.indices)


def read_rows(
    raw: pa.Table | Mapping[str, pa.DictionaryArray],
    numbers: pa.Array,
    fields: Sequence[Field],
    file: str,
    sheet: str = "",
    day_0: date = EXCEL_DAY_0,
    elsewhere: Counter[str] | None = None,
    carried: Mapping[str, pa.Array] | None = None,
    coded: bool = False,
    told: Mapping[str, Counter[str]] | None = None,
) -> Rows:
    """Read `raw` (text columns called by the fields' names; missing ones are all blank) into values.

    raw: a table, or columns that `encode` has been through. coded: leave text as each distinct text once.

    numbers: each row's number as Excel shows it. A row is held back when a field required "row" is blank or
    unreadable, or when any date that the records use is unreadable; any other fault leaves that cell blank.
    Wholly blank rows are dropped without a word. day_0: the day that bare day numbers count from.
    elsewhere: what the rest of the submission says of the order of day and month (`day_month_told`).
    carried: columns of the reader's own that go with the rows untouched; with them no row counts as blank.
    told: what the whole of each date column says of its order, when `raw` is but a part of it (`evidence`).
    """
    held_columns = (
        {f.name: encode(raw.column(f.name)) for f in fields if f.name in raw.column_names}
        if isinstance(raw, pa.Table)
        else {f.name: raw[f.name] for f in fields if f.name in raw}
    )
    carried = dict(carried or {})
    if not carried:
        numbers, held_columns = _drop_blank_rows(numbers, held_columns)
    count = len(numbers)
    held = np.zeros(count, bool)
    issues: list[Issue] = []
    assumptions: list[str] = []
    columns: list[pa.Array] = []
    evidence = {
        f.name: _evidence(held_columns[f.name]) if told is None else told[f.name]
        for f in fields
        if f.type == "date" and f.name in held_columns
    }
    orders = _day_month_orders(evidence, elsewhere or Counter())
    for field in fields:
        # A person's word decides where the column's own dates do not.
        own = evidence.get(field.name)
        if own is not None and not _tells(own) and own["either"]:
            orders[field.name] = _order_said(field, file, sheet) or orders[field.name]
            if orders[field.name] == "not known":
                unknown("dates", _place(file, sheet), [field.label], ORDERS)
    for field in fields:
        column = held_columns.get(field.name)
        if column is None:
            columns.append(_nothing(count, field, coded))
            continue
        column = _codes_said(column, field, (sheet, file))
        parsed, faults, notes = _read_texts(column, field, orders.get(field.name, "day first"), day_0)
        if not (coded and pa.types.is_string(parsed.type)):
            columns.append(parsed.take(column.indices))
        else:
            columns.append(column if parsed is column.dictionary else recoded(parsed, column.indices))
        if field.codes and faults:
            strange = [column.dictionary[index].as_py() for index in list(faults)[:MOST_CODES]]
            unknown("code", _place(file, sheet), strange, [*field.codes, NOTHING], field.label)
        holds_row = field.required == "row" or field.type == "date"
        issues += _faults(field, faults, column, numbers, file, sheet, holds_row)
        assumptions += [f"{_place(file, sheet)}, column {field.label}: {note}." for note in notes]
        if holds_row and faults:
            held |= np.isin(column.indices.fill_null(-1).to_numpy(), list(faults))
        if field.required and column.indices.null_count:
            blank = pc.is_null(column.indices)
            issues += _missing(field, blank, numbers, file, sheet)
            if field.required == "row":
                held |= blank.to_numpy(zero_copy_only=False)
    names = {f.name: c.type for f, c in zip(fields, columns, strict=True)}
    names |= {n: c.type for n, c in carried.items()}
    origin = [_same(file, count), _same(sheet, count), numbers.cast(pa.int32())]
    schema = pa.schema([*names.items(), *ORIGIN])
    table = pa.table([*columns, *carried.values(), *origin], schema=schema)
    if held.any():
        table = table.filter(pa.array(~held))
    return Rows(table, sorted(issues, key=lambda i: i.row or 0), assumptions)


CODED = pa.dictionary(pa.int32(), pa.string())


def _nothing(count: int, field: Field, coded: bool) -> pa.Array:
    kind = ARROW_TYPES[field.type]
    return pa.nulls(count, CODED if coded and pa.types.is_string(kind) else kind)


def recoded(texts: pa.Array, at: pa.Array) -> pa.DictionaryArray:
    """The column of `texts[at]` with each distinct text once, and null where there is none."""
    known = texts.dictionary_encode()
    if known.null_count or len(known.dictionary) < len(texts):
        at = known.indices.take(at)
    return pa.DictionaryArray.from_arrays(at, known.dictionary)


def _order_said(field: Field, file: str, sheet: str) -> DayMonth | None:
    said = active().order(field.label, (sheet, file))
    return "month first" if said == "month first" else "day first" if said else None


def _codes_said(coded: pa.DictionaryArray, field: Field, places: tuple[str, str]) -> pa.DictionaryArray:
    """The column with each text for which a person has said what it stands for."""
    if field.type == "text" or not any(entry.kind == "code" for entry in active().entries):
        return coded
    texts = coded.dictionary.to_pylist()
    read = [text and active().code(field.label, text, places) for text in texts]
    if read == texts:
        return coded
    gone = [at for at, text in enumerate(read) if text == NOTHING]
    at = coded.indices
    if gone:
        at = pc.if_else(pc.is_in(at, value_set=pa.array(gone, at.type)), pa.scalar(None, at.type), at)
    return pa.DictionaryArray.from_arrays(at, pa.array(read, pa.string()))


def _same(text: str, count: int) -> pa.Array:
    return pa.repeat(text, count)


def _drop_blank_rows(
    numbers: pa.Array, columns: dict[str, pa.DictionaryArray]
) -> tuple[pa.Array, dict[str, pa.DictionaryArray]]:
    # A column with something in every row settles it without looking at the others.
    if not columns or any(column.indices.null_count == 0 for column in columns.values()):
        return numbers, columns
    said = functools.reduce(pc.or_, (pc.is_valid(column.indices) for column in columns.values()))
    if pc.all(said).as_py():
        return numbers, columns
    return numbers.filter(said), {name: column.filter(said) for name, column in columns.items()}


# Of the dates in a column that can be read one way only, how many must agree before they speak for the others.
_AGREE = 0.95


def day_month_told(raw: pa.Table, fields: Sequence[Field]) -> Counter[str]:
    """What all the date columns of one table say of the order of day and month."""
    return sum(each_told(raw, fields).values(), Counter[str]())


def each_told(raw: pa.Table, fields: Sequence[Field]) -> dict[str, Counter[str]]:
    """What each date column of a table says of the order of day and month; tables' parts can be added up."""
    dates = [f.name for f in fields if f.type == "date" and f.name in raw.column_names]
    return {
        name: _evidence(encode(column)) if _may_tell(column := raw.column(name)) else Counter()
        for name in dates
    }


def _may_tell(column: pa.ChunkedArray) -> bool:
    """Whether any text begins as no year does: one or two characters and no third before a mark, or a blank. A look at
    the letters themselves, for a large file has the same dates in every batch."""
    return any(
        begins_with(chunk.dictionary if pa.types.is_dictionary(chunk.type) else chunk, _MARKS, within=3)
        for chunk in column.chunks
    )


# Letters that stand among the first three of a text only when it is no date that begins with its year, or is padded.
_MARKS = of(b"-/. =\t\r\n\xc2\xe2\xe3")


def _day_month_orders(counts: Mapping[str, Counter[str]], elsewhere: Counter[str]) -> dict[str, DayMonth]:
    """Whether each date column is day first, from its own dates; else from those beside it, else from elsewhere.

    A column that needs to know and has nothing to go by is "not known": its rows are held back, never guessed.
    """
    together = sum(counts.values(), Counter[str]())
    return {
        name: next((_order(told) for told in (count, together, elsewhere) if _tells(told)), "not known")
        for name, count in counts.items()
    }


def _evidence(coded: pa.DictionaryArray) -> Counter[str]:
    told: Counter[str] = Counter()
    if not begins_with(coded.dictionary, _MARKS, within=3):
        return told
    telling = pc.indices_nonzero(
        pc.fill_null(pc.match_substring_regex(coded.dictionary, _NUMERIC_DATE), False)
    )
    if not len(telling):
        return told
    times = np.bincount(coded.indices.drop_null().to_numpy(), minlength=len(coded.dictionary))[telling]
    for text, count in zip(coded.dictionary.take(telling).to_pylist(), times.tolist(), strict=True):
        told[day_month_evidence(text)] += count
    return told


_NUMERIC_DATE = r"^\d{1,2}[-/. ]\d{1,2}[-/. ]"


def _tells(count: Counter[str]) -> bool:
    return bool(count["day first"] or count["month first"])


def _order(count: Counter[str]) -> DayMonth:
    day, month = count["day first"], count["month first"]
    if day and day >= _AGREE * (day + month):
        return "day first"
    if month and month >= _AGREE * (day + month):
        return "month first"
    return "not known"


def _text_faults(texts: pa.Array) -> dict[int, str]:
    """Texts that a spreadsheet made and nobody recorded: errors and formulas. Few, so looked for whole first."""
    faults: dict[int, str] = {}
    if not begins_with(texts, _ODD):
        return faults
    odd = pc.match_substring_regex(texts, r"^[=+@#]")  # every error of Excel's begins with #
    for index in pc.indices_nonzero(pc.fill_null(odd, False)).to_pylist():
        try:
            check_text(texts[index].as_py())
        except ValueError as fault:
            faults[index] = str(fault)
    return faults


_ODD, _PLUS = of(b"=+@#"), of(b"+")


def _cut_short(texts: pa.Array) -> dict[int, str]:
    """Ids of figures that Excel saved as 1.23E+11: several may have become the same one."""
    short = pc.match_substring_regex(texts, r"^\d(\.\d+)?[Ee]\+\d+$")
    said = "is a number that Excel has cut short, so that what it was is lost"
    return dict.fromkeys(pc.indices_nonzero(pc.fill_null(short, False)).to_pylist(), said)


def _read_texts(
    coded: pa.DictionaryArray, field: Field, order: DayMonth, day_0: date
) -> tuple[pa.Array, dict[int, str], list[str]]:
    """The value of each distinct text, the texts (by index) that could not be read and why, and what was assumed."""
    if field.type == "text" or (field.type == "code" and not field.codes):
        odd = _text_faults(coded.dictionary)
        if field.required == "row" and holds(coded.dictionary, _PLUS):
            odd |= _cut_short(coded.dictionary)
        texts = coded.dictionary
        if odd:
            texts = pc.if_else(pa.array([i in odd for i in range(len(texts))]), _NO_TEXT, texts)
        return texts, odd, []
    if field.type == "date" and (days := _plain_dates(coded.dictionary, order)) is not None:
        notes_of = [_MONTH_FIRST] if order == "month first" else []
        return days, {}, notes_of
    parse = field.parser(order, day_0)
    read: list[object] = []
    wrong: dict[int, str] = {}
    notes: dict[str, None] = {}
    used = pc.unique(coded.indices)
    unused = set(range(len(coded.dictionary))) - set(used.to_pylist())
    for index, text in enumerate(coded.dictionary.to_pylist()):
        value: object = None
        note = ""
        try:
            if text is not None and index not in unused:
                check_text(text)
                value, note = parse(text)
        except ValueError as fault:
            wrong[index] = str(fault)
        read.append(value)
        if note:
            notes[note] = None
    if order == "month first":
        notes[_MONTH_FIRST] = None
    return pa.array(read, ARROW_TYPES[field.type]), wrong, list(notes)


_NO_TEXT = pa.scalar(None, pa.string())
_MONTH_FIRST = "the dates were read month first"


def _plain_dates(texts: pa.Array, order: DayMonth) -> pa.Array | None:
    """The dates of a column that holds only whole, real ones in the two commonest shapes, read at once; else None."""
    days = _iso_days(texts)
    if days is not None or order == "not known" or not begins_with(texts, _SLASH, within=3):
        return days
    said = r"\3-\2-\1" if order == "day first" else r"\3-\1-\2"
    return _iso_days(pc.replace_substring_regex(texts, r"^(\d\d)/(\d\d)/(\d{4})$", said))


_SLASH = of(b"/")
_FIRST_DAY, _DAY_AFTER = ((date(year, 1, 1) - date(1970, 1, 1)).days for year in (EARLIEST_YEAR, LATEST_YEAR))


def _iso_days(texts: pa.Array) -> pa.Array | None:
    """The dates of texts that are all yyyy-mm-dd, alone or with a time to the second; None when any is not."""
    if texts.null_count or (found := parts(texts)) is None:
        return None
    sizes = found[1] - found[0]
    if not ((sizes == len("2026-11-26")) | (sizes == len("2026-11-26 00:00:00"))).all():
        return None
    try:
        seconds = texts.cast(pa.timestamp("s")).cast(pa.int64()).to_numpy()
    except pa.ArrowInvalid:  # 31 February: the one that it is gets its reason
        return None
    days = seconds // (24 * 60 * 60)  # any time of day is dropped
    if days.min() < _FIRST_DAY or days.max() >= _DAY_AFTER:
        return None
    return pa.array(days.astype(np.int32)).view(pa.date32())


def _flat(values: pa.ChunkedArray) -> pa.Array:
    if not isinstance(values, pa.ChunkedArray):
        return values
    return values.chunk(0) if values.num_chunks == 1 else values.combine_chunks()  # which would copy the one


def _faults(
    field: Field,
    faults: dict[int, str],
    coded: pa.DictionaryArray,
    numbers: pa.Array,
    file: str,
    sheet: str,
    holds_row: bool,
) -> list[Issue]:
    if not faults:
        return []
    wrong = pc.is_in(coded.indices, value_set=pa.array(list(faults), coded.indices.type))
    return [
        Issue(
            file=file,
            sheet=sheet,
            row=number,
            column=field.label,
            what=f"The cell {faults[index]}; the row is held back."
            if holds_row
            else f"The cell {faults[index]}; it is left blank.",
            try_=_TRY.get(field.type, ""),
            code=f"{field.type}_unreadable",
            severity="held back" if holds_row else "kept",
            value=coded.dictionary[index].as_py(),
        )
        for number, index in zip(
            numbers.filter(wrong).to_pylist(), coded.indices.filter(wrong).to_pylist(), strict=True
        )
    ]


def _missing(field: Field, blank: pa.Array, numbers: pa.Array, file: str, sheet: str) -> list[Issue]:
    holds_row = field.required == "row"
    rows = numbers.filter(blank).to_pylist()
    return [
        Issue(
            file=file,
            sheet=sheet,
            row=row,
            column=field.label,
            what="Nothing is recorded here; the row is held back."
            if holds_row
            else "Nothing is recorded here.",
            try_="Fill it in from the record.",
            code="required_missing",
            severity="held back" if holds_row else "kept",
        )
        for row in rows
    ]


def _place(file: str, sheet: str) -> str:
    return f"{file}, sheet {sheet}" if sheet else file
