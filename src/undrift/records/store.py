"""A load: what an authority's files said, as received on one day, kept as Parquet and never changed."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from undrift import rules
from undrift.errors import UserError
from undrift.records.erased import remembered, without_erased
from undrift.records.mappings import standing
from undrift.records.merge import Merged, merge
from undrift.records.turn import flush, writers_turn
from undrift.returns import Issue, SourceFile, Submission, database, read_all
from undrift.returns.database import Address
from undrift.returns.mapping import Said, using
from undrift.returns.put_by import look_away
from undrift.returns.spec import spec_version
from undrift.rules import RuleReport


@dataclass(frozen=True)
class TableNote:
    """What a load holds of one table. extent: "all", or the part of history it is ("latest only")."""

    rows: int
    kind: str
    files: tuple[str, ...]
    extent: str


@dataclass(frozen=True)
class Load:
    """The manifest of a load (load.json). at: when it was loaded (UTC). by: who loaded it. kept: the SHA-256 of each
    file of the load, by name, so that it can be shown to be as it was written."""

    id: str
    authority: str
    as_at: date
    by: str
    at: datetime
    files: tuple[SourceFile, ...]
    spec_version: str
    tables: dict[str, TableNote]
    not_held: dict[str, str]
    assumptions: tuple[str, ...]
    recognised: tuple[str, ...]
    issues: int
    rows_held_back: int
    checks: dict[str, int]
    kept: dict[str, str] = field(default_factory=dict)
    erased: tuple[str, ...] = ()

    def to_json(self) -> str:
        return json.dumps(asdict(self), default=lambda day: day.isoformat(), indent=2, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Load":
        held = json.loads(text)
        held["as_at"] = date.fromisoformat(held["as_at"])
        held["at"] = datetime.fromisoformat(held["at"])
        held["files"] = tuple(SourceFile(**file) for file in held["files"])
        held["tables"] = {
            name: TableNote(**{**note, "files": tuple(note["files"])})
            for name, note in held["tables"].items()
        }
        for name in ("assumptions", "recognised", "erased"):
            held[name] = tuple(held.get(name, ()))
        return cls(**held)


@dataclass(frozen=True)
class Reading:
    """Submissions read, put together and checked; nothing kept yet."""

    submissions: tuple[Submission, ...]
    merged: Merged
    tables: dict[str, pa.Table]
    report: RuleReport
    issues: tuple[Issue, ...]
    said: dict[Said, str] = field(default_factory=dict)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What readers took on trust; and first, what a person has said that they went by."""
        read = tuple(a for s in self.submissions for a in s.assumptions) + self.merged.assumptions
        return (*self.said.values(), *read)

    @property
    def checks(self) -> dict[str, int]:
        """How many checks passed, found issues, could not run."""
        outcomes: tuple[rules.Outcome, ...] = ("passed", "issues", "could not run")
        return {outcome: self.report.count(outcome) for outcome in outcomes}


@dataclass(frozen=True)
class LoadResult:
    """already: these same files were loaded before, so nothing was done; issues are then those of that load."""

    load: Load
    issues: tuple[Issue, ...]
    already: bool

    @property
    def words(self) -> str:
        """What came of it, in a sentence or two."""
        done = self.load
        if self.already:
            return f"Already loaded: these same files are load {done.id} of {done.at:%d/%m/%Y}. Nothing was done."
        return f"Loaded as {done.id}: {done.authority}, as at {done.as_at:%d/%m/%Y}."


Erased = Callable[[Mapping[str, pa.Table]], tuple[dict[str, pa.Table], list[Issue], set[rules.RowPlace]]]


def load_folder(home: Path, load_id: str) -> Path:
    return home / "loads" / load_id


def read(
    paths: Sequence[Path | Address], as_at: date, erased: Erased | None = None, said: Sequence[Said] = ()
) -> Reading:
    """Read and check `paths` as one load would, keeping nothing. UserError when any of them cannot be used.

    erased: takes out the rows about people whose data was erased (`erased.without_erased` of a home). said: what people
    have said of the authority's files (`mappings.standing`).
    """
    if not paths:
        raise UserError(
            "No file was given.",
            try_="Give the files of a return: a workbook, a census, a folder of tables, or a database's address.",
        )
    with using(said) as mapping:
        submissions = (
            *read_all([path for path in paths if not isinstance(path, Address)]),
            *(database.read(path) for path in paths if isinstance(path, Address)),
        )
    merged = merge(submissions)
    by_erasure: list[Issue] = []
    gone: set[rules.RowPlace] = set()
    if erased is not None:
        left, by_erasure, gone = erased(merged.tables)
        merged = replace(merged, tables=left)
    report = rules.run(merged.tables, as_at)
    held_back = report.held_back
    tables = {name: _without(table, held_back.get(name, set())) for name, table in merged.tables.items()}
    labels = {place: label for submission in submissions for place, label in submission.labels.items()}
    # A person looks for a column by the name on their own sheet.
    by_rule = tuple(replace(i, column=labels.get((i.sheet, i.column), i.column)) for i in report.issues)
    by_merge = tuple(replace(i, column=labels.get((i.sheet, i.column), i.column)) for i in merged.issues)
    as_read = (issue for submission in submissions for issue in submission.issues)
    issues = (*as_read, *by_merge, *by_rule)
    issues = (*(i for i in issues if (i.file, i.sheet, i.row) not in gone), *by_erasure)
    return Reading(submissions, merged, tables, report, issues, dict(mapping.used))


def load(paths: Sequence[Path | Address], *, authority: str, as_at: date, by: str, home: Path) -> LoadResult:
    """Read `paths` as one submission of `authority` describing the day `as_at`, and keep it for good under `home`.

    The load is wholly there or not there at all. The same files, authority, as-at date, specification and
    mappings again is a no-op. Where two submissions give the same table, `merge.PRECEDENCE` says whose stands. Raises UserError when a file cannot
    be used at all.
    """
    known = remembered(home, authority)
    reading = read(paths, as_at, partial(without_erased, home, authority), standing(home, authority))
    files = tuple(dict.fromkeys(file for submission in reading.submissions for file in submission.files))
    load_id = _load_id(authority, as_at, files, reading.said)
    folder = load_folder(home, load_id)
    if (folder / "load.json").exists():
        return LoadResult(read_load(home, load_id), reading.issues, already=True)
    made = Load(
        id=load_id,
        authority=authority,
        as_at=as_at,
        by=by,
        at=datetime.now(UTC),
        files=files,
        spec_version=spec_version(),
        tables={
            name: TableNote(
                table.num_rows, reading.merged.kinds[name], _files_of(table), reading.merged.extents[name]
            )
            for name, table in reading.tables.items()
        },
        not_held=reading.merged.not_held,
        assumptions=reading.assumptions,
        recognised=tuple(line for s in reading.submissions for line in s.recognised),
        issues=len(reading.issues),
        rows_held_back=rows_held_back(reading.issues),
        checks=reading.checks,
    )
    with writers_turn(home):
        if (folder / "load.json").exists():  # another process has just kept the very same load
            return LoadResult(read_load(home, load_id), reading.issues, already=True)
        if remembered(home, authority) != known:
            raise UserError("Somebody's data was erased while the files were read.", try_="Load them again.")
        made = replace(made, at=_after(loads(home)))
        done = _keep(made, reading.tables, reading.issues, folder)
    return LoadResult(done, reading.issues, already=False)


def _after(kept: Sequence[Load]) -> datetime:
    """Now; after every load kept, even of a moment ago or by a clock since put back, for the order of loads is that of `at`."""
    return max([datetime.now(UTC), *(load.at + timedelta(microseconds=1) for load in kept[-1:])])


def rows_held_back(issues: Iterable[Issue]) -> int:
    """How many rows (or whole sheets and files) are not loaded; a row with two faults counts once."""
    return len({(i.file, i.sheet, i.row) for i in issues if i.severity == "held back"})


def read_load(home: Path, load_id: str) -> Load:
    path = load_folder(home, load_id) / "load.json"
    try:
        seen = path.stat()
    except FileNotFoundError:
        raise UserError(
            f"There is no load {load_id}.", where=str(home), try_="List them with: undrift loads"
        ) from None
    return _manifest(path, (seen.st_ino, seen.st_mtime_ns, seen.st_size))


@lru_cache(64)
def _manifest(path: Path, stamp: tuple[int, int, int]) -> Load:
    """The manifest as it was at `stamp`: every page says which load it speaks from. It holds nothing of any child."""
    return Load.from_json(path.read_text(encoding="utf-8"))


def loads(home: Path) -> list[Load]:
    """Every load under `home`, oldest first."""
    found = [read_load(home, path.parent.name) for path in (home / "loads").glob("[!.]*/load.json")]
    return sorted(found, key=lambda item: (item.at, item.as_at, item.id))


def _load_id(authority: str, as_at: date, files: Iterable[SourceFile], went_by: Iterable[Said]) -> str:
    said = [authority, as_at.isoformat(), spec_version(), *sorted(file.sha256 for file in files)]
    # The same files read by other words of a person's are another load.
    said += sorted("\0".join((*entry.about, entry.means)) for entry in went_by)
    digest = hashlib.sha256("\n".join(said).encode()).hexdigest()[:10]
    name = "".join(letter for letter in authority.lower() if letter.isalnum()) or "authority"
    return f"{as_at:%Y%m%d}-{name}-{digest}"


def _without(table: pa.Table, places: set[rules.RowPlace]) -> pa.Table:
    if not places:
        return table
    columns = zip(*(table.column(name).to_pylist() for name in ("_file", "_sheet", "_row")), strict=True)
    return table.filter(pc.invert(pa.array([place in places for place in columns])))


def _files_of(table: pa.Table) -> tuple[str, ...]:
    return tuple(sorted(pc.unique(table.column("_file")).to_pylist()))


def _keep(done: Load, tables: dict[str, pa.Table], issues: Sequence[Issue], folder: Path) -> Load:
    """Write beside, then rename: a kill at any instant leaves no load or a whole one. Only within a writer's turn."""
    beside = folder.parent / f".{folder.name}"
    beside.mkdir(parents=True)
    try:
        for name, table in tables.items():
            pq.write_table(table, beside / f"{name}.parquet", compression="zstd")
            look_away()
        pq.write_table(_issue_table(issues), beside / "issues.parquet", compression="zstd")
        whole = replace(done, kept=hashes(beside))
        (beside / "load.json").write_text(whole.to_json(), encoding="utf-8")
        for path in [*beside.iterdir(), beside]:
            flush(path)
        os.rename(beside, folder)
        flush(folder.parent)
        flush(folder.parent.parent)  # which names the folder of loads, new with the first of them
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return whole


def hashes(folder: Path) -> dict[str, str]:
    """The SHA-256, in hex, of each Parquet file in a folder."""
    found = {}
    for path in sorted(folder.glob("*.parquet")):
        with path.open("rb") as file:
            found[path.name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def verify(home: Path, load_id: str) -> list[str]:
    """What of a kept load is no longer as it was written, in words; nothing when all of it is."""
    load = read_load(home, load_id)
    now = hashes(load_folder(home, load_id))
    return [
        *(f"{name} is missing" for name in sorted(load.kept.keys() - now.keys())),
        *(f"{name} was not part of the load" for name in sorted(now.keys() - load.kept.keys())),
        *(
            f"{name} is not as it was written"
            for name in sorted(now.keys() & load.kept.keys())
            if now[name] != load.kept[name]
        ),
    ]


_ISSUE_SCHEMA = pa.schema(
    [("row", pa.int32()) if name == "row" else (name, pa.string()) for name in Issue.__dataclass_fields__]
)


def _issue_table(issues: Sequence[Issue]) -> pa.Table:
    return pa.table(
        {name: [getattr(issue, name) for issue in issues] for name in _ISSUE_SCHEMA.names},
        schema=_ISSUE_SCHEMA,
    )
