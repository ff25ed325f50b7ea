"""A small Irwell, made once for all the tests of this room."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from undrift.synthetic.files import Manifest, live, make
from undrift.synthetic.history import History
from undrift.synthetic.story import AS_AT
from undrift.synthetic.tables import Row, Tables
from undrift.synthetic.truth import ALLOCATED

SMALL = 0.04


@dataclass(frozen=True)
class Irwell:
    """One invented authority in memory: its history, and its records at the as-at day."""

    history: History
    tables: Tables
    extra: dict[str, object]

    def ids(self, table: str, column: str) -> set[object]:
        return {row[column] for row in self.tables[table]}


def allocations(tables: Tables) -> list[Row]:
    """Who held each child: the involvements of allocated social workers, reviewing officers left out."""
    return [row for row in tables["ssd_involvements"] if row["invo_professional_role_id"] == ALLOCATED]


@pytest.fixture(scope="session")
def small() -> Irwell:
    history, extra = live(scale=SMALL)
    return Irwell(history, history.at(AS_AT), extra)


@pytest.fixture(scope="session")
def larger() -> Irwell:
    """A fifth of the authority: enough for a rate to mean something."""
    history, extra = live(scale=0.2)
    return Irwell(history, history.at(AS_AT), extra)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    return make(tmp_path_factory.mktemp("irwell"), scale=SMALL)


@pytest.fixture(scope="session")
def read_csv() -> Callable[[Path], list[dict[str, str]]]:
    def read(path: Path) -> list[dict[str, str]]:
        with path.open(newline="", encoding="utf-8") as handle:
            return list(csv.DictReader(handle))

    return read


def when(row: dict[str, object], column: str) -> date:
    value = row[column]
    assert isinstance(value, date), f"{column} has no date"
    return value


def when_or(row: dict[str, object], column: str, otherwise: date = date.max) -> date:
    value = row[column]
    return value if isinstance(value, date) else otherwise
