"""The suggestions of the live file, for a page or the command line."""

from dataclasses import dataclass

import duckdb

from undrift.records.links.definition import Reading


@dataclass(frozen=True)
class Compared:
    """One feature of the two records, in words. speaks: how far it speaks for one child, or for two."""

    feature: str
    reading: Reading
    says: str
    speaks: str


@dataclass(frozen=True)
class Suggestion:
    """Two ids that may be one child. how: "strongly suggested", "suggested" or "worth a look"."""

    child_id: str
    other_id: str
    how: str
    features: tuple[Compared, ...]


def suggestions(cur: duckdb.DuckDBPyConnection) -> list[Suggestion]:
    """Every suggestion of the current load, the strongest first."""
    return _read(cur, "", [])


def suggestion(cur: duckdb.DuckDBPyConnection, one: str, other: str) -> Suggestion | None:
    """What was suggested of these two ids, in either order; None when nothing was."""
    found = _read(cur, "WHERE child_id = ? AND other_id = ?", sorted((one, other)))
    return found[0] if found else None


def _read(cur: duckdb.DuckDBPyConnection, where: str, given: list[str]) -> list[Suggestion]:
    rows = cur.execute(
        f"""SELECT child_id, other_id, how, list(struct_pack(feature, reading, says, speaks) ORDER BY f.place)
            FROM links.suggestions AS s JOIN links.suggestion_features AS f USING (child_id, other_id) {where}
            GROUP BY child_id, other_id, how, s.place ORDER BY s.place""",
        given,
    ).fetchall()
    return [
        Suggestion(child_id, other_id, how, tuple(Compared(**one) for one in compared))
        for child_id, other_id, how, compared in rows
    ]
