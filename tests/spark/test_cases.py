"""Every case of every card on Apache Spark: one query a card, each of its cases an authority of its own."""

from typing import Any

import ibis
import pytest

from tests.definitions.apart import Given, Run, hold_clock, hold_measure, hold_pattern
from tests.definitions.test_measure_cases import HELD
from tests.spark.session import Spark
from undrift import clocks, drift
from undrift.clocks.definition import Clock
from undrift.drift.definition import Pattern
from undrift.engines import to_sql
from undrift.measures.definition import Measure


@pytest.fixture(scope="module")
def run(spark: Spark) -> Run:
    given = Given()
    for name, rows in given.shared():
        spark.view(name, rows)

    def of(card: str, expression: ibis.expr.types.Table) -> list[tuple[Any, ...]]:
        sql = to_sql(expression, "spark")
        for name, rows in given.of(card, sql):
            spark.view(name, rows)
        return spark.run(sql)

    return of


@pytest.mark.parametrize("clock", clocks.catalogue().values(), ids=lambda card: card.id)
def test_every_case_of_a_clock(run: Run, clock: Clock) -> None:
    hold_clock(run, clock)


@pytest.mark.parametrize("pattern", drift.catalogue().values(), ids=lambda card: card.id)
def test_every_case_of_a_pattern(run: Run, pattern: Pattern) -> None:
    hold_pattern(run, pattern)


@pytest.mark.parametrize("measure", HELD, ids=lambda card: card.id)
def test_every_case_of_a_measure(run: Run, measure: Measure) -> None:
    hold_measure(run, measure)
