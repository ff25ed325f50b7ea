"""A small authority in memory: journeys given row by row, clocks and patterns run by the real engine."""

from collections.abc import Iterable
from datetime import date

import duckdb
import pyarrow as pa

from undrift.clocks import engine
from undrift.clocks.definition import Clock
from undrift.clocks.readings import readings
from undrift.clocks.reference import Event, Spell
from undrift.engines.kept import compiled
from undrift.journeys.build import create, create_calendar
from undrift.journeys.tables import EVENTS, SPELLS

Child = tuple[str, Iterable[Event], Iterable[Spell]]


class Duck:
    """One in-memory DuckDB with the calendar; `give` replaces the children it holds."""

    def __init__(self) -> None:
        self.con = duckdb.connect()
        create_calendar(self.con)
        self.con.execute("CREATE SCHEMA clocks")
        create(self.con, "journeys.events", EVENTS)
        create(self.con, "journeys.spells", SPELLS)
        create(self.con, "clocks.instances", engine.INSTANCES)
        self.sql: dict[Clock, str] = {}

    def give(self, children: Iterable[Child]) -> None:
        self.con.execute("DELETE FROM journeys.events; DELETE FROM journeys.spells")
        events, spells = [], []
        for child, its_events, its_spells in children:
            for nth, e in enumerate(its_events):
                spell = f"{child}/{e.spell_id}" if e.spell_id else None
                events.append(
                    (
                        child,
                        e.kind,
                        e.on,
                        spell,
                        e.outcome,
                        e.detail,
                        "T",
                        e.worker,
                        "table",
                        f"{child}/e{nth}",
                    )
                )
            for s in its_spells:
                key = f"{child}/{s.id}"
                spells.append(
                    (child, s.kind, key, s.started, s.ended, s.outcome, s.detail, "T", s.worker, "table", key)
                )
        for name, rows, columns in (("events", events, EVENTS), ("spells", spells, SPELLS)):
            if rows:
                given = pa.Table.from_pydict(
                    dict(zip(columns, zip(*rows, strict=True), strict=True)), schema=pa.schema(
                        [(column, pa.date32() if kind == "date" else pa.string()) for column, kind in columns.items()]
                    )
                )  # fmt: skip
                self.con.register("given", given)
                self.con.execute(f"INSERT INTO journeys.{name} SELECT * FROM given")
                self.con.unregister("given")

    def run(self, clock: Clock) -> None:
        """The clock's instances, and no other's."""
        self.con.execute("DELETE FROM clocks.instances")
        self.run_too(clock)

    def run_too(self, clock: Clock) -> None:
        """The clock's instances beside those already there."""
        if clock not in self.sql:
            self.sql[clock] = compiled(engine.instances, clock)
        self.con.execute("INSERT INTO clocks.instances " + self.sql[clock])

    def read(self, as_at: date) -> list[tuple[str, str, str, str, str, str]]:
        """(child, started, due, stopped, reading, reason) of every instance, sorted."""
        return sorted(
            (
                r.child_id,
                *(str(d or "-") for d in (r.started_on, r.due_on, r.stopped_on)),
                r.reading,
                r.reason,
            )
            for r in readings(self.con, as_at)
        )
