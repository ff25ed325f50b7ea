"""The same cards on Apache Spark: every case, and a small invented authority row for row against DuckDB."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from pyspark.sql import SparkSession
from pyspark.sql.types import BooleanType, DateType, LongType, StringType, StructField, StructType

from tests.definitions.test_clock_cases import counts_from, expected
from undrift import clocks, dates, drift, pipeline, records
from undrift.clocks import engine
from undrift.clocks.cases import Case, cases
from undrift.clocks.definition import Again, Clock
from undrift.clocks.reference import Event
from undrift.drift import engine as drift_engine
from undrift.drift.cases import expected_since
from undrift.drift.definition import Pattern
from undrift.engines import to_sql
from undrift.journeys.tables import EVENTS, SPELLS
from undrift.synthetic import make

TYPES = {"string": StringType(), "date": DateType(), "boolean": BooleanType(), "int64": LongType()}
AS_AT = date(2026, 9, 30)


def schema(columns: dict[str, str]) -> StructType:
    return StructType([StructField(name, TYPES[kind]) for name, kind in columns.items()])


class Spark:
    """A local session holding the journeys as views; the compiled text is run with its table names put to them."""

    def __init__(self, session: SparkSession) -> None:
        self.session = session
        calendar = {"day": "date", "is_working": "boolean", "working_days": "int64"}
        self.view("calendar", [row for row in dates.calendar() if 2000 < row[0].year < 2031], calendar)

    def view(self, name: str, rows: list[Any], columns: dict[str, str]) -> None:
        self.session.createDataFrame(rows, schema(columns)).createOrReplaceTempView(name)

    def run(self, expression: Any) -> list[tuple[Any, ...]]:
        text = to_sql(expression, "spark")
        for schema_name in ("journeys", "clocks", "drift"):
            text = text.replace(f"`{schema_name}`.", "")
        return [tuple(row) for row in self.session.sql(text).collect()]


@pytest.fixture(scope="session")
def spark() -> Iterator[Spark]:
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.memory", "3g")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield Spark(session)
    session.stop()


def give(spark: Spark, given: list[Case], window: str | None) -> None:
    events: list[tuple[Any, ...]] = []
    spells: list[tuple[Any, ...]] = []
    for nth, case in enumerate(given):
        child = f"c{nth}"
        first = [Event(window, case.records_from)] if window and case.records_from else []
        for place, e in enumerate([*case.events, *first]):
            who = child if e not in first else "first in the records"
            spell = f"{child}/{e.spell_id}" if e.spell_id else None
            events.append(
                (who, e.kind, e.on, spell, e.outcome, e.detail, "T", e.worker, "t", f"{child}/e{place}")
            )
        for s in case.spells:
            key = f"{child}/{s.id}"
            spells.append(
                (child, s.kind, key, s.started, s.ended, s.outcome, s.detail, "T", s.worker, "t", key)
            )
    spark.view("events", events, EVENTS)
    spark.view("spells", spells, SPELLS)


@pytest.mark.parametrize("clock", clocks.catalogue().values(), ids=lambda card: card.id)
def test_every_case_of_a_clock(spark: Spark, clock: Clock) -> None:
    given = cases(clock.cases)
    for group in [[case] for case in given] if isinstance(clock.starts, Again) else [given]:
        give(spark, group, counts_from(clock) if isinstance(clock.starts, Again) else None)
        spark.view("instances", spark.run(engine.instances(clock)), engine.INSTANCES)
        for as_at in sorted({case.as_at for case in group}):
            rows = engine.stored.filter(engine.exists(engine.stored, as_at))
            read = spark.run(
                rows.mutate(reading=engine.reading(rows, as_at)).select("child_id", "due_on", "reading")
            )
            for nth, case in enumerate(group):
                if case.as_at == as_at:
                    found = sorted((str(due or "-"), word) for child, due, word in read if child == f"c{nth}")
                    assert found == expected(case), case.why


@pytest.mark.parametrize("pattern", drift.catalogue().values(), ids=lambda card: card.id)
def test_every_case_of_a_pattern(spark: Spark, pattern: Pattern) -> None:
    given = cases(pattern.cases)
    give(spark, given, None)
    found = spark.run(drift_engine.flag_spells(pattern).select("child_id", "since", "until"))
    for nth, case in enumerate(given):
        up = [
            s
            for child, s, u in found
            if child == f"c{nth}" and s <= case.as_at and (u is None or case.as_at < u)
        ]
        wanted = expected_since(case)
        assert up == ([] if wanted is None else [wanted]), case.why


@pytest.fixture(scope="session")
def small(spark: Spark, tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    """A twentieth of the invented authority in DuckDB, its journeys given to Spark as well."""
    out = tmp_path_factory.mktemp("small")
    make(out, scale=0.05, also=())
    home: Path = out / "home"
    load = records.load([out / "ssd"], authority="Irwell", as_at=AS_AT, by="test", home=home).load
    pipeline.build(load.id, home, say=lambda _: None)
    cur = records.cursor(home)
    for name, columns in (("events", EVENTS), ("spells", SPELLS)):
        spark.view(name, cur.execute(f"SELECT {', '.join(columns)} FROM journeys.{name}").fetchall(), columns)
    return cur


def rows_of(
    cur: duckdb.DuckDBPyConnection, table: str, columns: list[str], where: str, key: str
) -> list[Any]:
    return sorted(
        cur.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE {where} = ?", [key]).fetchall(), key=repr
    )


@pytest.mark.parametrize("clock", clocks.catalogue().values(), ids=lambda card: card.id)
def test_an_authority_reads_the_same_row_for_row(
    spark: Spark, small: duckdb.DuckDBPyConnection, clock: Clock
) -> None:
    columns = list(engine.INSTANCES)
    wanted = rows_of(small, "clocks.instances", columns, "clock_id", clock.id)
    assert wanted
    assert sorted(spark.run(engine.instances(clock).select(*columns)), key=repr) == wanted


@pytest.mark.parametrize("pattern", drift.catalogue().values(), ids=lambda card: card.id)
def test_an_authority_drifts_the_same_row_for_row(
    spark: Spark, small: duckdb.DuckDBPyConnection, pattern: Pattern
) -> None:
    columns = list(drift_engine.FLAG_SPELLS)
    wanted = rows_of(small, "drift.flag_spells", columns, "pattern_id", pattern.id)
    assert wanted
    assert sorted(spark.run(drift_engine.flag_spells(pattern).select(*columns)), key=repr) == wanted
