"""No child's row is spilt to a folder nobody looks after."""

import re
from pathlib import Path

import duckdb
import pytest

import undrift
from undrift.engines.apart import in_memory

# Each opens a file under the home, or says where it may spill.
OPENED_BY_NAME = {"records/search.py", "records/live.py", "clocks/country.py", "engines/apart.py"}


def test_what_does_not_fit_in_memory_is_refused_and_not_spilt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with in_memory(memory_limit="30MB", threads=1) as con, pytest.raises(duckdb.OutOfMemoryException):
        con.execute("CREATE TABLE t AS SELECT uuid()::VARCHAR AS a FROM range(3_000_000)")
    assert not list(tmp_path.iterdir())


def test_every_database_in_memory_is_opened_that_way() -> None:
    root = Path(undrift.__file__).parent
    opened = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if re.search(r"\bduckdb\.connect\(", path.read_text(encoding="utf-8"))
    }
    assert opened == OPENED_BY_NAME
