"""Ids that lost their leading zeros on the way: put back where the same return shows what they were."""

from collections import defaultdict
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

_FIGURES, _WITH_ZEROS = r"^[1-9][0-9]*$", r"^0+[1-9][0-9]*$"


def with_zeros(tables: Mapping[str, pa.Table], column: str) -> tuple[dict[str, pa.Table], dict[str, int]]:
    """`tables` with ids such as 123 read as 00123 where some table has 00123; how many distinct ids changed, by table.

    column: what every table calls the child's id. An id that could be two others is left as it is.
    """
    known: dict[str, pa.DictionaryArray] = {}
    for name, table in tables.items():
        if column in table.column_names:
            ids = table.column(column).combine_chunks()
            known[name] = ids if pa.types.is_dictionary(ids.type) else ids.dictionary_encode()
    full: dict[str, set[str]] = defaultdict(set)
    for ids in known.values():
        for said in _used(ids, _WITH_ZEROS):
            full[said.lstrip("0")].add(said)
    read = {bare: said.pop() for bare, said in full.items() if len(said) == 1}
    changed: dict[str, int] = {}
    made = dict(tables)
    for name, ids in known.items() if read else ():
        if count := sum(said in read for said in _used(ids, _FIGURES)):
            changed[name] = count
            texts = pa.array([read.get(said, said) for said in ids.dictionary.to_pylist()], pa.string())
            at = tables[name].column_names.index(column)
            whole = texts.take(ids.indices)
            is_coded = pa.types.is_dictionary(tables[name].column(column).type)
            made[name] = tables[name].set_column(at, column, whole.dictionary_encode() if is_coded else whole)
    return made, changed


def _used(ids: pa.DictionaryArray, like: str) -> list[str]:
    """The distinct ids like this that some row has."""
    rows = pc.indices_nonzero(pc.match_substring_regex(ids.dictionary, like))
    used = (
        rows.filter(pc.is_in(rows, value_set=pc.unique(ids.indices).cast(rows.type))) if len(rows) else rows
    )
    texts: list[str] = ids.dictionary.take(used).to_pylist()
    return texts
