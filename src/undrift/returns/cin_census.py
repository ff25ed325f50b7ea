"""The children in need census: its XML into SSD tables."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from undrift.errors import UserError
from undrift.returns.cin_census_spec import FIRST_YEAR, LAST_YEAR, NESTING, in_force, modules, parts
from undrift.returns.cin_census_to_ssd import FROM_MODULES, to_ssd
from undrift.returns.put_by import PutBy
from undrift.returns.rows import CODED, Field, clean_text, each_told, encode, read_rows
from undrift.returns.spec import record_tables
from undrift.returns.submission import Issue, SourceFile, Submission
from undrift.returns.words import counted
from undrift.returns.xml_rows import not_a_line_each, read_batches

__all__ = ["FROM_MODULES", "is_census", "read"]


def is_census(path: Path) -> bool:
    """Whether the file begins as a children in need census does."""
    with path.open("rb") as file:
        start = file.read(64 << 10)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start[: len(start) // 2 * 2].decode("utf-16", errors="replace").encode()
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and any(
        mark in start for mark in (b"LAchildID", b"CINdetails", b"Collection>CIN<")
    )


def read(path: Path) -> Submission:
    """Read a census file. UserError when it holds no child or is not XML; every other fault is an Issue.

    The file goes by twice, a batch of children at a time: as text, for what only the whole of it can tell; then as
    rows. What grows with it is a child's id, and the records, which are put by on disk (`put_by`).
    """
    raw, whole = PutBy(), _Whole()
    for batch in read_batches(path, parts(), "census"):
        whole.see(batch)
        for name, _, _ in NESTING:
            raw.add(name, batch[name])
    if not whole.rows["Child"]:
        raise UserError(
            "There is no child in the file.",
            where=path.name,
            try_="Send the census with its Children module: each child in a Child element.",
        )
    year = whole.year or LAST_YEAR
    reading = _Reading(path.name, year, whole)
    for rows in _some_at_a_time(raw):
        reading.read(rows)
    del raw
    tables = reading.tables()
    empty = [name for name in _TOLD_WHEN_EMPTY if in_force(name, year) and not whole.rows[name]]
    assumptions = [
        *reading.assumptions,
        f"{path.name}: read as the children in need census of the year to 31 March {year}.",
    ]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        assumptions.append(
            f"{path.name}: the specification of {LAST_YEAR} was used; that of {year} is not held."
        )
    return Submission(
        kind="cin_census",
        files=(SourceFile.of(path),),
        tables=tables,
        not_held=_not_held(tables, year),
        issues=(*reading.issues, *(_empty_module(path.name, name) for name in empty)),
        assumptions=tuple(assumptions),
        recognised=(
            f"Children in need census: {path.name}, {counted(whole.rows['Child'], 'child', 'children')}, "
            f"{counted(reading.kept['CINdetails'], 'episode')} of need",
        ),
        extents={name: f"{FROM_MODULES[name][1]} to 31 March {year}" for name in tables},
    )


_ROWS_AT_A_TIME = 60_000  # of all modules together: what is done once for each is then little of the work


def _some_at_a_time(raw: PutBy) -> Iterator[dict[str, pa.Table]]:
    """The modules of some children after those of others, as they were put by."""
    batches = zip(*(raw.pieces(name) for name, _, _ in NESTING), strict=True)
    some: list[tuple[pa.Table, ...]] = []
    for batch in batches:
        some.append(batch)
        if sum(table.num_rows for tables in some for table in tables) >= _ROWS_AT_A_TIME:
            yield _joined(some)
            some = []
    if some:
        yield _joined(some)


def _joined(some: list[tuple[pa.Table, ...]]) -> dict[str, pa.Table]:
    return {
        name: pa.concat_tables(of) for (name, _, _), of in zip(NESTING, zip(*some, strict=True), strict=True)
    }


class _Whole:
    """What only the whole file can tell, gathered as it goes by as text."""

    def __init__(self) -> None:
        self.year: int | None = None
        self.rows: Counter[str] = Counter()
        self.told: dict[str, dict[str, Counter[str]]] = {name: defaultdict(Counter) for name, _, _ in NESTING}
        self._shares_a_line: set[str] = set()
        self._last_line: Counter[str] = Counter()
        self._ids: list[pa.Array] = []

    def see(self, batch: Mapping[str, pa.Table]) -> None:
        self.year = self.year or _year(batch["Header"])
        self._ids.append(clean_text(batch["Child"].column("LAchildID")))
        for name, _, _ in NESTING:
            rows = batch[name]
            self.rows[name] += rows.num_rows
            for column, told in each_told(rows, _fields(name)).items():
                self.told[name][column] += told
            lines = rows.column("_line").to_numpy()
            if len(lines) and (lines[0] == self._last_line[name] or (lines[1:] == lines[:-1]).any()):
                self._shares_a_line.add(name)
            self._last_line[name] = int(lines[-1]) if len(lines) else self._last_line[name]

    @property
    def told_together(self) -> Counter[str]:
        """What all the date columns say of the order of day and month."""
        return sum((told for of in self.told.values() for told in of.values()), Counter[str]())

    def twice(self) -> pa.Array:
        """The ids that more than one Child element has."""
        ids = pa.chunked_array(self._ids, pa.string())
        if pc.count_distinct(ids).as_py() == len(ids) - ids.null_count:
            return pa.array([], pa.string())
        counted = ids.drop_null().value_counts()
        return counted.field("values").filter(pc.greater(counted.field("counts"), 1))

    def numbers(self, name: str, rows: pa.Table) -> tuple[pa.Array, list[str]]:
        """Where each row stands: its line, or its place among its like where some two stand on a line."""
        if name not in self._shares_a_line:
            return rows.column("_line").combine_chunks(), []
        return pc.add(rows.column("_self").combine_chunks(), 1).cast(pa.int32()), [not_a_line_each(name)]


class _Reading:
    """The rows of some children after others, read and turned into the records."""

    def __init__(self, file: str, year: int, whole: _Whole) -> None:
        self._file, self._year, self._whole = file, year, whole
        self._told, self._twice = whole.told_together, whole.twice()
        self._first = dict.fromkeys(("", *(name for name, _, _ in NESTING)), 0)
        self._issues: dict[str, tuple[list[Issue], list[Issue]]] = {name: ([], []) for name, _, _ in NESTING}
        self._notes: dict[str, dict[str, None]] = {name: {} for name, _, _ in NESTING}
        self._later: dict[str, list[pa.Table]] = {name: [] for name, _, _ in NESTING}
        self._made = PutBy()
        self.kept: Counter[str] = Counter()

    @property
    def issues(self) -> Iterator[Issue]:
        return (issue for of_module in self._issues.values() for kind in of_module for issue in kind)

    @property
    def assumptions(self) -> Iterator[str]:
        return (note for of_module in self._notes.values() for note in of_module)

    def read(self, said: Mapping[str, pa.Table]) -> None:
        """Some children, with all that stands in them."""
        children = said["Child"].num_rows
        who = pa.nulls(children, CODED)
        child_of: dict[str, npt.NDArray[np.int64]] = {"": np.zeros(0, np.int64)}
        modules: dict[str, pa.Table] = {}
        for name, _, inside in NESTING:
            raw = said[name]
            itself, within = (raw.column(link).to_numpy() for link in ("_self", "_in"))
            # Numbers count from the first of the file, places from the first of these.
            child_of[name] = child_of[inside][within - self._first[inside]] if inside else np.arange(children)
            links = {
                "_child": who.take(pa.array(child_of[name])),
                "_in": pa.array(within),
                "_self": pa.array(itself),
            }
            numbers, notes = self._whole.numbers(name, raw)
            rows = read_rows(
                raw,
                numbers,
                _fields(name),
                self._file,
                name,
                elsewhere=self._told,
                carried=links,
                coded=True,
                told=self._whole.told[name],
            )
            table = rows.table
            if name == "Child":
                who = _who(table, children, self._first["Child"])
                table = table.set_column(
                    table.column_names.index("_child"), "_child", table.column("LAchildID")
                )
            else:
                # A row without its child's id means nothing, wherever it stands.
                table = table.filter(pc.is_valid(table.column("_child")))
            self.kept[name] += table.num_rows
            modules[name] = table
            faults, of_another_year = self._issues[name]
            faults += rows.issues
            of_another_year += _of_another_year(self._file, name, raw, numbers, self._year)
            self._notes[name] |= dict.fromkeys(
                [*(f"{self._file}, {note}" for note in notes), *rows.assumptions]
            )
        for name in modules:
            self._first[name] += said[name].num_rows
        if len(self._twice):
            modules = self._put_off(modules)
        self._map(modules)

    def _put_off(self, modules: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
        """Without the children that are in the file twice: what they have in one place numbers what they have in another."""
        now = {}
        for name, table in modules.items():
            twice = pc.is_in(table.column("_child").cast(pa.string()), value_set=self._twice)
            self._later[name].append(table.filter(twice))
            now[name] = table.filter(pc.invert(twice))
        return now

    def _map(self, modules: Mapping[str, pa.Table]) -> None:
        for name, table in to_ssd(modules, self._file).items():
            self._made.add(name, table)

    def tables(self) -> dict[str, pa.Table]:
        """The records: every table that the census of the year holds, or that has rows."""
        if len(self._twice):
            self._map({name: pa.concat_tables(tables) for name, tables in self._later.items()})
        made = self._made.tables()
        return {
            name: made[name]
            for name, (module, _) in FROM_MODULES.items()
            if in_force(module, self._year) or self.kept[module]
        }


_TOLD_WHEN_EMPTY = (
    "CINdetails", "Assessments", "CINPlanDates", "Section47", "ChildProtectionPlans", "PreProceedings",
)  # fmt: skip


def _year(header: pa.Table) -> int | None:
    for row in header.to_pylist():
        year = (row["Year"] or row["ReferenceDate"] or "").strip()[:4]
        if year.isdecimal():
            return int(year)
    return None


def _fields(module: str) -> list[Field]:
    return [
        Field(e.name, e.name, e.type, e.required, {c.label: c.value for c in e.codes} or None)
        for e in modules()[module]
    ]


def _who(children: pa.Table, count: int, first: int) -> pa.Array:
    """The id of each of `count` Child elements, the `first` of the file and those after it; null for those held back."""
    at = np.full(count, -1, np.int64)
    at[children.column("_self").to_numpy() - first] = np.arange(children.num_rows)
    return children.column("LAchildID").combine_chunks().take(pa.array(at, mask=at < 0))


def _of_another_year(file: str, name: str, raw: pa.Table, numbers: pa.Array, year: int) -> Iterator[Issue]:
    """Elements and codes that the census of this year does not have: read as they were meant, and said."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return
    for element in modules()[name]:
        coded = encode(raw.column(element.name))
        if element.since <= year <= element.until:
            unusual = {c.label for c in element.codes} - {
                c.label for c in element.codes if c.since <= year <= c.until
            }
            found = pc.is_in(
                pc.utf8_upper(coded.dictionary), value_set=pa.array(sorted(unusual), pa.string())
            )
            what, where = "The code", pc.fill_null(found.take(coded.indices), False)
            if not unusual:
                continue
        else:
            what, where = "The element", pc.is_valid(coded.indices)
        for row in numbers.filter(where).to_pylist():
            yield Issue(
                file=file,
                sheet=name,
                row=row,
                column=element.name,
                what=f"{what} is not one of the census of the year to March {year}; it is read as it was meant.",
                try_="Use the form of the census's own year.",
                code="not_in_force",
                severity="kept",
            )


def _not_held(tables: Mapping[str, pa.Table], year: int) -> dict[str, str]:
    return {
        name: f"the census of the year to March {year} does not hold it"
        if name in FROM_MODULES
        else "the census does not hold it"
        for name in record_tables()
        if name not in tables
    }


def _empty_module(file: str, name: str) -> Issue:
    return Issue(
        file=file,
        sheet=name,
        row=None,
        column="",
        what=f"No child has the module {name}: it is held and empty.",
        try_="If the authority has such records, export the census again with them.",
        code="module_empty",
        severity="kept",
    )
