"""Looking for a person's identifiers in every file under a home, whatever kind of file it is."""

import re
import sqlite3
import zipfile
from collections.abc import Callable, Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import duckdb

ENOUGH = (
    4  # characters: a shorter identifier stands in any text by chance, and is looked for in whole cells only
)
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Place:
    """Where an identifier stands. inside: the table and column, or the part of an archive. count: cells, or 1."""

    file: str
    inside: str
    count: int


def places(home: Path, words: Collection[str]) -> tuple[list[Place], int]:
    """Every place under `home` that still holds one of `words`, and how many files were looked into.

    In tables, a cell that is the word, or a text with the word standing alone in it; in other files, the word
    standing alone in UTF-8 or UTF-16. The same characters can be chance (a row's number that equals an identifier):
    a place is for a person to judge.
    """
    found: list[Place] = []
    looked = 0
    for path in sorted(p for p in home.rglob("*") if p.is_file() and not p.is_symlink()):
        looked += 1
        name = path.relative_to(home).as_posix()
        found += [Place(name, inside, count) for inside, count in _looker(path)(path, words)]
    return found, looked


def _looker(path: Path) -> Callable[[Path, Collection[str]], Iterator[tuple[str, int]]]:
    with path.open("rb") as file:
        start = file.read(16)
    if start[:4] == b"PAR1":
        return _parquet
    if start[8:12] == b"DUCK":
        return _duckdb
    if start[:15] == b"SQLite format 3":
        return _sqlite
    return _archive if zipfile.is_zipfile(path) else _raw


def _parquet(path: Path, words: Collection[str]) -> Iterator[tuple[str, int]]:
    # Not held open: a home has hundreds of these files and each connection costs more than the search.
    it = "read_parquet('" + str(path).replace("'", "''") + "')"
    yield from _columns(duckdb.default_connection().cursor(), f"(SELECT * FROM {it})", words)


def _duckdb(path: Path, words: Collection[str]) -> Iterator[tuple[str, int]]:
    with duckdb.connect(str(path), read_only=True) as con:
        tables = con.execute(
            "SELECT table_schema, table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
        ).fetchall()
        if not tables:
            return
        named = [f"{_quoted(schema)}.{_quoted(table)}" for schema, table in tables]
        rows = con.execute(
            " UNION ALL ".join(f"SELECT {n}, count(*) FROM {it}" for n, it in enumerate(named))
        )
        filled = {n for n, count in rows.fetchall() if count}
        for n, it in enumerate(named):
            for column, count in _columns(con, it, words) if n in filled else ():
                yield f"{it}.{column}".replace('"', ""), count


def _columns(con: duckdb.DuckDBPyConnection, table: str, words: Collection[str]) -> Iterator[tuple[str, int]]:
    """Text columns of a table that hold a word, whatever the type they keep it in, and how many rows do."""
    names = [row[0] for row in con.execute(f"DESCRIBE {table}").fetchall() if _may_hold(row[1])]
    if not names:
        return
    long = _pattern(words)
    test = "CAST({0} AS VARCHAR) IN (SELECT unnest($words))"
    if long:
        test += " OR regexp_matches(CAST({0} AS VARCHAR), $long)"
    counts = ", ".join(f"count(*) FILTER (WHERE {test.format(_quoted(name))})" for name in names)
    given: dict[str, object] = {"words": list(words)} | ({"long": long} if long else {})
    row = con.execute(f"SELECT {counts} FROM {table}", given).fetchone()
    assert row is not None  # an aggregate always answers
    yield from ((name, count) for name, count in zip(names, row, strict=True) if count)


def _may_hold(kind: str) -> bool:
    return not kind.startswith(("DATE", "TIME", "BOOLEAN", "DOUBLE", "FLOAT", "INTERVAL"))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _pattern(words: Collection[str]) -> str:
    long = "|".join(re.escape(word) for word in sorted(words) if len(word) >= ENOUGH)
    return f"(^|[^A-Za-z0-9])({long})($|[^A-Za-z0-9])" if long else ""


def _sqlite(path: Path, words: Collection[str]) -> Iterator[tuple[str, int]]:
    """Its tables by asking it; then its bytes, where a cell that was taken out can linger."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as con:
        long = re.compile(_pattern(words)) if _pattern(words) else None

        def holds(value: object) -> bool:
            text = value if isinstance(value, str) else str(value) if value is not None else ""
            return text in words or bool(long and long.search(text))

        con.create_function("holds", 1, holds)
        for (table,) in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns = [row[1] for row in con.execute(f"PRAGMA table_info({_quoted(table)})").fetchall()]
            for column in columns:
                (count,) = con.execute(
                    f"SELECT count(*) FROM {_quoted(table)} WHERE holds({_quoted(column)})"
                ).fetchone()
                if count:
                    yield f"{table}.{column}", count
    # Cells lie side by side in the file, so nothing can be asked of what stands on either side.
    distinctive = [word for word in words if len(word) >= ENOUGH + 2]
    if distinctive and _stands(path, [word.encode() for word in distinctive], alone=False):
        yield "its bytes", 1


def _archive(path: Path, words: Collection[str]) -> Iterator[tuple[str, int]]:
    """A workbook or document: each part unpacked."""
    pattern = _bytes_pattern(_encoded(words), alone=True)
    with zipfile.ZipFile(path) as archive:
        for part in archive.infolist():
            if pattern and pattern.search(archive.read(part)):
                yield part.filename, 1


def _raw(path: Path, words: Collection[str]) -> Iterator[tuple[str, int]]:
    if _stands(path, _encoded(words), alone=True):
        yield "", 1


def _encoded(words: Collection[str]) -> list[bytes]:
    return [word.encode(form) for word in words if len(word) >= ENOUGH for form in ("utf-8", "utf-16-le")]


def _bytes_pattern(words: Collection[bytes], alone: bool) -> re.Pattern[bytes] | None:
    if not words:
        return None
    either = b"|".join(re.escape(word) for word in words)
    return re.compile(b"(?<![A-Za-z0-9])(" + either + b")(?![A-Za-z0-9])" if alone else either)


def _stands(path: Path, words: list[bytes], alone: bool) -> bool:
    """Whether any of the words is in the file, a block at a time; blocks overlap by more than a word."""
    pattern = _bytes_pattern(words, alone)
    if pattern is None:
        return False
    overlap = max(map(len, words)) + 2
    last = b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if pattern.search(last + block):
                return True
            last = (last + block)[-overlap:]
    return False
