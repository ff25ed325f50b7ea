"""How a record becomes an event or a spell: the common shape, and the few moves every area of practice needs."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeAlias

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.engines import table
from undrift.journeys import joined
from undrift.journeys.tables import EVENTS, SPELLS
from undrift.returns.spec import record_tables

# No journey reads a number but whole ones; a decimal keeps the Spark compiler from asking for a Spark not installed.
_TYPES = {
    "text": "string",
    "flag": "string",
    "json": "string",
    "date": "date",
    "integer": "int64",
    "number": "decimal",
}
FOREVER = "9999-12-31"
Rows = Iterator[tuple[str, ir.Table]]
"""(name, rows) of each kind."""
Given: TypeAlias = ir.Value | str | Callable[[ir.Table], ir.Value] | None


@cache
def _columns() -> dict[str, dict[str, str]]:
    return {
        name: {column.name: _TYPES[column.type] for column in spec.columns}
        for name, spec in record_tables().items()
    }


def record(name: str) -> ir.Table:
    """The records table of that name, as the Standard Safeguarding Dataset names it, each child under one id."""
    return table(name, _columns()[name], joined.SCHEMA)


def miles(distance: ir.NumericColumn) -> ir.NumericValue:
    """How far a placement is from home; null where it is 999.9, which says that this could not be worked out."""
    far = distance.cast("float64")
    return (far < 999).ifelse(far, ibis.null("float64"))


def _shape(rows: ir.Table, schema: dict[str, str], source: str, **given: ir.Value | str) -> ir.Table:
    """The rows in the common shape: columns not given are null."""
    columns: dict[str, ir.Value] = {}
    for name, kind in schema.items():
        value = given.get(name, source if name == "source_table" else None)
        columns[name] = (literal(value) if value is None or isinstance(value, str) else value).cast(kind)
    return rows.select(**columns)


def in_order(spells: ir.Table) -> ir.Table:
    """Without those recorded as over before they began: nothing ended on a day it had not begun."""
    return spells.filter(~(spells.ended_on < spells.started_on).fill_null(False))


def event(rows: ir.Table, source: str, **given: ir.Value | str) -> ir.Table:
    """The rows as events; `given` are columns of EVENTS."""
    return _shape(rows, EVENTS, source, **given)


def spell(rows: ir.Table, source: str, **given: ir.Value | str) -> ir.Table:
    """The rows as spells; `given` are columns of SPELLS."""
    given.setdefault("source_key", given["spell_id"])
    return _shape(rows, SPELLS, source, **given)


def _columns_of(rows: ir.Table, given: dict[str, Given]) -> dict[str, ir.Value | str]:
    found: dict[str, ir.Value | str] = {}
    for name, value in given.items():
        if callable(value):
            found[name] = value(rows)
        elif isinstance(value, str):
            found[name] = rows[value]
        elif value is not None:
            found[name] = value
    return found


def dated(
    kind: str,
    source: str | ir.Table,
    on: str,
    table_name: str = "",
    *,
    undated: bool = False,
    **columns: Given,
) -> tuple[str, ir.Table]:
    """Events of a kind: one for each row of a table whose day `on` is recorded. `columns` name its columns.

    undated: rows without the day are events too, so that what starts a clock is not lost for want of its date.
    """
    rows = record(source) if isinstance(source, str) else source
    held = rows if undated else rows.filter(rows[on].notnull())
    name = source if isinstance(source, str) else table_name
    return kind, event(held, name, kind=kind, on_date=held[on], **_columns_of(held, columns))


def lasting(
    kind: str, source: str | ir.Table, table_name: str = "", **columns: Given
) -> tuple[str, ir.Table]:
    """Spells of a kind: one for each row of a table. `columns` name its columns."""
    rows = record(source) if isinstance(source, str) else source
    name = source if isinstance(source, str) else table_name
    return kind, spell(rows, name, kind=kind, **_columns_of(rows, columns))


def now() -> ir.Table:
    """`now`: the day the load speaks for."""
    return table("load", {"as_at": "date"}, "records").select(now="as_at")


def by_now(rows: ir.Table, day: str) -> ir.Table:
    """The rows whose day has come by the day the load speaks for: a birthday to come has not happened."""
    said = rows.cross_join(now())
    return said.filter(said[day] <= said.now).drop("now")


def yes(column: ir.Value) -> ir.BooleanValue:
    """The record says Y; a blank is no."""
    return (column == "Y").fill_null(False)


def word(when: ir.Value, then: str, otherwise: str | None = None) -> ir.StringValue:
    """One word when so, another (or null) when not."""
    last = ibis.null("string") if otherwise is None else literal(otherwise)
    return when.fill_null(False).ifelse(literal(then), last)


def forever(day: ir.Value) -> ir.DateValue:
    """The day, or a day that never comes where there is none."""
    return ibis.coalesce(day, literal(FOREVER).cast("date"))


def ended(day: ir.Value) -> ir.DateValue:
    """The other way: no day, where the day never comes."""
    return (day == literal(FOREVER).cast("date")).ifelse(ibis.null("date"), day)


def both(first: ir.Table, second: ir.Table) -> ir.Table:
    """Where a spell of the one and of the other overlap for a child: `started`, `until` (forever while both last)."""
    b = second.select(
        b_child=second.child_id, b_start=second.started_on, b_end=second.ended_on, b_id=second.spell_id,
        b_outcome=second.outcome,
    )  # fmt: skip
    met = first.inner_join(
        b,
        (first.child_id == b.b_child)
        & (first.started_on < forever(b.b_end))
        & (b.b_start < forever(first.ended_on)),
    )
    return met.mutate(
        started=ibis.greatest(met.started_on, met.b_start),
        until=ibis.least(forever(met.ended_on), forever(met.b_end)),
    )
