"""Ids that lost their leading zeros on the way: put back where the same return shows what they were."""

import re
from collections import defaultdict
from collections.abc import Mapping

import pyarrow as pa

_FIGURES = re.compile(r"[1-9]\d*")


def with_zeros(tables: Mapping[str, pa.Table], column: str) -> tuple[dict[str, pa.Table], dict[str, int]]:
    """`tables` with ids such as 123 read as 00123 where some table has 00123; how many distinct ids changed, by table.

    column: what every table calls the child's id. An id that could be two others is left as it is.
    """
    known = {
        name: table.column(column).unique() for name, table in tables.items() if column in table.column_names
    }
    full: dict[str, set[str]] = defaultdict(set)
    for ids in known.values():
        for said in ids.to_pylist():
            if said and said[0] == "0" and (bare := said.lstrip("0")) and _FIGURES.fullmatch(bare):
                full[bare].add(said)
    read = {bare: said.pop() for bare, said in full.items() if len(said) == 1}
    changed: dict[str, int] = {}
    made = dict(tables)
    for name, ids in known.items():
        if count := sum(said in read for said in ids.to_pylist()):
            changed[name] = count
            coded = tables[name].column(column).combine_chunks().dictionary_encode()
            texts = pa.array([read.get(said, said) for said in coded.dictionary.to_pylist()], pa.string())
            at = tables[name].column_names.index(column)
            made[name] = tables[name].set_column(at, column, texts.take(coded.indices))
    return made, changed
