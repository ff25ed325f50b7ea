"""Comparators: what other authorities, the region and England published for the same measure, year by year.

A file of them is loaded as it comes and kept beside the live file; the demonstration loads its own (`published`) by the
same door. A published "-" means suppressed, missing or not applicable, and does not say which: it is shown as that, never as
nought.
"""

import csv
import os
import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from undrift.engines.apart import in_memory
from undrift.errors import UserError
from undrift.measures.definition import Point, Result
from undrift.measures.results import catalogue, published_year
from undrift.records.turn import flush

COLUMNS = ("measure_id", "lait_code", "area_type", "la_code", "area", "period", "value", "symbol")
ALSO = (
    "source",
    "definition",
)  # columns a file may have as well: the publication, and what it counts of what
_SCHEMA = pa.schema([
    ("measure_id", pa.string()), ("lait_code", pa.string()), ("area_type", pa.string()), ("la_code", pa.string()),
    ("area", pa.string()), ("period", pa.string()), ("year", pa.int64()), ("value", pa.float64()),
    ("symbol", pa.string()), ("source", pa.string()), ("definition", pa.string()),
])  # fmt: skip
NOT_SAID = "The publication gives a dash: suppressed, missing or not applicable. It does not say which."


@dataclass(frozen=True)
class Fault:
    """A row that could not be read: its number in the file (the heading is 1), what is wrong, what to try."""

    row: int
    what: str
    try_: str


@dataclass(frozen=True)
class Loaded:
    """What a file gave: rows kept, measures and areas among them, and the rows held back."""

    name: str
    rows: int
    measures: int
    areas: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Line:
    """One area's published series for one measure: points oldest first, named by their published period.

    definition: what the publication counts, of what; "" where its file does not say.
    """

    area: str
    area_type: str
    source: str
    definition: str
    points: tuple[tuple[str, Result], ...]


@dataclass(frozen=True)
class Beside:
    """The authority's own figures and the published ones on one basis, and how the definitions differ."""

    measure_id: str
    own: tuple[Point, ...]
    lines: tuple[Line, ...]
    differs: str


def folder(home: Path) -> Path:
    return home / "comparators"


def load(file: Path, home: Path, *, name: str = "", source: str = "") -> Loaded:
    """Keep a file of published series as a comparator set, replacing any of the same name. Bad rows are held back.

    name: default the file's own. source: what it is and its edition, for rows that name none. UserError when the file is not of this shape.
    """
    rows, faults = _read(file)
    if not rows:
        raise UserError(
            "No row of the file could be read.",
            where=str(file),
            try_=faults[0].try_ if faults else "Give a file with rows.",
        )
    called = name or re.sub(r"[^a-z0-9]+", "_", file.stem.lower()).strip("_") or "comparators"
    table = pa.Table.from_pylist(
        [row | {"source": row["source"] or source or file.name} for row in rows], _SCHEMA
    )
    place = folder(home)
    place.mkdir(parents=True, exist_ok=True)
    beside = place / f".{called}.{uuid.uuid4().hex[:8]}"
    try:
        pq.write_table(table, beside)
        flush(beside)
        os.replace(beside, place / f"{called}.parquet")
        flush(place)
    finally:
        beside.unlink(missing_ok=True)
    count = {key: len({row[key] for row in rows}) for key in ("measure_id", "area")}
    return Loaded(called, len(rows), count["measure_id"], count["area"], tuple(faults))


def _read(file: Path) -> tuple[list[dict[str, object]], list[Fault]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise UserError(
                    f"The file has no column {' or '.join(missing)}.", where=str(file),
                    try_=f"Its columns are {', '.join(COLUMNS)}.",
                )  # fmt: skip
            given = list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise UserError(
            "The file cannot be read as a CSV.", where=str(file), try_="Save it as CSV UTF-8."
        ) from fault
    rows: list[dict[str, object]] = []
    faults: list[Fault] = []
    seen: set[tuple[str, str, str]] = set()
    for nth, row in enumerate(given, start=2):
        wrong = _fault(row, seen)
        if wrong:
            faults.append(Fault(nth, *wrong))
            continue
        year = re.search(r"\d{4}", row["period"])
        assert year is not None
        rows.append(
            {name: (row.get(name) or "").strip() or None for name in (*COLUMNS, *ALSO)}
            | {"year": int(year[0]), "value": float(row["value"].replace(",", "")) if row["value"].strip() else None}
        )  # fmt: skip
    return rows, faults


def _fault(row: dict[str, str], seen: set[tuple[str, str, str]]) -> tuple[str, str] | None:
    for name in ("measure_id", "area", "period"):
        if not (row[name] or "").strip():
            return f"{name} is blank", f"Give the {name.replace('_', ' ')}."
    if not re.search(r"\d{4}", row["period"]):
        return f"the period {row['period']!r} holds no year", "Write it as 2024 or 2024-25."
    value = (row["value"] or "").strip()
    if value and not re.fullmatch(r"-?[\d,]+(\.\d+)?", value):
        return f"the value {value!r} is not a number", "Put a symbol such as - or c in the symbol column."
    if not value and not (row["symbol"] or "").strip():
        return "there is neither a value nor a symbol", "Say why there is none in the symbol column."
    key = (row["measure_id"], row["area"], row["period"])
    if key in seen:
        return "the same measure, area and period is given twice", "Keep one of the two."
    seen.add(key)
    return None


def sets(home: Path) -> list[str]:
    """The names of the comparator sets kept."""
    return sorted(path.stem for path in folder(home).glob("*.parquet"))


def known(home: Path) -> frozenset[str]:
    """The measures that any set kept holds a series of."""
    paths = [str(path) for path in sorted(folder(home).glob("*.parquet"))]
    if not paths:
        return frozenset()
    with in_memory() as con:
        rows = con.execute("SELECT DISTINCT measure_id FROM read_parquet(?)", [paths]).fetchall()
    return frozenset(measure for (measure,) in rows)


def lines(home: Path, measure_id: str) -> list[Line]:
    """Every area's published series of a measure, from every set kept: England, regions, then authorities by name."""
    paths = [str(path) for path in sorted(folder(home).glob("*.parquet"))]
    if not paths:
        return []
    with in_memory() as con:
        rows = con.execute(
            """SELECT area, area_type, source, definition, period, value, symbol
               FROM ((SELECT NULL::VARCHAR AS definition LIMIT 0) -- a set kept before files could say has no such column
                     UNION ALL BY NAME (FROM read_parquet(?, union_by_name = true)))
               WHERE measure_id = ?
               ORDER BY CASE area_type WHEN 'england' THEN 0 WHEN 'region' THEN 1 ELSE 2 END, area, source, year, period""",
            [paths, measure_id],
        ).fetchall()
    found: dict[tuple[str, str, str, str], list[tuple[str, Result]]] = {}
    for area, kind, source, definition, period, value, symbol in rows:
        found.setdefault((area, kind, source, definition or ""), []).append((period, _result(value, symbol)))
    return [Line(*key, tuple(points)) for key, points in found.items()]


def _result(value: float | None, symbol: str | None) -> Result:
    if value is not None:
        return Result("number", value)
    if symbol == "c":
        return Result("suppressed", reason="Withheld by the publication to protect somebody.")
    return Result("not_available", reason=NOT_SAID if symbol == "-" else f"The publication gives {symbol!r}.")


def mean(found: Iterable[Line], *, of: str = "statistical_neighbour") -> list[tuple[str, Result]]:
    """The simple mean of those of a kind that have a value, period by period: how neighbours are averaged."""
    values: dict[str, list[float]] = {}
    for line in found:
        if line.area_type == of:
            for period, result in line.points:
                values.setdefault(period, [])
                if result.value is not None:
                    values[period].append(result.value)
    return [
        (
            period,
            Result("number", sum(held) / len(held), denominator=len(held))
            if held
            else Result("not_available", reason="None of them has a value."),
        )
        for period, held in sorted(values.items())
    ]


def beside(cur: duckdb.DuckDBPyConnection, home: Path, measure_id: str) -> Beside:
    """The authority's own figures, on the basis the measure is published on, beside the published series."""
    found = lines(home, measure_id)
    years = sorted({int(period[:4]) for line in found for period, _ in line.points if period[:4].isdigit()})
    last = cur.execute("SELECT max(month) FROM measures.calendar_months").fetchone()
    newest = last[0].year if last and last[0] else 0
    wanted: Sequence[int] = sorted({*years, *range(newest - 4, newest + 1)}) if newest else years
    measure = catalogue()[measure_id]
    own = tuple(
        Point(date(year, measure.year_ends, 1), published_year(cur, measure_id, year)) for year in wanted
    )
    return Beside(measure_id, own, tuple(found), measure.differs)
