"""A ZIP taken as if it were the folder of what it holds: unpacked within bounds, in a private folder that always goes."""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final, NoReturn

import pyarrow as pa
import pyarrow.compute as pc

from undrift.errors import UserError
from undrift.returns import guard
from undrift.returns.private import private_folder
from undrift.returns.submission import SourceFile, Submission
from undrift.returns.workbook import is_workbook

WITHIN: Final = " › "  # as in "set.zip › header.csv"
MOST_FILES: Final = 120  # as of a folder sent to the page: the dataset is some seventy tables
MOST_TIMES: Final = 200  # what a file may be of its packed size: tables of text are seldom above thirty
ANY_TIMES: Final = 10 << 20  # bytes: so small a file may be any number of times that
# What Office and OpenDocument files hold, which are ZIPs too: those are read, or refused, as what they are.
_OF_DOCUMENTS = frozenset({"xl/workbook.xml", "[Content_Types].xml", "mimetype"})
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_TRY = "Unpack it yourself, and send the files of the return in it."


def is_zip(path: Path) -> bool:
    """Whether the file is an archive and no workbook or other document, by what is in it and not by what it is called."""
    with path.open("rb") as file:
        if not file.read(4).startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return False
        try:
            guard.check_directory(file, path.name)
            return not _OF_DOCUMENTS & set(zipfile.ZipFile(file).namelist())
        except (UserError, *guard.DAMAGED):
            return path.suffix.lower() == ".zip"


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """The ZIP as a folder of its name, which is gone again when the block ends. UserError when it may not be unpacked."""
    with private_folder() as private:
        folder = private / path.name
        folder.mkdir()
        try:
            _unpack(path, folder)
        except OSError:
            _refuse(
                path,
                "It cannot be unpacked: there is no room for it, or two names in it stand in each other's way.",
            )
        yield folder


@contextmanager
def each_file(paths: Sequence[Path]) -> Iterator[list[tuple[str, Path]]]:
    """Every file that `paths` are or hold, as issues name it and where it is: those of a ZIP until the block ends, and the
    ZIP itself when it may not be unpacked."""
    with ExitStack() as stack:
        found: list[tuple[str, Path]] = []
        for path in paths:
            for file in sorted(path.iterdir()) if path.is_dir() else [path]:
                if not file.is_file():
                    continue
                try:
                    inside = stack.enter_context(unpacked(file)).rglob("*") if is_zip(file) else None
                except UserError:
                    inside = None
                if inside is None:
                    found.append((file.name, file))
                else:
                    found += [
                        (f"{file.name}{WITHIN}{one.name}", one) for one in sorted(inside) if one.is_file()
                    ]
        yield found


def named(path: Path, folder: Path, made: Submission) -> Submission:
    """What was read of the folder a ZIP was unpacked in, told of the ZIP: that is the file which was sent."""
    inside = {item.name for item in folder.rglob("*")}
    return replace(
        made,
        files=(SourceFile.of(path),),
        recognised=tuple(in_zip(path, folder, line) for line in made.recognised),
        assumptions=tuple(in_zip(path, folder, line) for line in made.assumptions),
        tables={name: _told_of(path, table) for name, table in made.tables.items()},
        issues=tuple(
            replace(issue, file=f"{path.name}{WITHIN}{issue.file}") if issue.file in inside else issue
            for issue in made.issues
        ),
    )


def in_zip(path: Path, folder: Path, said: str) -> str:
    """What was said of files in the ZIP, each named as in it."""
    inside = sorted({item.name for item in folder.rglob("*.*")}, key=len, reverse=True)
    names = "|".join(map(re.escape, inside)) or "$."
    return re.sub(
        rf"(?<![\w.-])(?<!{WITHIN})({names})(?![\w-])", lambda m: f"{path.name}{WITHIN}{m[1]}", said
    )


def _told_of(path: Path, table: pa.Table) -> pa.Table:
    at = table.column_names.index("_file")
    return table.set_column(
        at, table.schema.field(at), pc.binary_join_element_wise(f"{path.name}{WITHIN}", table.column(at), "")
    )


def _unpack(path: Path, folder: Path) -> None:
    guard.check_size(path)
    with path.open("rb") as file:
        try:
            guard.check_directory(file, path.name)
            parts = zipfile.ZipFile(file).infolist()
        except (UserError, *guard.DAMAGED):
            _refuse(path, "The ZIP is damaged, or holds far more files than any return has.")
        places = _places(path, parts)
        left = guard.MAX_INFLATED
        for part, place in places.items():
            out = folder / place
            out.parent.mkdir(parents=True, exist_ok=True)
            left -= _write(path, guard.inflated(file, part), part, out, left)
            with out.open("rb") as made:
                if made.read(8).startswith(_ARCHIVES) and (is_zip(out) or not is_workbook(out)):
                    _refuse(path, f"{out.name} in it is itself an archive.")


def _places(path: Path, parts: Sequence[zipfile.ZipInfo]) -> dict[zipfile.ZipInfo, str]:
    """Where each file of the ZIP is to stand in the folder: a folder that holds all the rest is left out."""
    names = {part: part.filename.replace("\\", "/") for part in parts}
    for part, name in names.items():
        steps = name.rstrip("/").split("/")
        if not name.isprintable() or name.startswith("/") or ":" in name or {"", ".", ".."} & set(steps):
            _refuse(path, "It holds a file whose name points outside it, or is no name.")
        if stat.S_ISLNK(part.external_attr >> 16):
            _refuse(path, "It holds a link to another place instead of a file.")
    # What a Mac adds for itself, and folders' own entries.
    files = {
        part: name
        for part, name in names.items()
        if not name.endswith("/") and not any(step.startswith((".", "__MACOSX")) for step in name.split("/"))
    }
    if not files:
        _refuse(path, "There is no file in it.")
    if len(files) > MOST_FILES:
        _refuse(path, f"It holds more than {MOST_FILES} files.")
    if len({name.casefold() for name in files.values()}) < len(files):
        _refuse(path, "It holds two files of one name.")
    if any(part.flag_bits & 1 for part in files):
        _refuse(path, "It is locked with a password.")
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in files):
        _refuse(path, "It is packed in a way that is not read here.")
    while len({name.partition("/")[0] for name in files.values()}) == 1 and all(
        "/" in n for n in files.values()
    ):
        files = {part: name.partition("/")[2] for part, name in files.items()}
    return files


def _write(path: Path, blocks: Iterator[bytes], part: zipfile.ZipInfo, out: Path, most: int) -> int:
    """Unpack one file, block by block; how many bytes it is, whatever the ZIP says."""
    size = check = 0
    try:
        with out.open("xb") as file:
            for block in blocks:
                size += len(block)
                check = zlib.crc32(block, check)
                if size > most:
                    _refuse(path, f"It unpacks to more than {guard.MAX_INFLATED >> 20} MB.")
                if size > max(ANY_TIMES, MOST_TIMES * part.compress_size):
                    _refuse(
                        path,
                        f"{out.name} in it unpacks to more than {MOST_TIMES} times its size, as no table does.",
                    )
                file.write(block)
    except zlib.error:
        check = -1
    if check != part.CRC:
        _refuse(path, f"It is damaged: {out.name} in it cannot be unpacked.")
    return size


def _refuse(path: Path, what: str) -> NoReturn:
    raise UserError(what, where=path.name, try_=_TRY)
