"""Several submissions put together as one set of tables, each table from one submission only."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from undrift.errors import UserError
from undrift.returns import Submission
from undrift.returns.spec import ssd_tables

# Whose word stands where two submissions give the same table: event histories over an inspection's extract.
PRECEDENCE = ("ssd", "annex_a")


@dataclass(frozen=True)
class Merged:
    """kinds: table to the kind of submission it came from. extents: table to "all" or the part of history held."""

    tables: dict[str, pa.Table]
    kinds: dict[str, str]
    extents: dict[str, str]
    not_held: dict[str, str]
    assumptions: tuple[str, ...]


def merge(submissions: Sequence[Submission]) -> Merged:
    """One table from one submission, by PRECEDENCE. UserError when two of one kind both give a table."""
    tables: dict[str, pa.Table] = {}
    kinds: dict[str, str] = {}
    extents: dict[str, str] = {}
    not_held: dict[str, str] = {}
    assumptions: list[str] = []
    for submission in sorted(submissions, key=lambda s: PRECEDENCE.index(s.kind)):
        for name, table in submission.tables.items():
            if kinds.get(name) == submission.kind:
                raise UserError(
                    f"Two of the submissions give {name}.",
                    where=", ".join(file.name for file in submission.files),
                    try_="Load one of them; two dates or two authorities are two loads.",
                )
            if name in kinds:
                assumptions.append(
                    f"{name}: taken from the {kinds[name]} submission, not the {submission.kind} one."
                )
                continue
            tables[name], kinds[name] = table, submission.kind
            extents[name] = submission.extents.get(name, "all")
        for name, why in submission.not_held.items():
            not_held.setdefault(name, why)
    tables = {name: _with_ids(name, table, tables) for name, table in tables.items()}
    return Merged(
        tables, kinds, extents, {n: why for n, why in not_held.items() if n not in tables}, tuple(assumptions)
    )


# Annex A names teams and workers where the SSD has ids; an id and its name are matched without case.
_NAMED = {
    "ssd_department.dept_team_id": ("ssd_department", "dept_team_id", "dept_team_name"),
    "ssd_professionals.prof_professional_id": (
        "ssd_professionals",
        "prof_professional_id",
        "prof_professional_name",
    ),
}


def _with_ids(name: str, table: pa.Table, tables: dict[str, pa.Table]) -> pa.Table:
    """`table` with team and worker names replaced by their ids, where those tables came with ids of their own."""
    for column in ssd_tables()[name].columns:
        if column.references not in _NAMED:
            continue
        parent, key, called = _NAMED[column.references]
        if parent not in tables or parent == name:
            continue
        ids = tables[parent].column(key).to_pylist()
        by_name = dict(zip(map(_fold, tables[parent].column(called).to_pylist()), ids, strict=True))
        known = set(ids)
        encoded = table.column(column.name).combine_chunks().dictionary_encode()
        said = encoded.dictionary.to_pylist()
        read = [text if text in known else by_name.get(_fold(text), text) for text in said]
        if read != said:
            at = table.column_names.index(column.name)
            table = table.set_column(at, column.name, pa.array(read, pa.string()).take(encoded.indices))
    return table


def _fold(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
