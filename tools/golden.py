"""Write the SQL every card compiles to, for each engine, under tests/golden: read the difference before committing it."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import ibis.expr.types as ir

from undrift import clocks, drift, measures
from undrift.clocks import engine as clocks_engine
from undrift.drift import engine as drift_engine
from undrift.engines import DIALECTS, to_sql
from undrift.journeys import derive
from undrift.journeys.tables import events, spells
from undrift.measures import engine as measures_engine
from undrift.measures.facts import FACTS
from undrift.variation import decisions

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "golden"
AS_AT = date(2026, 9, 30)


def expressions() -> Iterator[tuple[str, ir.Table]]:
    """(file name, expression) of every query there is."""
    for name, rows in (*derive.spells_of_records(), *derive.spells_of_spells(spells)):
        yield f"spell.{name}", rows
    yield "spell.ends", derive.with_ends(spells)
    for name, rows in (*derive.events_of_records(), *derive.events_of_spells(spells)):
        yield f"event.{name}", rows
    yield "event.holder", derive.with_holder(events, spells.filter(spells.kind == "allocation"), "on_date")
    for clock in clocks.catalogue().values():
        yield f"clock.{clock.id}", clocks_engine.instances(clock)
    yield (
        "clock.reading",
        clocks_engine.stored.mutate(reading=clocks_engine.reading(clocks_engine.stored, AS_AT)),
    )
    for pattern in drift.catalogue().values():
        yield f"pattern.{pattern.id}", drift_engine.flag_spells(pattern)
    for name, fact in FACTS.items():
        yield f"fact.{name}", fact.rows()
    for measure in measures.catalogue().values():
        rows = measures_engine.months(measure, AS_AT)
        if rows is not None:
            yield f"measure.{measure.id}", rows
    for kind in decisions.KINDS:
        yield f"decision.{kind.id}", decisions.rows(kind)


def compiled(engine: str) -> Iterator[tuple[str, str]]:
    """(file name, SQL) of every expression, for one engine."""
    for name, rows in expressions():
        yield name, to_sql(rows, engine)


def main() -> int:
    for engine in DIALECTS:
        folder = FOLDER / engine
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.sql"):
            old.unlink()
        for name, sql in compiled(engine):
            (folder / f"{name}.sql").write_text(sql, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
