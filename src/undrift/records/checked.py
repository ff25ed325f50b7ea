"""What a reading found, told: what was recognised, what was assumed, everything wrong, and what a person may say of it.

The command line and the pages tell the same things in the same words.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from undrift.errors import UserError
from undrift.records.marked import write_marked
from undrift.records.store import read, rows_held_back
from undrift.returns import Issue
from undrift.returns.archive import each_file
from undrift.returns.database import Address
from undrift.returns.mapping import Said, Unknown, noting, using


@dataclass(frozen=True)
class Checked:
    """What one check found.

    read_as: the kind of return of each file by name; what is not in it was left out. tables: rows by table. sources: the
    kind of return each table comes from. extents: the part of history it is. unknown: what readers could make nothing of.
    refused: why nothing could be read (what, where, what to try); all else is then empty save `unknown`, and `issues` of
    several files, each by itself.
    """

    read_as: dict[str, str] = field(default_factory=dict)
    recognised: tuple[str, ...] = ()
    tables: dict[str, int] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    extents: dict[str, str] = field(default_factory=dict)
    not_held: dict[str, str] = field(default_factory=dict)
    assumptions: tuple[str, ...] = ()
    checks: dict[str, int] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    refused: tuple[str, str, str] | None = None

    @property
    def held_back(self) -> int:
        """How many rows, sheets and files are not loaded."""
        return rows_held_back(self.issues)

    def told(self) -> dict[str, Any]:
        """For the JSON, which may end in a log: without any offending cell's value."""
        said = {name: getattr(self, name) for name in _TOLD}
        return said | {"issues": without_values(self.issues)}

    @classmethod
    def again(cls, kept: dict[str, Any]) -> "Checked":
        """From `asdict`, as it comes back from JSON."""
        held: dict[str, Any] = {
            name: tuple(said) if isinstance(said, list) else said for name, said in kept.items()
        }
        held["issues"] = tuple(Issue(**issue) for issue in kept["issues"])
        held["unknown"] = tuple(
            Unknown(**{**one, "choices": tuple(one["choices"])}) for one in kept["unknown"]
        )
        return cls(**{each.name: held[each.name] for each in fields(cls)})


_TOLD = ("recognised", "tables", "sources", "not_held", "assumptions", "checks")


def check(paths: Sequence[Path | Address], as_at: date, said: Sequence[Said] = ()) -> Checked:
    """Read and check `paths` as one load would, keeping nothing. What cannot be used at all is told as `refused`.

    said: what people have said of the authority's files (`mappings.standing`).
    """
    with noting() as unknown:
        try:
            reading = read(paths, as_at, said=said)
        except UserError as fault:
            issues = _one_by_one(paths, as_at, said)
            return Checked(
                issues=issues, unknown=tuple(unknown), refused=(fault.what, fault.where, fault.try_)
            )
    return Checked(
        read_as={
            file.name: submission.kind for submission in reading.submissions for file in submission.files
        },
        recognised=tuple(line for submission in reading.submissions for line in submission.recognised),
        tables={name: table.num_rows for name, table in reading.tables.items()},
        sources=reading.merged.kinds,
        extents=reading.merged.extents,
        not_held=reading.merged.not_held,
        assumptions=reading.assumptions,
        checks=reading.checks,
        issues=reading.issues,
        unknown=tuple(unknown),
    )


def _one_by_one(paths: Sequence[Path | Address], as_at: date, said: Sequence[Said]) -> tuple[Issue, ...]:
    """What is wrong with each file by itself, where one of several cannot be used: all of it is told at once."""
    held = [path for path in paths if isinstance(path, Path) and path.exists()]
    found: list[Issue] = []
    with each_file(held) as files:
        for name, file in files if len(files) > 1 else ():
            try:
                found += (replace(issue, file=name) for issue in read([file], as_at, said=said).issues)
            except UserError as fault:
                at = fault.where.removeprefix(file.name).lstrip(", ")
                what = f"{at}: {fault.what}" if at else fault.what
                found.append(Issue(name, "", None, "", what, fault.try_, "file_refused", "held back"))
    return tuple(found)


def mark(paths: Sequence[Path | Address], issues: Sequence[Issue], said: Sequence[Said], out: Path) -> None:
    """Write a copy of the files with the faulty cells marked (`write_marked`), its columns known by what people said."""
    with using(said):
        write_marked([path for path in paths if isinstance(path, Path)], issues, out)


def without_values(issues: Sequence[Issue]) -> list[dict[str, Any]]:
    """Issues for the JSON, which may end in a log: without the offending cell's value."""
    return [{name: said for name, said in asdict(issue).items() if name != "value"} for issue in issues]
