"""One writer at a time under a home; what a killed writer left is cleared before the next begins."""

import fcntl
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from undrift.returns.private import clear_left

_held: dict[Path, int] = {}
_thread = threading.RLock()

# What a writer makes before it is whole; nobody else reads any of it.
_UNFINISHED = (
    "loads/.*",
    "loads/*/.*",
    "live/*.*.building*",
    "live/.CURRENT.*",
    "erasures/.*",
    "erasures/pending/.*",
    "mappings/.*",
)


@contextmanager
def writers_turn(home: Path) -> Iterator[None]:
    """Wait for the turn to write under `home`, and hold it; a turn within a turn is the same one.

    The system gives the turn up when its holder dies, so a kill never locks anybody out.
    """
    place = home.resolve()
    with _thread:
        if place in _held:
            yield
            return
        place.mkdir(parents=True, exist_ok=True)
        handle = os.open(place / ".turn", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            _held[place] = handle
            sweep(place)
            yield
        finally:
            _held.pop(place, None)
            os.close(handle)


def is_taken(home: Path) -> bool:
    """Whether somebody holds the turn now, so that whoever asks for it would wait."""
    try:
        handle = os.open(home.resolve() / ".turn", os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        # Shared: of two who ask at once, neither is told of the other.
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def sweep(home: Path) -> list[Path]:
    """Remove what a killed writer left half made; returns what it was. Only within a turn."""
    clear_left()
    left = [path for pattern in _UNFINISHED for path in home.glob(pattern)]
    for path in left:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return left


def flush(path: Path) -> None:
    """Onto the disk, so that a rename cannot outlive what it names in a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, content: str) -> None:
    """Write a file, readable by its owner alone, whole or not at all. Only within a writer's turn."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}")
    handle = os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
    flush(path.parent)
