"""The live analytical file: built beside the one being served, then swapped by moving one pointer."""

import os
import shutil
import threading
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from undrift.errors import UserError
from undrift.records.snapshot import fill
from undrift.records.store import Load, read_load
from undrift.records.turn import flush, writers_turn

Step = Callable[[duckdb.DuckDBPyConnection], None]


def build_live(load_id: str, home: Path, *, steps: Sequence[Step] = ()) -> Path:
    """Build the live file of a load and make it the one served; returns its path.

    Schema `records` holds every SSD table, typed, even when empty or not held; `records.load` one row;
    `records.sources` a row a table: held or not, why not, which file, how many rows, what part of history.
    `steps` then run in order over the same connection. Until the last of them is done the old file goes on
    being served, and a crash changes nothing.
    """
    load = read_load(home, load_id)
    with writers_turn(home):
        return _build(load, home, steps)


def is_building(home: Path, load_id: str) -> bool:
    """Whether the live file of this load is being built, or was when its builder was killed."""
    return any((home / "live").glob(f"{load_id}.*.building"))


def _build(load: Load, home: Path, steps: Sequence[Step]) -> Path:
    folder = home / "live"
    folder.mkdir(parents=True, exist_ok=True)
    # A name of its own for each build: DuckDB would hand back an already open database of the same path.
    path = folder / f"{load.id}.{uuid.uuid4().hex[:8]}.duckdb"
    building = path.with_suffix(".building")
    try:
        with duckdb.connect(str(building)) as con:
            con.begin()
            fill(con, home, load)
            con.commit()
            for step in steps:
                step(con)
            con.execute("CHECKPOINT")
        # Each on the disk before what names it: a power cut must not leave the pointer at a file that is not there.
        flush(building)
        os.rename(building, path)
        flush(folder)
        _point(folder, path.name)
        flush(home)
    finally:
        building.unlink(missing_ok=True)
        Path(f"{building}.wal").unlink(missing_ok=True)
    _tidy(folder)
    return path


def _point(folder: Path, name: str) -> None:
    beside = folder / f".CURRENT.{uuid.uuid4().hex[:8]}"
    with beside.open("w", encoding="utf-8") as file:
        file.write(name)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, folder / "CURRENT")
    flush(folder)


def _tidy(folder: Path) -> None:
    """Keep the file served and the one before it, which a reader may just be opening."""
    built = sorted(folder.glob("*.duckdb"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    current = (folder / "CURRENT").read_text(encoding="utf-8").strip()
    for path in [path for path in built if path.name != current][1:]:
        path.unlink(missing_ok=True)
        shutil.rmtree(f"{path}.tmp", ignore_errors=True)  # what a killed reader had spilt of it


@dataclass
class _Open:
    stamp: tuple[int, int]
    con: duckdb.DuckDBPyConnection
    load_id: str


_open: dict[Path, _Open] = {}
_lock = threading.Lock()


def connect(home: Path) -> duckdb.DuckDBPyConnection:
    """The process's one read-only connection to the live file; a new one once the pointer has moved.

    Do not close it, and do not share it between threads: take a `cursor` a request.
    """
    return _opened(home).con


def _opened(home: Path) -> _Open:
    pointer = home / "live" / "CURRENT"
    try:
        seen = pointer.stat()
    except FileNotFoundError:
        raise UserError(
            "Nothing has been loaded yet.", where=str(home), try_="Load a submission: undrift load"
        ) from None
    stamp = (seen.st_ino, seen.st_mtime_ns)
    with _lock:
        held = _open.get(home.resolve())
        if held is None or held.stamp != stamp:
            path = pointer.with_name(pointer.read_text(encoding="utf-8").strip())
            # The old connection is left to its cursors: requests under way finish on the file they began with.
            con = duckdb.connect(str(path), read_only=True)
            row = con.execute("SELECT load_id FROM records.load").fetchone()
            assert row is not None  # build_live always writes it
            held = _Open(stamp, con, row[0])
            _open[home.resolve()] = held
        return held


def cursor(home: Path) -> duckdb.DuckDBPyConnection:
    """A cursor of its own for one thread or request, over the live file."""
    return connect(home).cursor()


def current_load(home: Path) -> Load:
    """The manifest of the load being served."""
    return read_load(home, _opened(home).load_id)
