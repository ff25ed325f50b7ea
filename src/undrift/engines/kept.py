"""SQL text kept between processes: compiling every card takes longer than running them all over an authority.

A text is kept under a digest of everything it is made from: the function, what it was given, every file of the rooms it
could depend on, and the versions of what compiles. Change any of these and the digest is another, so nothing kept is
ever taken for what it no longer is. It is text that could be made again: delete the folder at any time.

    UNDRIFT_CACHE    the folder (default: undrift in the user's own cache folder); set but empty, nothing is kept
"""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import undrift
from undrift.engines import to_sql

ABOVE = (
    "__main__.py", "cli.py", "demo.py", "web", "reports", "improvement", "identity", "audits", "synthetic",
    "inspections", "pipeline.py",
)  # fmt: skip
"""What no card is made from: nothing below imports it (the import contract in pyproject.toml)."""
GENERATIONS = 4
"""How many versions of the sources keep their texts; the ones used longest ago go."""


class NotDataError(Exception):
    """What a text is made from cannot be told apart by its value."""


def compiled(build: Callable[..., Any], *given: object) -> str:
    """The SQL for DuckDB of the expression `build(*given)`, or no text where it makes none.

    build: a function with a name in its module, whose answer depends on `given` and the sources alone. given: cards,
    and other plain data.
    """
    return kept(_to_sql, build, *given)


def kept(make: Callable[..., str], *given: object) -> str:
    """The text `make(*given)`, made once for these sources and read again afterwards."""
    try:
        key = said((make, given))
    except NotDataError:
        return make(*given)
    base = _base()
    folder = _folder(base) if base else None
    if folder is None:
        return make(*given)
    place = folder / f"{_digest(key)}.sql"
    text = _read(place)
    if text is None:
        text = make(*given)
        _write(place, text)
    return text


def said(value: object) -> str:
    """A value written out in full, the same in every process and different for every other value."""
    if value is None or isinstance(value, (bool, int, float, str, date)):
        return repr(value)
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(said(part) for part in value)}]"
    if isinstance(value, (set, frozenset)):
        return f"{{{', '.join(sorted(said(part) for part in value))}}}"
    if isinstance(value, Mapping):
        return f"{{{', '.join(sorted(f'{said(key)}: {said(part)}' for key, part in value.items()))}}}"
    if is_dataclass(value) and not isinstance(value, type):
        parts = ", ".join(f"{field.name}={said(getattr(value, field.name))}" for field in fields(value))
        return f"{_name(type(value))}({parts})"
    if callable(value):
        return _name(value)
    raise NotDataError(repr(value))


def _name(value: object) -> str:
    """Where it stands in the sources; NotDataError for what has no place there of its own: a lambda, a bound method."""
    module, name = getattr(value, "__module__", None) or "", getattr(value, "__qualname__", "")
    found: object = sys.modules.get(module) if module.partition(".")[0] == "undrift" else None
    for part in name.split("."):
        found = getattr(found, part, None)
    if found is not value:
        raise NotDataError(repr(value))
    return f"{module}.{name}"


def _to_sql(build: Callable[..., Any], *given: object) -> str:
    expression = build(*given)
    return "" if expression is None else to_sql(expression)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def sources(root: Path = Path(undrift.__file__).parent) -> str:
    """A digest of every file a text could depend on, and of the versions of what compiles it."""
    made_by = [sys.version, *(version(package) for package in ("ibis-framework", "sqlglot"))]
    found = hashlib.sha256(" ".join(made_by).encode())
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if inside.parts[0] in ABOVE or "__pycache__" in inside.parts or not path.is_file():
            continue
        content = path.read_bytes()
        found.update(f"\n{inside.as_posix()} {len(content)}\n".encode() + content)
    return found.hexdigest()


def _base() -> Path | None:
    said_so = os.environ.get("UNDRIFT_CACHE")
    if said_so is not None:
        return Path(said_so) if said_so else None
    users = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    try:
        return (Path(users) if users else Path.home() / ".cache") / "undrift"
    except RuntimeError:  # no home: a service account
        return None


@cache
def _folder(base: Path) -> Path | None:
    """Where the texts of these sources are kept; None where none can be."""
    folder = base / "sql" / sources()[:32]
    try:
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        os.utime(folder)
        others = [other for other in folder.parent.iterdir() if other != folder]
        last_used = sorted(others, key=lambda other: other.stat().st_mtime_ns, reverse=True)
    except OSError:
        return None
    for old in last_used[
        GENERATIONS - 1 :
    ]:  # never these sources' own: another's may bear the very same time
        shutil.rmtree(old, ignore_errors=True)
    return folder


def _read(place: Path) -> str | None:
    """The text kept, if it is whole: its first line is the digest of the rest."""
    try:
        digest, _, text = place.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    return text if digest == _digest(text) else None


def _write(place: Path, text: str) -> None:
    beside = place.with_suffix(f".{os.getpid()}")
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as file:
            file.write(f"{_digest(text)}\n{text}")
        os.replace(beside, place)
    except OSError:  # a full disk, a folder that is not ours: it is made again next time
        beside.unlink(missing_ok=True)
