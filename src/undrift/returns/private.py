"""A private folder in the system's temporary place: it goes when its block ends, or, where its maker was killed, at the
next run of anything that reads or writes."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from typing import Final

_PREFIX: Final = "undrift-unpacked-"


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder that only this account can open, locked for as long as its maker lives."""
    new = Path(mkdtemp(prefix="new-"))
    handle = os.open(new, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    # Under its own name only once it is locked: nobody then takes it for one that was left.
    folder = new.rename(new.with_name(_PREFIX + new.name.removeprefix("new-")))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)


def clear_left() -> None:
    """Remove what killed processes left: a lock goes with whoever held it."""
    for folder in Path(gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # another account's, or one in use
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(handle)
