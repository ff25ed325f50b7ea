"""Several submissions put together as one set of tables, each table from one submission only."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from undrift.errors import UserError
from undrift.returns import Submission
from undrift.returns.spec import record_tables

# Whose word stands where two submissions give the same table: whole histories, then a checked year, then an
# inspection's extract of the latest. Between the two yearly returns only the children themselves are in both.
PRECEDENCE = ("ssd", "ssda903", "cin_census", "annex_a")

# Each return lists the children it is about, so the children of several are put together; a whole history is not
# added to. Of one child, the first submission's row stands.
TOGETHER = frozenset({"ssd_person"})


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
            if name in TOGETHER and name in kinds and kinds[name] != "ssd":
                tables[name], added = _with_others(tables[name], table, record_tables()[name].keys)
                assumptions.append(
                    f"{name}: taken from the {kinds[name]} submission, with {added:,} rows that only the "
                    f"{submission.kind} one has."
                )
                continue
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
    assumptions += _links_across(kinds)
    return Merged(
        tables, kinds, extents, {n: why for n, why in not_held.items() if n not in tables}, tuple(assumptions)
    )


def _with_others(table: pa.Table, other: pa.Table, keys: Sequence[str]) -> tuple[pa.Table, int]:
    """`table` and the rows of `other` whose key it lacks; and how many those are."""
    known = set(zip(*(table.column(key).to_pylist() for key in keys), strict=True))
    others = zip(*(other.column(key).to_pylist() for key in keys), strict=True)
    more = other.filter(pa.array([key not in known for key in others], pa.bool_()))
    return pa.concat_tables([table, more]), more.num_rows


# Links that are an id in every kind of submission, and so hold from one to another.
_SHARED = frozenset({"ssd_person", "ssd_department", "ssd_professionals"})


def _links_across(kinds: dict[str, str]) -> list[str]:
    """What is lost when a table and the one it points to come from submissions that number their rows differently."""
    return [
        f"{name}: from the {kind} submission, so its rows cannot be tied to those of {parent}, from the "
        f"{kinds[parent]} one, except by child and date."
        for name, kind in kinds.items()
        for parent in sorted(
            {c.references.partition(".")[0] for c in record_tables()[name].columns} - _SHARED
        )
        if parent in kinds and kinds[parent] != kind
    ]


# Annex A names teams and workers, and SSDA903 gives a worker's registration, where the SSD has ids: an id and what
# it is called are matched without case.
_NAMED = {
    "ssd_department.dept_team_id": ("ssd_department", "dept_team_id", ("dept_team_name",)),
    "ssd_professionals.prof_professional_id": (
        "ssd_professionals",
        "prof_professional_id",
        ("prof_social_worker_registration_no", "prof_professional_name"),
    ),
}


def _with_ids(name: str, table: pa.Table, tables: dict[str, pa.Table]) -> pa.Table:
    """`table` with team and worker names replaced by their ids, where those tables came with ids of their own."""
    for column in record_tables()[name].columns:
        if column.references not in _NAMED:
            continue
        parent, key, called = _NAMED[column.references]
        if parent not in tables or parent == name:
            continue
        ids = tables[parent].column(key).to_pylist()
        by_name = {
            _fold(text): key
            for column_called in called
            for text, key in zip(tables[parent].column(column_called).to_pylist(), ids, strict=True)
            if text
        }
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
