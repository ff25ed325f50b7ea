"""The way from a page to the analytical store: the home, the current load, a cursor."""

from pathlib import Path

import duckdb
from django.conf import settings

from undrift import records
from undrift.inspections.corpus import Corpus


def home() -> Path:
    return Path(settings.UNDRIFT_HOME)


def load() -> records.Load:
    """The load the pages speak from."""
    return records.current_load(home())


def is_empty() -> bool:
    """Whether the pages have no load to speak from: nothing has been loaded yet, or the first is being made ready."""
    return not (home() / "live" / "CURRENT").exists()


def authority() -> str:
    """Whose records these are; "" before anything is loaded."""
    if not is_empty():
        return load().authority
    return next((kept.authority for kept in reversed(records.loads(home()))), "")


def cursor() -> duckdb.DuckDBPyConnection:
    """A cursor on this process's one read-only connection."""
    return records.cursor(home())


def corpus() -> Corpus:
    """The inspection reports and letters kept."""
    return Corpus(home() / "inspections")
