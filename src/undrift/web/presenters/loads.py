"""Loads made ready for the page: what each holds, what changed from one to the next, and what is wrong with one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from django.utils.crypto import salted_hmac

from undrift import records
from undrift.records.changes import Change, Comparison, What
from undrift.records.store import Load, load_folder
from undrift.returns import Issue
from undrift.returns.spec import record_tables
from undrift.returns.submission import TITLES

HOWS: dict[What, str] = {
    "new": "New",
    "gone": "Gone",
    "altered": "Altered",
    "entered late": "Entered late",
    "back-dated": "Back-dated",
}


@dataclass(frozen=True)
class TableShown:
    name: str
    says: str
    rows: int
    kind: str
    files: str
    extent: str


@dataclass(frozen=True)
class Counts:
    """The five counts of a table, or of one team in it, in the order of HOWS."""

    name: str
    team: str
    counts: tuple[tuple[What, int], ...]


@dataclass(frozen=True)
class TableChanged:
    name: str
    says: str
    total: Counts
    teams: tuple[Counts, ...]
    note: str


@dataclass(frozen=True)
class LoadLine:
    """One load of the list, and the one before it of the same authority, if any."""

    load: Load
    rows: int
    before: Load | None


def kind(name: str) -> str:
    """A kind of submission as it stands alone."""
    title = TITLES.get(name, name).removeprefix("the ")
    return title[:1].upper() + title[1:]


def says(table: str) -> str:
    """What a table holds, in words; of one that today's specification no longer has, nothing."""
    spec = record_tables().get(table)
    return spec.says if spec else ""


def lines(home: Path) -> list[LoadLine]:
    """Every load, the latest day first."""
    before = {after.id: one for one, after in records.pairs(home)}
    found = sorted(records.loads(home), key=lambda load: (load.as_at, load.at, load.id), reverse=True)
    return [
        LoadLine(load, sum(note.rows for note in load.tables.values()), before.get(load.id)) for load in found
    ]


def tables_of(load: Load) -> list[TableShown]:
    return [
        TableShown(name, says(name), note.rows, kind(note.kind), ", ".join(note.files), note.extent)
        for name, note in load.tables.items()
    ]


def compared(home: Path, before: str, after: str) -> Comparison:
    """What changed between two loads; worked out once, for a load changes only when somebody is erased from it."""
    stamps = tuple((load_folder(home, one) / "load.json").stat().st_mtime_ns for one in (before, after))
    return _compared(home, before, after, stamps)


@lru_cache(maxsize=16)
def _compared(home: Path, before: str, after: str, stamps: tuple[int, ...]) -> Comparison:
    return records.compare(home, before, after)


def changed(comparison: Comparison, team_names: dict[str, str]) -> list[TableChanged]:
    """Each table with a change: its counts, and each team's."""
    of_table: dict[str, list[Change]] = {}
    for change in comparison.changes:
        of_table.setdefault(change.table, []).append(change)
    return [
        TableChanged(
            table,
            says(table),
            _counts(table, "", changes),
            tuple(_counts(team_names.get(one.team, one.team), one.team, [one]) for one in changes),
            comparison.notes.get(table, ""),
        )
        for table, changes in of_table.items()
    ]


def not_compared(comparison: Comparison) -> dict[str, list[tuple[str, str]]]:
    """Each reason for not comparing, with the tables it holds of: what each is, and its name."""
    found: dict[str, list[tuple[str, str]]] = {}
    for table, why in comparison.not_compared.items():
        found.setdefault(why, []).append((says(table) or table, table))
    return found


def _counts(name: str, team: str, changes: Iterable[Change]) -> Counts:
    found = tuple(changes)
    return Counts(
        name,
        team,
        tuple((how, sum(getattr(c, how.replace(" ", "_").replace("-", "_")) for c in found)) for how in HOWS),
    )


def totals(found: Sequence[TableChanged]) -> dict[What, int]:
    return {how: sum(dict(table.total.counts)[how] for table in found) for how in HOWS}


_FROM_FILES = frozenset({"file", "sheet", "column"})  # which the authority named, and perhaps after a child


def in_address(said: str) -> str:
    """What stands in an address for a name in the authority's files: the same each time, and telling nobody anything."""
    return salted_hmac("undrift.issues", said).hexdigest()[:12]


@dataclass(frozen=True)
class Narrowed:
    """What of the issues is asked for; "" for all."""

    severity: str = ""
    file: str = ""
    sheet: str = ""
    code: str = ""
    column: str = ""

    @classmethod
    def of(cls, given: dict[str, str], every: Iterable[Issue]) -> "Narrowed":
        """From the address; `every`: the issues there are, among whose places it stands."""
        asked = {field.name: given.get(field.name, "") for field in fields(cls)}
        for name in _FROM_FILES & {name for name, said in asked.items() if said}:
            places = {getattr(issue, name) for issue in every}
            asked[name] = next((said for said in places if in_address(said) == asked[name]), asked[name])
        return cls(**asked)

    def keeps(self, issue: Issue) -> bool:
        return all(
            not (want := getattr(self, f.name)) or getattr(issue, f.name) == want for f in fields(self)
        )

    @property
    def address(self) -> dict[str, str]:
        said = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name)}
        return {name: in_address(one) if name in _FROM_FILES else one for name, one in said.items()}


@dataclass(frozen=True)
class Alike:
    """Issues of one kind in one column: what is said of the first, how many there are, and what narrows the list to them."""

    issue: Issue
    count: int
    narrowed: Narrowed


def alike(found: Sequence[Issue], most: int) -> list[Alike]:
    """The kinds of issue by place, those that hold something back first, then the most; no more than `most`."""
    groups: dict[tuple[str, ...], list[Issue]] = {}
    for issue in found:
        groups.setdefault((issue.file, issue.sheet, issue.column, issue.code), []).append(issue)
    kinds = [
        Alike(issues[0], len(issues), Narrowed(file=file, sheet=sheet, code=code, column=column))
        for (file, sheet, column, code), issues in groups.items()
    ]
    return sorted(kinds, key=lambda kind: (kind.issue.severity != "held back", -kind.count))[:most]


def issues_of(home: Path, load: Load) -> list[Issue]:
    """Every issue of a load, what holds rows back first, else in the order of the files."""
    table = pq.read_table(load_folder(home, load.id) / "issues.parquet")
    names = {field.name for field in fields(Issue)}
    rows: list[dict[str, Any]] = [
        {
            name: said if said is not None or name == "row" else ""
            for name, said in row.items()
            if name in names
        }
        for row in table.to_pylist()
    ]
    found = [Issue(**row) for row in rows]
    return sorted(found, key=lambda issue: issue.severity != "held back")


ISSUE_HEADINGS = ("File", "Sheet", "Row", "Column", "What is wrong", "What to try", "Row loaded?", "Code")


def issue_cells(issue: Issue) -> tuple[Any, ...]:
    """One row of the download; the value that was read is the last, and only for those who may open children."""
    loaded = "no, held back" if issue.severity == "held back" else "yes, all the same"
    return issue.file, issue.sheet, issue.row, issue.column, issue.what, issue.try_, loaded, issue.code


def choices(
    found: Sequence[Issue], name: str, in_words: Callable[[str], str] = str
) -> list[tuple[str, str, int]]:
    """What a filter offers: each value that issues have of this field, as an address has it and in words, and how many."""
    counts: dict[str, int] = {}
    for issue in found:
        said = getattr(issue, name)
        if said:
            counts[said] = counts.get(said, 0) + 1
    most_first = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(in_address(said) if name in _FROM_FILES else said, in_words(said), n) for said, n in most_first]
