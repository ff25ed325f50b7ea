"""Every query there is, from records to measures, on a twentieth of the invented authority: row for row as DuckDB."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import ibis.expr.types as ir
import pytest

from tests.definitions.test_golden import tool
from tests.spark.session import Spark
from undrift import records
from undrift.engines import to_sql

EXPRESSIONS = dict(tool().expressions())
EMPTY = {
    "clock.case_transfer_handover", "clock.case_unallocated", "clock.child_assessment_order", "clock.fgdm_offer",
    "clock.lac_visit_others_arrangement", "clock.prebirth_legal_planning", "clock.temp_carer_holiday_3w",
    "clock.temp_hospital_6w", "clock.temp_other_7d", "event.adoption_reversed", "event.iro_appointed",
    "event.placed_with_future_adopter", "fact.proceedings_ended", "measure.care_proceedings_weeks",
    "pattern.assessment_restarted", "pattern.preproceedings_in_and_out", "pattern.unallocated",
    "pattern.worker_over_caseload", "spell.deprivation_of_liberty", "spell.over_caseload", "spell.unallocated",
    "spell.unborn", "pattern.transition_not_begun_no_plan", "spell.secure_stay", "event.secure_order", "clock.secure_72h",
}  # fmt: skip
"""Queries that find nothing in so small an authority; the cards among them are held by their cases."""


class Both:
    """The same tables on both engines."""

    def __init__(self, spark: Spark, con: duckdb.DuckDBPyConnection) -> None:
        self.spark, self.con = spark, con
        self.given: set[str] = set()
        self.tables = con.execute(
            "SELECT DISTINCT table_schema, table_name FROM information_schema.tables ORDER BY ALL"
        ).fetchall()

    def by_duckdb(self, rows: ir.Table) -> Counter[tuple[Any, ...]]:
        return Counter(_alike(row) for row in self.con.execute(to_sql(rows)).fetchall())

    def by_spark(self, rows: ir.Table) -> Counter[tuple[Any, ...]]:
        text = to_sql(rows, "spark")
        for schema, name in self.tables:
            named, view = f"`{schema}`.`{name}`", f"{schema}_{name}"
            if named not in text:
                continue
            if view not in self.given:
                self.spark.view(view, self.con.execute(f'FROM "{schema}"."{name}"').to_arrow_table())
                self.given.add(view)
            text = text.replace(named, f"`{view}`")
        found = self.spark.run(text)
        return Counter(_alike(row) for row in found)


def _alike(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A day plus a month is a moment in DuckDB, and a sum of fractions is of no one order."""
    return tuple(
        cell.date() if isinstance(cell, datetime) else round(cell, 6) if isinstance(cell, float) else cell
        for cell in row
    )


@pytest.fixture(scope="module")
def both(spark: Spark, small: Path) -> Both:
    return Both(spark, records.cursor(small))


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_the_same_rows_on_both_engines(both: Both, name: str) -> None:
    wanted = both.by_duckdb(EXPRESSIONS[name])
    found = both.by_spark(EXPRESSIONS[name])
    assert not wanted - found, "rows that Spark lacks"
    assert not found - wanted, "rows that DuckDB lacks"
    assert wanted or name in EMPTY
