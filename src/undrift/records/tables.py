"""The tables of the records, one documented table each: names, columns, types, keys and what each column means.

Built from the same specification that reads a submission, so the two cannot drift apart.
"""

from dataclasses import dataclass
from functools import cache

from undrift.returns.spec import record_tables
from undrift.returns.submission import ORIGIN

SQL_TYPES = {
    "text": "VARCHAR",
    "flag": "VARCHAR",
    "json": "VARCHAR",
    "date": "DATE",
    "number": "DOUBLE",
    "integer": "BIGINT",
}
_ORIGIN_TYPES = {"_file": "VARCHAR", "_sheet": "VARCHAR", "_row": "INTEGER"}
_ORIGIN_SAYS = {
    "_file": "File the row was read from",
    "_sheet": "Sheet of a workbook; empty for a CSV file",
    "_row": "Row number as Excel shows it",
}


@dataclass(frozen=True)
class Column:
    """sql_type: DuckDB's. references: "table.column" or "". says: what it means, in a sentence."""

    name: str
    sql_type: str
    is_key: bool
    references: str
    says: str


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@dataclass(frozen=True)
class Table:
    """says: what it holds, in a sentence. person: the column that names the child, None for teams and workers.

    keys: what makes a row one row.
    """

    name: str
    says: str
    keys: tuple[str, ...]
    person: str | None
    columns: tuple[Column, ...]

    def create_sql(self, schema: str = "records") -> str:
        columns = ", ".join(f"{c.name} {c.sql_type}" for c in self.columns)
        return f"CREATE TABLE {schema}.{self.name} ({columns})"

    def comment_sql(self, schema: str = "records") -> str:
        """Statements that put the meaning of the table and of each column in the database itself."""
        return f"COMMENT ON TABLE {schema}.{self.name} IS {_quoted(self.says)};" + "".join(
            f"COMMENT ON COLUMN {schema}.{self.name}.{c.name} IS {_quoted(c.says)};" for c in self.columns
        )


@cache
def tables() -> dict[str, Table]:
    """Every table of the records by name; the last three columns of each say where the row was read."""
    origin = tuple(Column(name, _ORIGIN_TYPES[name], False, "", _ORIGIN_SAYS[name]) for name, _ in ORIGIN)
    return {
        spec.name: Table(
            spec.name,
            spec.says,
            spec.keys,
            spec.person,
            tuple(
                Column(c.name, SQL_TYPES[c.type], c.is_key, c.references, c.description) for c in spec.columns
            )
            + origin,
        )
        for spec in record_tables().values()
    }
