"""Tables put by while a large file is read: in memory while they are few, then on disk in a file with no name."""

import mmap
import tempfile
import weakref
from collections import defaultdict
from collections.abc import Iterator
from typing import IO

import pyarrow as pa

from undrift.errors import UserError

IN_MEMORY = 8 << 20  # bytes that are no trouble to hold
_ALIGNED = 64  # bytes: where columns may begin
_looked_at: "weakref.WeakSet[mmap.mmap]" = weakref.WeakSet()


def look_away() -> None:
    """Let go of what was looked at of tables on disk, which would otherwise all be in memory in the end."""
    for mapped in list(_looked_at):
        mapped.madvise(mmap.MADV_DONTNEED)


class PutBy:
    """Pieces of tables, by name, in the order they were put by.

    The file has no name and goes with the last table that is read from it, whatever becomes of the process; nobody but
    the kernel can find it. UserError when there is no room for it.
    """

    def __init__(self, in_memory: int | None = None) -> None:
        self._left = IN_MEMORY if in_memory is None else in_memory
        self._held: dict[str, list[pa.Table | tuple[int, int]]] = defaultdict(list)
        self._file: IO[bytes] | None = None

    def add(self, name: str, table: pa.Table) -> None:
        """Put by one more piece of a table."""
        self._left -= table.nbytes
        if self._file is None and self._left >= 0:
            self._held[name].append(table)
            return
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as this is here
                weakref.finalize(self, self._file.close)  # what is mapped of it by then stays
            self._held[name].append(_written(self._file, table))
        except OSError:
            raise UserError(
                "There is no room to put by what has been read.",
                where=tempfile.gettempdir(),
                try_="Make room there, or set TMPDIR to a folder on a larger disk.",
            ) from None

    def pieces(self, name: str) -> Iterator[pa.Table]:
        """Each piece in turn, in memory and no longer than it is used."""
        for held in self._held[name]:
            if isinstance(held, pa.Table):
                yield held
            else:
                assert self._file is not None
                start, size = held
                self._file.seek(start)
                yield pa.ipc.open_stream(self._file.read(size)).read_all()

    def tables(self) -> dict[str, pa.Table]:
        """Every table, whole: what is on disk stays there, and is in memory only while it is looked at."""
        mapped = None
        if self._file is not None:
            self._file.flush()
            looked_at = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
            _looked_at.add(looked_at)
            mapped = pa.py_buffer(looked_at)
        found = {}
        for name, pieces in self._held.items():
            read = [
                held if isinstance(held, pa.Table) else pa.ipc.open_stream(mapped.slice(*held)).read_all()  # type: ignore[union-attr]
                for held in pieces
            ]
            found[name] = pa.concat_tables(read)
        return found


def _written(file: IO[bytes], table: pa.Table) -> tuple[int, int]:
    file.write(bytes(-file.tell() % _ALIGNED))
    start = file.tell()
    with pa.ipc.new_stream(pa.PythonFile(file, mode="w"), table.schema) as stream:
        stream.write_table(table.combine_chunks())
    return start, file.tell() - start
