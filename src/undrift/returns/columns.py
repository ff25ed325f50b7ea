"""Rows of a return into rows of the records, whole columns at a time.

Text is coded (`rows.CODED`): each distinct text once, and which of them every row holds. Beside what it says a row has
`WHO`, a number for its child, and `AT`, a number for where it stood, which follows it into the records.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

WHO, AT = "_who", "_at"

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]

_DAYS = 20  # bits of a day, counted from 1970 less half of what they hold
_NO_DAY = 1  # no year that is read is as early


def together(rows: Iterable[pa.Table]) -> pa.Table:
    """The rows of several tables as one, each distinct text once."""
    return pa.concat_tables(rows).unify_dictionaries().combine_chunks()


def of_one_code(columns: Sequence[pa.DictionaryArray], kind: pa.DataType) -> list[pa.DictionaryArray]:
    """Coded columns of several tables in which the same text has the same number."""
    found: list[pa.DictionaryArray] = pa.chunked_array(columns, kind).unify_dictionaries().chunks
    return found


def select(rows: pa.Table, *same: str, **columns: pa.ChunkedArray | str) -> pa.Table:
    """Columns of `rows` under their own names, or others, or given; with whose each row is and where it stood."""
    given = {name: rows.column(c) if isinstance(c, str) else c for name, c in columns.items()}
    return pa.table({**{name: rows.column(name) for name in (*same, WHO, AT)}, **given})


def where(rows: pa.Table, mask: Mask) -> pa.Table:
    return rows.filter(pa.array(mask))


def always(value: str, rows: pa.Table) -> pa.ChunkedArray:
    return pa.chunked_array([pa.repeat(value, rows.num_rows)])


def is_given(rows: pa.Table, name: str) -> Mask:
    """Where a column is not blank."""
    found: Mask = rows.column(name).is_valid().to_numpy()
    return found


def is_(rows: pa.Table, name: str, value: str) -> Mask:
    """Where a column says just this."""
    same: Mask = pc.fill_null(pc.equal(rows.column(name).cast(pa.string()), value), False).to_numpy()
    return same


def each(column: pa.ChunkedArray, read: Callable[[str], str | None]) -> pa.ChunkedArray:
    """A coded column with what `read` makes of each distinct text."""
    coded = column.combine_chunks()
    return pa.chunked_array(
        [pa.array(map(read, coded.dictionary.to_pylist()), pa.string()).take(coded.indices)]
    )


def take(column: pa.ChunkedArray, at: Numbers) -> pa.ChunkedArray:
    """The values at `at`; null at -1."""
    return column.take(pa.array(at, mask=at < 0))


def first_row(who: Numbers, mask: Mask) -> Numbers:
    """For each number in `who` its first row where the mask holds; -1 for none."""
    found = np.full(int(who.max(initial=-1)) + 1, -1, np.int64)
    at = np.flatnonzero(mask)[::-1]
    found[who[at]] = at  # of several the last written stands: read backwards, the first
    return found


def first_of_each(rows: pa.Table) -> pa.Table:
    """The first row of each child."""
    found = first_row(rows.column(WHO).to_numpy(), np.ones(rows.num_rows, bool))
    return rows.take(pa.array(found[found >= 0]))


def day_key(rows: pa.Table, day: str) -> pa.Array:
    """A number for each child and day, in order of day within a child; null when there is no day."""
    days = rows.column(day).cast(pa.int32()).cast(pa.int64()).combine_chunks()
    child = rows.column(WHO).to_numpy() << _DAYS
    return pc.add(days, pa.array(child + (1 << _DAYS - 1)))


def child_of(keys: Numbers) -> Numbers:
    """The child's number in a `day_key`."""
    return keys >> _DAYS


def found_in(keys: pa.Array, among: pa.Array) -> Numbers:
    """Where each key stands among others; -1 where it does not, or is null."""
    at: Numbers = (
        pc.index_in(keys, value_set=among, skip_nulls=True).fill_null(-1).to_numpy().astype(np.int64)
    )
    return at


def least(keys: pa.Array, ids: pa.ChunkedArray) -> pa.Table:
    """`key` and `id`: the least id of each key that is not null, in order of keys.

    Not by `group_by`, whose import alone takes longer than a small workbook.
    """
    ids, of = ids.filter(keys.is_valid()), keys.drop_null().to_numpy()
    order = np.argsort(of, kind="stable")
    starts = np.flatnonzero(np.diff(of[order], prepend=-1))
    found = order[starts]
    ends = np.append(starts[1:], len(order))
    for several in np.flatnonzero(ends - starts > 1):
        rows = order[starts[several] : ends[several]]
        said = ids.take(pa.array(rows)).to_pylist()
        found[several] = rows[said.index(min(said))]
    return pa.table({"key": of[found], "id": ids.take(pa.array(found))})


def groups(which: Numbers) -> tuple[Numbers, Numbers]:
    """Which group of like numbers each is in, and how many each group has."""
    coded = pa.array(which).dictionary_encode()
    place: Numbers = coded.indices.to_numpy().astype(np.int64)
    return place, np.bincount(place, minlength=len(coded.dictionary))


def numbered(
    rows: pa.Table, day: str | None, order: Callable[[pa.Table], list[tuple[object, ...]]]
) -> Numbers:
    """The number of each row, from 1, among those of its child and day. order: what puts several in order, a row each."""
    if day is None:
        which = rows.column(WHO).to_numpy()
    else:
        which = day_key(rows, day).fill_null(_NO_DAY).to_numpy()
        # A row without a day is among those of its child without one.
        undated = which == _NO_DAY
        which = np.where(undated, rows.column(WHO).to_numpy() << _DAYS, which)
    numbers = np.ones(rows.num_rows, np.int64)
    place, sizes = groups(which)
    if len(sizes) == len(which):
        return numbers
    several = np.flatnonzero(sizes[place] > 1)
    in_order = order(rows.take(pa.array(several)))
    seen: dict[int, int] = {}
    for at in sorted(range(len(several)), key=in_order.__getitem__):
        group = int(place[several[at]])
        seen[group] = seen.get(group, 0) + 1
        numbers[several[at]] = seen[group]
    return numbers


def made_id(of: str, rows: pa.Table, child: str, day: str | None, numbers: Numbers) -> pa.ChunkedArray:
    """An id for rows that are given none: what of, the child, the day, the number among those of child and day."""
    who, last = rows.column(child).cast(pa.string()), pa.array(numbers).cast(pa.string())
    days = rows.column(day).cast(pa.string()).fill_null("undated") if day else "undated"
    return pc.binary_join_element_wise(of, who, days, last, ":")


def hung(what: str, made: pa.ChunkedArray) -> pa.ChunkedArray:
    """The id of what hangs on the row that has the id `made`."""
    return pc.binary_join_element_wise(made, what, ":")


def place_of(at: Numbers, names: pa.Array) -> tuple[pa.Array, pa.Array]:
    """From `AT`, made as `at_of`: which of `names` each row stood in, and its number there."""
    return names.take(pa.array((at >> 32).astype(np.int32))), pa.array((at & 0xFFFFFFFF).astype(np.int32))


def at_of(place: int, rows: pa.ChunkedArray) -> pa.Array:
    """Where rows stood, as one number each: the place in the high half, the row in the low."""
    return pa.array(place << 32 | rows.to_numpy().astype(np.int64))
