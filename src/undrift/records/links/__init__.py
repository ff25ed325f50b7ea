"""Who is the same child, and who is whose brother or sister: suggested here, decided by a person.

What is decided is applied when journeys are built. No row of the records changes.
"""

from collections.abc import Iterable

import duckdb

from undrift.records.links.confirmed import SameChild, confirmed, create, groups, keep_confirmed, settle
from undrift.records.links.definition import Feature, definition
from undrift.records.links.siblings import siblings
from undrift.records.links.told import Compared, Suggestion, suggestion, suggestions
from undrift.records.links.weigh import compare, suggest

__all__ = [
    "Compared",
    "Feature",
    "SameChild",
    "Suggestion",
    "build",
    "confirmed",
    "create",
    "definition",
    "groups",
    "keep_confirmed",
    "settle",
    "suggestion",
    "suggestions",
]


def build(con: duckdb.DuckDBPyConnection, same_child: Iterable[SameChild]) -> None:
    """Schema `links` from schema `records`: `same_child` (the pairs confirmed), `suggestions`, `siblings`."""
    create(con, same_child)
    compare(con)
    suggest(con)
    siblings(con)
    con.execute("DROP TABLE links.compared")
