"""The engines: Ibis expressions become SQL text, which each engine's own client runs.

Ibis is used as a compiler only (decision 3): nothing here asks it to connect to anything.
"""

import re
from typing import Any

import ibis
import ibis.expr.types as ir
from ibis.config import Config

_DROPPED = re.compile(r"\b(EXCLUDE|EXCEPT) \(([^()]*)\)")
DIALECTS = {"duckdb": "duckdb", "spark": "pyspark"}


class _SparkOptions(Config):  # type: ignore[misc]
    """The one option Ibis's Spark compiler asks for, which it otherwise has only once Spark's client is installed."""

    treat_nan_as_null: bool = False


if ibis.options.pyspark is None:
    ibis.options.pyspark = _SparkOptions()


def table(name: str, schema: dict[str, str], database: str) -> ir.Table:
    """An unbound table, `database.name`, with these column types."""
    return ibis.table(ibis.schema(schema), name=name, database=database)


def to_sql(expression: Any, engine: str = "duckdb") -> str:
    """The SQL text of an expression for one engine ("duckdb" or "spark")."""
    text = str(ibis.to_sql(expression, dialect=DIALECTS[engine])) + "\n"
    # Ibis keeps the columns to drop in a set: in order of name, the text is the same in every process.
    return _DROPPED.sub(lambda said: f"{said[1]} ({', '.join(sorted(said[2].split(', ')))})", text)
