"""Write the SQL every card compiles to, for each engine, under tests/golden: read the difference before committing it."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from undrift import clocks, drift, measures
from undrift.clocks import engine as clocks_engine
from undrift.drift import engine as drift_engine
from undrift.engines import DIALECTS, to_sql
from undrift.journeys import derive
from undrift.journeys.tables import events, spells
from undrift.measures import engine as measures_engine
from undrift.measures.facts import FACTS

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "golden"
AS_AT = date(2026, 9, 30)


def compiled(engine: str) -> Iterator[tuple[str, str]]:
    """(file name, SQL) of every expression, for one engine."""
    for name, rows in (*derive.spells_of_records(), *derive.spells_of_spells(spells)):
        yield f"spell.{name}", to_sql(rows, engine)
    yield "spell.ends", to_sql(derive.with_ends(spells), engine)
    for name, rows in (*derive.events_of_records(), *derive.events_of_spells(spells)):
        yield f"event.{name}", to_sql(rows, engine)
    holding = derive.with_holder(events, spells.filter(spells.kind == "allocation"), "on_date")
    yield "event.holder", to_sql(holding, engine)
    for clock in clocks.catalogue().values():
        yield f"clock.{clock.id}", to_sql(clocks_engine.instances(clock), engine)
    read = clocks_engine.stored.mutate(reading=clocks_engine.reading(clocks_engine.stored, AS_AT))
    yield "clock.reading", to_sql(read, engine)
    for pattern in drift.catalogue().values():
        yield f"pattern.{pattern.id}", to_sql(drift_engine.flag_spells(pattern), engine)
    for name, fact in FACTS.items():
        yield f"fact.{name}", to_sql(fact.rows(), engine)
    for measure in measures.catalogue().values():
        rows = measures_engine.months(measure, AS_AT)
        if rows is not None:
            yield f"measure.{measure.id}", to_sql(rows, engine)


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
