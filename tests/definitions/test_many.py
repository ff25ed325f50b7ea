"""Many authorities in one query read as each does alone. A card of each shape here; all of them in tests/spark."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime
from typing import Any, TypeVar

import duckdb
import ibis
import pytest

from tests.definitions.apart import Given, Run, hold_clock, hold_measure, hold_pattern
from tests.definitions.test_measure_cases import HELD
from undrift import clocks, drift
from undrift.clocks.definition import CLOSING, Clock
from undrift.drift.definition import Pattern
from undrift.engines import table, to_sql
from undrift.engines.many import AUTHORITY, over_many
from undrift.measures.definition import Measure

Card = TypeVar("Card")


def one_of_each(cards: Iterable[Card], shape: Callable[[Card], Hashable]) -> list[Card]:
    found: dict[Hashable, Card] = {}
    for card in cards:
        found.setdefault(shape(card), card)
    return list(found.values())


def shape_of_clock(c: Clock) -> Hashable:
    more = {name for name in ("unless", "since", "and_opening", "last") if getattr(c.starts, name, None)}
    return (
        type(c.starts),
        c.stops == CLOSING,
        c.within is None,
        c.restarts,
        c.by_day,
        c.aged is None,
        *sorted(more),
    )


def parts(state: Any) -> Iterable[str]:
    """The words a pattern is built of."""
    for part in state if isinstance(state, tuple) else (state,):
        if hasattr(part, "__dataclass_fields__"):
            yield type(part).__name__
            for name in part.__dataclass_fields__:
                yield from parts(getattr(part, name))


def shape_of_pattern(p: Pattern) -> Hashable:
    return frozenset(parts(p.state))


def shape_of_measure(m: Measure) -> Hashable:
    return frozenset(parts(m.counts))


CLOCKS = one_of_each(clocks.catalogue().values(), shape_of_clock)
PATTERNS = one_of_each(drift.catalogue().values(), shape_of_pattern)
MEASURES = one_of_each(HELD, shape_of_measure)


@pytest.fixture(scope="module")
def run() -> Run:
    given, con = Given(), duckdb.connect()
    for name, rows in given.shared():
        con.register(name, rows)

    def of(card: str, expression: ibis.expr.types.Table) -> list[tuple[Any, ...]]:
        sql = to_sql(expression)
        for schema in ("journeys", "clocks", "drift", "measures", "facts"):
            sql = sql.replace(f'"{schema}".', "")
        for name, rows in given.of(card, sql):
            con.register(name, rows)
        # A day plus a month is a moment in DuckDB; stored, it is the day again.
        return [
            tuple(cell.date() if isinstance(cell, datetime) else cell for cell in row)
            for row in con.execute(sql).fetchall()
        ]

    return of


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda card: card.id)
def test_cases_that_are_authorities_apart_read_alike(run: Run, clock: Clock) -> None:
    hold_clock(run, clock)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda card: card.id)
def test_cases_that_are_authorities_apart_drift_alike(run: Run, pattern: Pattern) -> None:
    hold_pattern(run, pattern)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda card: card.id)
def test_cases_that_are_authorities_apart_count_alike(run: Run, measure: Measure) -> None:
    hold_measure(run, measure)


def test_what_has_no_meaning_over_many_is_refused() -> None:
    rows = table("events", {"child_id": "string", "n": "int64"}, "journeys")
    calendar = table("calendar", {"day": "date"}, "journeys")
    for refused in (
        rows.limit(1),
        rows.aggregate(
            total=rows.n.sum()
        ),  # of no rows: nought, and an authority without rows has no row to say it
        rows.right_join(rows.view(), "child_id"),
        calendar.left_join(rows, rows.n == 1),
        calendar.filter(calendar.day == date(2026, 1, 1)),
        rows.select("n").union(calendar.select(n=ibis.literal(1, "int64"))),
    ):
        with pytest.raises(NotImplementedError):
            over_many(refused)
    assert over_many(rows.filter(rows.n == 1)).columns == ("child_id", "n", AUTHORITY)


def test_an_authority_with_nothing_to_take_the_least_of_keeps_its_rows() -> None:
    rows = table("events", {"child_id": "string", "kind": "string", "n": "int64"}, "journeys")
    least = rows.filter(rows.kind == "a").aggregate(least=rows.n.min())
    with duckdb.connect() as con:
        con.execute("CREATE SCHEMA journeys")
        con.execute(
            """CREATE TABLE journeys.events AS FROM (VALUES ('x', 'a', 1, 'One'), ('x', 'b', 2, 'One'), ('x', 'b', 3, 'Two'))
               AS given(child_id, kind, n, authority)"""
        )
        found = con.execute(to_sql(over_many(rows.cross_join(least)))).fetchall()
    assert sorted(found, key=str) == [
        ("x", "a", 1, 1, "One"),
        ("x", "b", 2, 1, "One"),
        ("x", "b", 3, None, "Two"),
    ]
