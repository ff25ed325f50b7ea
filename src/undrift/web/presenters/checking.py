"""What a check found, made ready for the page: file by file, and what a person may say of what was not recognised."""

from collections.abc import Sequence
from dataclasses import dataclass

from undrift.records.checked import Checked
from undrift.records.store import rows_held_back
from undrift.returns import Issue
from undrift.returns.archive import WITHIN
from undrift.returns.mapping import ANYWHERE, NOTHING, Said, Unknown
from undrift.returns.spec import annex_a_lists
from undrift.web.presenters.loads import in_address, kind
from undrift.web.waiting import SENT, Waiting

MOST_ASKED = 60  # of one page; saying some of them brings the next
_LEFT_OUT = "left out"
_YEAR = ": read as the "


@dataclass(frozen=True)
class FileLine:
    """One file sent. size: in words. read_as: the return, or "" when nothing was made of it. key: as an address names it."""

    name: str
    key: str
    size: str
    read_as: str
    issues: int
    held_back: int

    @property
    def is_clean(self) -> bool:
        return bool(self.read_as) and not self.issues


@dataclass(frozen=True)
class Found:
    """What a check found, part by part. files: those with nothing wrong (`clean`) last."""

    files: tuple[FileLine, ...]
    recognised: tuple[str, ...]
    left_out: tuple[str, ...]
    trusted: tuple[str, ...]
    rows: int

    @property
    def clean(self) -> tuple[FileLine, ...]:
        return tuple(file for file in self.files if file.is_clean)


def found(here: Waiting, checked: Checked) -> Found:
    """The files with their counts, and the lines told, each where a person looks for it."""
    years = tuple(line for line in checked.assumptions if _YEAR in line and " year" in line)
    left_out = tuple(line for line in checked.assumptions if _LEFT_OUT in line)
    return Found(
        files=tuple(sorted(_files(here, checked), key=lambda file: file.is_clean)),
        recognised=years + checked.recognised,
        left_out=left_out,
        trusted=tuple(line for line in checked.assumptions if line not in (*years, *left_out)),
        rows=sum(checked.tables.values()),
    )


def _files(here: Waiting, checked: Checked) -> list[FileLine]:
    sizes = {path.name: _size(path.stat().st_size) for path in here.files}
    by_file: dict[str, list[Issue]] = {name: [] for name in sizes}
    for issue in checked.issues:
        by_file.setdefault(issue.file, []).append(issue)
    return [
        FileLine(
            "All of them together" if name in ("", SENT) else name,
            name and in_address(name),
            sizes.get(name, ""),
            kind(checked.read_as.get(name.partition(WITHIN)[0], "")),
            len(issues),
            rows_held_back(issues),
        )
        for name, issues in by_file.items()
    ]


def _size(size: int) -> str:
    for unit, over in (("MB", 1_000_000), ("kB", 1_000)):
        if size >= over:
            return f"{size / over:,.1f} {unit}"
    return f"{size:,} bytes"


def asks(one: Unknown) -> str:
    """What a person is asked of one thing that was not recognised."""
    match one.kind:
        case "sheet":
            return f"The sheet “{one.said}”"
        case "column":
            return f"The column “{one.said}”"
        case "code":
            return f"“{one.said}” in the column {one.column}"
        case _:
            return f"Dates of the column {one.said} that can be read two ways"


def choices(one: Unknown) -> list[tuple[str, str]]:
    """What it may be, each with its words; leaving it as it is comes first."""
    lists = {f"List {spec.number}": f"List {spec.number}: {spec.name}" for spec in annex_a_lists().values()}
    words = lists | {NOTHING: "Nothing is recorded"}
    return [("", "Leave it as it is"), *((said, words.get(said, said)) for said in one.choices)]


def in_short(entry: Said) -> str:
    """What was said, without who and when, which stand beside it."""
    means = "nothing recorded" if entry.means == NOTHING else entry.means or "taken back"
    said = "every column" if entry.said == ANYWHERE else f"“{entry.said}”"
    where = f" in the column {entry.column}" if entry.column else ""
    place = "" if entry.place == ANYWHERE else f" in {entry.place}"
    return f"{said}{where}{place}: {means}"


def newest_first(told: Sequence[Said], standing: Sequence[Said]) -> list[tuple[Said, str, bool]]:
    """Everything ever said, with its words and whether it holds."""
    return [(entry, in_short(entry), entry in standing) for entry in reversed(told)]
