"""The facts a measure can count: each a table of its own in schema `facts`, made once from the records."""

import duckdb
import ibis.expr.types as ir

from undrift.engines import table
from undrift.engines.kept import compiled
from undrift.journeys.build import create
from undrift.measures.facts import care, need, people
from undrift.measures.facts.fact import Fact

FACTS: dict[str, Fact] = {**need.FACTS, **care.FACTS, **people.FACTS}


def fact(name: str) -> ir.Table:
    """The stored table of a fact, as yet unbound."""
    return table(name, FACTS[name].schema, "facts")


def lasts(name: str) -> bool:
    """Has it a start and an end, and not a day?"""
    return FACTS[name].lasts


def rows(name: str) -> ir.Table:
    """The fact's rows, from the records."""
    return FACTS[name].rows()


def build(con: duckdb.DuckDBPyConnection) -> None:
    """Schema `facts`: every fact over the whole authority."""
    con.execute("CREATE SCHEMA IF NOT EXISTS facts")
    for name, made in FACTS.items():
        create(con, f"facts.{name}", made.schema)
        con.execute(f"INSERT INTO facts.{name} " + compiled(rows, name))
