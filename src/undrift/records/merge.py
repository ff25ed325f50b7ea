"""Several submissions put together as one set of tables, each table from one submission only, save the people."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from undrift.errors import UserError
from undrift.records.ties import fill
from undrift.records.upn import tie
from undrift.returns import Issue, Submission
from undrift.returns.spec import record_tables
from undrift.returns.submission import TITLES
from undrift.returns.words import counted

# Whose word stands where two submissions give the same table: what somebody filled in for this load, whole histories,
# then a checked year, then an inspection's extract of the latest. Between the yearly returns only the people are shared.
PRECEDENCE = ("forms", "ssd", "workforce", "ssda903", "cin_census", "annex_a", "sen2")

# Each return names the children, workers and teams it is about, so those of several are put together. Of one, the
# first submission's row stands.
TOGETHER = frozenset({"ssd_person", "ssd_professionals", "ssd_department"})

# Who is about other people than social care's own extract is; by any other, a whole history is not added to.
ADDS_TO_ALL = frozenset({"sen2", "workforce"})


@dataclass(frozen=True)
class Merged:
    """kinds: table to the kind of submission it came from. extents: table to "all" or the part of history held."""

    tables: dict[str, pa.Table]
    kinds: dict[str, str]
    extents: dict[str, str]
    not_held: dict[str, str]
    assumptions: tuple[str, ...]
    issues: tuple[Issue, ...] = ()


def merge(submissions: Sequence[Submission]) -> Merged:
    """One table from one submission, by PRECEDENCE. UserError when two of one kind both give a table."""
    tables: dict[str, pa.Table] = {}
    kinds: dict[str, str] = {}
    extents: dict[str, str] = {}
    not_held: dict[str, str] = {}
    assumptions: list[str] = []
    passed_over: dict[tuple[str, str], list[str]] = {}
    submissions, issues, notes = tie(submissions)
    assumptions += notes
    for submission in sorted(submissions, key=lambda s: PRECEDENCE.index(s.kind)):
        for name, table in submission.tables.items():
            if kinds.get(name) == submission.kind:
                raise UserError(
                    f"Two of the returns given hold {name}.",
                    where=", ".join(file.name for file in submission.files),
                    try_="Load one of them; two dates or two authorities are two loads.",
                )
            whole = kinds.get(name) == "ssd" and submission.kind not in ADDS_TO_ALL
            if name in TOGETHER and name in kinds and not whole:
                tables[name], added = _with_others(tables[name], table, name)
                assumptions.append(
                    f"{name}: taken from {TITLES[kinds[name]]}, with {counted(added, 'row')} more from "
                    f"{TITLES[submission.kind]}."
                )
                continue
            if name in kinds:
                passed_over.setdefault((kinds[name], submission.kind), []).append(name)
                continue
            tables[name], kinds[name] = table, submission.kind
            extents[name] = submission.extents.get(name, "all")
        for name, why in submission.not_held.items():
            not_held.setdefault(name, why)
    assumptions += [
        f"Taken from {TITLES[kept]}, not from {TITLES[other]}: {', '.join(names)}."
        for (kept, other), names in passed_over.items()
    ]
    tables = {name: _with_ids(name, table, tables, issues) for name, table in tables.items()}
    tables, unfound, notes = fill(tables, kinds)
    assumptions += [*notes, *_links_across(kinds)]
    not_held = {name: why for name, why in not_held.items() if name not in tables}
    return Merged(tables, kinds, extents, not_held, tuple(assumptions), (*issues, *unfound))


def _with_others(table: pa.Table, other: pa.Table, name: str) -> tuple[pa.Table, int]:
    """`table` and the rows of `other` that it lacks, by key or by what they are called; and how many those are."""
    key = record_tables()[name].keys[0]
    called = next((names for parent, _, names in _NAMED.values() if parent == name), ())

    def known_by(of: pa.Table) -> list[list[str]]:
        return [list(map(_fold, of.column(column).to_pylist())) for column in (key, *called)]

    known = {said for column in known_by(table) for said in column if said}
    mine = zip(*known_by(other), strict=True)
    more = other.filter(pa.array([known.isdisjoint(filter(None, said)) for said in mine], pa.bool_()))
    return pa.concat_tables([table, more]), more.num_rows


# Links that are an id in every kind of submission, and so hold from one to another.
_SHARED = frozenset({"ssd_person", "ssd_department", "ssd_professionals"})


def _links_across(kinds: dict[str, str]) -> list[str]:
    """What is lost when a table and the one it points to come from submissions that number their rows differently."""
    return [
        f"{name}: from {TITLES[kind]}, so its rows cannot be tied to those of {parent}, from {TITLES[kinds[parent]]}, "
        "except by child and date."
        for name, kind in kinds.items()
        for parent in sorted(
            {c.references.partition(".")[0] for c in record_tables()[name].columns} - _SHARED
        )
        # A form's ids are the case system's own, as the dataset's are.
        if parent in kinds and kinds[parent] != kind and {kind, kinds[parent]} != {"forms", "ssd"}
    ]


# Annex A and the forms name teams and workers, and SSDA903 gives a worker's registration, where the SSD has ids: an id
# and what it is called are matched without case.
_NAMED = {
    "ssd_department.dept_team_id": ("ssd_department", "dept_team_id", ("dept_team_name",)),
    "ssd_professionals.prof_professional_id": (
        "ssd_professionals",
        "prof_professional_id",
        ("prof_social_worker_registration_no", "prof_professional_name"),
    ),
}


def _with_ids(name: str, table: pa.Table, tables: dict[str, pa.Table], issues: list[Issue]) -> pa.Table:
    """`table` with team and worker names replaced by their ids, where those tables came with ids of their own.

    A name that two go by is left blank, with an issue for each row that has it.
    """
    for column in record_tables()[name].columns:
        if column.references not in _NAMED:
            continue
        parent, key, called = _NAMED[column.references]
        if parent not in tables or parent == name:
            continue
        ids = tables[parent].column(key).to_pylist()
        by_name: dict[str, set[str]] = defaultdict(set)
        for column_called in called:
            for text, id_ in zip(tables[parent].column(column_called).to_pylist(), ids, strict=True):
                if text:
                    by_name[_fold(text)].add(id_)
        known = set(ids)
        encoded = table.column(column.name).combine_chunks().dictionary_encode()
        said = encoded.dictionary.to_pylist()
        fits = [{text} if text in known else by_name.get(_fold(text), {text}) for text in said]
        read = [next(iter(fit)) if len(fit) == 1 else None for fit in fits]
        if read != said:
            at = table.column_names.index(column.name)
            indices = encoded.indices
            unclear = {n for n, fit in enumerate(fits) if len(fit) > 1}
            issues += (
                _unclear(table, column.name, [n in unclear for n in indices.to_pylist()]) if unclear else []
            )
            table = table.set_column(at, column.name, pa.array(read, pa.string()).take(indices))
    return table


def _unclear(table: pa.Table, column: str, rows: list[bool]) -> list[Issue]:
    places = table.select(["_file", "_sheet", "_row"]).filter(pa.array(rows)).to_pylist()
    return [
        Issue(
            file=place["_file"],
            sheet=place["_sheet"],
            row=place["_row"],
            column=column,
            what="More than one goes by this name, so it is left blank.",
            try_="Give the id in place of the name.",
            code="name_unclear",
            severity="kept",
        )
        for place in places
    ]


def _fold(name: str | None) -> str:
    return " ".join((name or "").casefold().split())
