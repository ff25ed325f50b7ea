"""The records as journeys read them: each child under one id, where a person has said that two are one child.

Views only. Schema `records` keeps every row as it was received, and undoing a decision leaves no trace in it.
"""

import duckdb

from undrift.records.tables import Table, tables

SCHEMA = "joined"


def create(con: duckdb.DuckDBPyConnection) -> None:
    """Schema `joined`, a view a table, over `records` and `links.same_child` (child_id, kept_id; empty if absent)."""
    con.execute(f"CREATE SCHEMA IF NOT EXISTS links; CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
    con.execute("CREATE TABLE IF NOT EXISTS links.same_child (child_id VARCHAR, kept_id VARCHAR)")
    con.execute(
        "CREATE TABLE IF NOT EXISTS links.siblings (child_id VARCHAR, sibling_id VARCHAR, basis VARCHAR)"
    )
    some = con.execute("SELECT 1 FROM links.same_child LIMIT 1").fetchone() is not None
    for table in tables().values():
        con.execute(
            f"CREATE OR REPLACE VIEW {SCHEMA}.{table.name} AS {_rows(table, table.person if some else None)}"
        )


def _rows(table: Table, person: str | None) -> str:
    if person is None:
        return f"SELECT * FROM records.{table.name}"
    join = f"FROM records.{table.name} AS r LEFT JOIN links.same_child AS s ON s.child_id = r.{person}"
    kept = f"coalesce(s.kept_id, r.{person}) AS {person}"
    if table.name == "ssd_person":
        # One row a child: the kept id's, and where that is blank (the date of birth, of an id made before it) the others'.
        columns = (
            kept if c.name == person else f"arg_min(r.{c.name}, coalesce(s.child_id, '')) AS {c.name}"
            for c in table.columns
        )
        return f"SELECT {', '.join(columns)} {join} GROUP BY coalesce(s.kept_id, r.{person})"
    return f"SELECT r.* REPLACE ({kept}) {join}"


def kept_id(cur: duckdb.DuckDBPyConnection, child_id: str) -> str:
    """The id the child's journey stands under: another one, where two ids were joined."""
    row = cur.execute("SELECT kept_id FROM links.same_child WHERE child_id = ?", [child_id]).fetchone()
    return row[0] if row else child_id


def other_ids(cur: duckdb.DuckDBPyConnection, kept: str) -> tuple[str, ...]:
    """The other ids joined into this one's journey."""
    rows = cur.execute(
        "SELECT child_id FROM links.same_child WHERE kept_id = ? ORDER BY 1", [kept]
    ).fetchall()
    return tuple(row[0] for row in rows)
