"""Ids that lost their leading zeros on the way: put back where the same return shows what they were."""

from collections import defaultdict
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from undrift.returns.words import counted

_FIGURES, _WITH_ZEROS = r"^[1-9][0-9]*$", r"^0+[1-9][0-9]*$"


def with_zeros(tables: Mapping[str, pa.Table], column: str) -> tuple[dict[str, pa.Table], dict[str, str]]:
    """`tables` with ids such as 123 read as 00123 where some table has 00123; and what to say of it, by table.

    column: what every table calls the child's id. Left as it is: an id that could be two others, and one that stands
    beside its longer form in some table, which has lost no zeros.
    """
    known: dict[str, pa.DictionaryArray] = {}
    for name, table in tables.items():
        if column in table.column_names:
            ids = table.column(column).combine_chunks()
            known[name] = ids if pa.types.is_dictionary(ids.type) else ids.dictionary_encode()
    short = {name: set(_used(ids, _FIGURES)) for name, ids in known.items()}
    full: dict[str, set[str]] = defaultdict(set)
    unclear: set[str] = set()
    for name, ids in known.items():
        for said in _used(ids, _WITH_ZEROS):
            bare = said.lstrip("0")
            full[bare].add(said)
            if bare in short[name] or len(full[bare]) > 1:
                unclear.add(bare)
    read = {bare: said.pop() for bare, said in full.items() if bare not in unclear}
    notes: dict[str, str] = {}
    made = dict(tables)
    for name, ids in known.items():
        count, left = len(short[name] & read.keys()), len(short[name] & unclear)
        if count:
            notes[name] = f"{counted(count, 'id')} had lost leading zeros; read as other tables have them."
        if left:
            said_too = f"{counted(left, 'id')} may or may not have lost leading zeros; left as found."
            notes[name] = " ".join(filter(None, [notes.get(name), said_too]))
        if count:
            texts = pa.array([read.get(said, said) for said in ids.dictionary.to_pylist()], pa.string())
            at = tables[name].column_names.index(column)
            whole = texts.take(ids.indices)
            is_coded = pa.types.is_dictionary(tables[name].column(column).type)
            made[name] = tables[name].set_column(at, column, whole.dictionary_encode() if is_coded else whole)
    return made, notes


def _used(ids: pa.DictionaryArray, like: str) -> list[str]:
    """The distinct ids like this that some row has."""
    rows = pc.indices_nonzero(pc.match_substring_regex(ids.dictionary, like))
    used = (
        rows.filter(pc.is_in(rows, value_set=pc.unique(ids.indices).cast(rows.type))) if len(rows) else rows
    )
    texts: list[str] = ids.dictionary.take(used).to_pylist()
    return texts
