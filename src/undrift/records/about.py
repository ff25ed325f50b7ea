"""Which rows are about which person: by a column of their own, or through the row they belong to."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from undrift.returns.spec import record_tables

PERSON = "ssd_person.pers_person_id"

# Where somebody else's row can hold the person's id as words, not as a link.
MENTIONS = {"ssd_person": ("pers_legacy_id",), "ssd_linked_identifiers": ("link_identifier_value",)}

Rows = Callable[[str], str | None]
"""A table's name to the SQL that reads its rows; None when the load does not hold it."""


@dataclass(frozen=True)
class Link:
    """`column` holds the `key` of a row of `table`."""

    column: str
    table: str
    key: str


@cache
def way(table: str) -> tuple[Link, ...] | None:
    """The links from a table to one whose rows name the person: () when its own do, None when it is about no child."""
    spec = record_tables()[table]
    if spec.person:
        return ()
    for column in spec.columns:
        parent, _, key = column.references.partition(".")
        if parent and parent != table and (rest := way(parent)) is not None:
            return (Link(column.name, parent, key), *rest)
    return None


@cache
def naming(table: str) -> tuple[str, ...]:
    """The columns of a table that hold a person's id; a mother's row names two people, and is about both."""
    spec = record_tables()[table]
    return tuple(c.name for c in spec.columns if c.name == spec.person or c.references == PERSON)


def about(table: str, rows: Rows) -> str | None:
    """SQL that is true of the table's rows about any of the list `$people`; None for a table about no child."""
    links = way(table)
    if links is None:
        return None
    if not links:
        return (
            "("
            + " OR ".join(
                f"coalesce({column} IN (SELECT unnest($people)), FALSE)" for column in naming(table)
            )
            + ")"
        )
    link = links[0]
    parent = rows(link.table)
    if parent is None:
        return "FALSE"
    return (
        f"coalesce({link.column} IN (SELECT {link.key} FROM {parent} WHERE {about(link.table, rows)}), FALSE)"
    )


def whose(table: str, rows: Rows) -> str | None:
    """SELECT of (about, person): the link a table's rows hold, and whose it is. None when they name the person, or
    when a table on the way is not held."""
    links = way(table)
    if not links:
        return None
    sources = [rows(link.table) for link in links]
    if None in sources:
        return None
    joins = " ".join(
        f"JOIN {source} AS t{at} ON t{at}.{link.key} = t{at - 1}.{link.column}"
        for at, (link, source) in enumerate(zip(links[1:], sources[1:], strict=True), start=1)
    )
    person = record_tables()[links[-1].table].person
    return f"SELECT t0.{links[0].key} AS about, t{len(links) - 1}.{person} AS person FROM {sources[0]} AS t0 {joins}"
