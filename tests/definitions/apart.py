"""Every case of every card at once, each an authority of its own: what both engines are held to.

The children of all the cases have one and the same id, and so have their spells: were two authorities ever mixed, a
case would go red.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import ibis
import pyarrow as pa

from tests.definitions.test_clock_cases import counts_from, expected
from tests.definitions.test_measure_cases import HELD, PEOPLE, pattern_of, valued
from tests.definitions.test_measure_cases import expected as expected_of_measure
from undrift import clocks, dates, drift
from undrift.clocks import engine
from undrift.clocks.cases import cases
from undrift.clocks.definition import Again, Clock
from undrift.dates import add_months
from undrift.drift import engine as drift_engine
from undrift.drift.cases import cases as pattern_cases
from undrift.drift.cases import expected_since
from undrift.drift.definition import Pattern
from undrift.drift.reference import FOREVER
from undrift.engines.many import AUTHORITY, over_many
from undrift.journeys.tables import EVENTS, SPELLS
from undrift.measures import engine as measures_engine
from undrift.measures import results
from undrift.measures.cases import cases as measure_cases
from undrift.measures.counting import held
from undrift.measures.definition import InTime, Measure, Row, Share
from undrift.measures.facts import FACTS

ARROW = {
    "string": pa.string(), "date": pa.date32(), "boolean": pa.bool_(), "int64": pa.int64(), "float64": pa.float64(),
}  # fmt: skip
CALENDAR = {"day": "date", "is_working": "boolean", "working_days": "int64"}
TABLES = {
    "events": EVENTS, "spells": SPELLS, "instances": engine.INSTANCES, "flag_spells": drift_engine.FLAG_SPELLS,
    "held": {name: str(kind) for name, kind in held.schema().items()},
    **{name: fact.schema for name, fact in FACTS.items()},
}  # fmt: skip
ASKED = ibis.table({AUTHORITY: "string", "as_at": "date"}, name="asked")
Run = Callable[[str, ibis.expr.types.Table], list[tuple[Any, ...]]]
"""Runs an expression over a card's own cases."""


def table(rows: list[tuple[Any, ...]], columns: dict[str, str]) -> pa.Table:
    """Rows as Arrow, the columns' types given in Ibis's words."""
    arrays = [
        pa.array([row[place] for row in rows], ARROW[kind]) for place, kind in enumerate(columns.values())
    ]
    return pa.Table.from_arrays(arrays, names=list(columns))


def named(measure: Measure) -> str:
    """What a measure's cases are kept under: a pattern may have the same id."""
    return f"measure {measure.id}"


class Given:
    """Every case's rows, by table and card."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, list[dict[str, Any]]]] = {name: {} for name in TABLES}
        self.asked: list[tuple[Any, ...]] = []
        for clock in clocks.catalogue().values():
            for nth, case in enumerate(cases(clock.cases)):
                self._journey(clock.id, nth, case)
                if isinstance(clock.starts, Again) and case.records_from:
                    first = {
                        "child_id": "first in the records",
                        "kind": counts_from(clock),
                        "on_date": case.records_from,
                    }
                    self._add("events", clock.id, nth, **first, source_key="first")  # fmt: skip
        for pattern in drift.catalogue().values():
            for nth, case in enumerate(pattern_cases(pattern.cases)):
                self._journey(pattern.id, nth, case)
        for measure in HELD:
            for nth, case in enumerate(measure_cases(measure)):
                self._counted(measure, nth, case)

    def shared(self) -> Iterator[tuple[str, pa.Table]]:
        """The tables that are the same for every card."""
        yield "calendar", table([row for row in dates.calendar() if 1999 < row[0].year < 2032], CALENDAR)
        yield "asked", table(self.asked, {AUTHORITY: "string", "as_at": "date"})
        months = [date(year, month, 1) for year in (2023, 2024) for month in range(1, 13)]
        ends = [(day, add_months(day, 1) - timedelta(days=1)) for day in months]
        yield "calendar_months", table(ends, {"month": "date", "ends_on": "date"})

    def of(self, card: str, sql: str) -> Iterator[tuple[str, pa.Table]]:
        """The tables that the SQL names, holding a card's own rows."""
        for name, columns in TABLES.items():
            if f"`{name}`" in sql or f'"{name}"' in sql:
                rows = [
                    tuple(row.get(column) for column in (*columns, AUTHORITY))
                    for row in self.rows[name].get(card, [])
                ]
                yield name, table(rows, {**columns, AUTHORITY: "string"})

    def _add(self, name: str, card: str, nth: int, **row: Any) -> None:
        self.rows[name].setdefault(card, []).append({**row, AUTHORITY: f"{card}/{nth}"})

    def _journey(self, card: str, nth: int, case: Any) -> None:
        self.asked.append((f"{card}/{nth}", case.as_at))
        for place, e in enumerate(case.events):
            self._add(
                "events", card, nth, child_id="child", kind=e.kind, on_date=e.on, spell_id=e.spell_id,
                outcome=e.outcome, detail=e.detail, team_id="T", worker_id=e.worker, source_key=f"e{place}",
            )  # fmt: skip
        self._spells(card, nth, case.spells)

    def _spells(self, card: str, nth: int, spells: Any) -> None:
        for s in spells:
            self._add(
                "spells", card, nth, child_id="child", kind=s.kind, spell_id=s.id, started_on=s.started,
                ended_on=s.ended, outcome=s.outcome, detail=s.detail, team_id="T", worker_id=s.worker, source_key=s.id,
            )  # fmt: skip

    def _counted(self, measure: Measure, nth: int, case: Any) -> None:
        self._spells(named(measure), nth, case.spells)
        if isinstance(measure.counts, InTime):
            i, clock = case.instance, measure.counts.clocks[0]
            self._add(
                "instances", named(measure), nth, clock_id=clock, child_id="child", started_on=i.started, due_on=i.due,
                stopped_on=i.stopped, ended_on=i.ended, counted_on=i.counted, is_window=clock.startswith("rereferral"),
            )  # fmt: skip
        for flag in case.flags:
            until = None if flag.until == FOREVER else flag.until
            self._add(
                "flag_spells", named(measure), nth, pattern_id=pattern_of(measure), child_id="child", since=flag.since,
                until=until,
            )  # fmt: skip
        for name in set(measure.facts):
            for place, row in enumerate(case.facts.get(name, ())):
                known = {**row, "who": "child", "child_id": "child", "source_key": f"{name}-{place}"}
                self._add(name, named(measure), nth, **known)


def hold_clock(run: Run, clock: Clock) -> None:
    """Every case of the clock reads as it says."""
    many = over_many(engine.instances(clock))
    asked = many.inner_join(ASKED, many.authority == ASKED.authority)
    rows = asked.filter(engine.exists(asked, asked.as_at))
    read = rows.mutate(reading=engine.reading(rows, rows.as_at))
    found: dict[str, list[tuple[str, str]]] = {}
    for authority, child, due, word in run(clock.id, read.select(AUTHORITY, "child_id", "due_on", "reading")):
        if child == "child":
            found.setdefault(authority, []).append((str(due or "-"), word))
    for nth, case in enumerate(cases(clock.cases)):
        assert sorted(found.get(f"{clock.id}/{nth}", [])) == expected(case), case.why


def hold_pattern(run: Run, pattern: Pattern) -> None:
    """In every case of the pattern the flag is up since the day it says, or is not up."""
    found: dict[str, list[tuple[date, date | None]]] = {}
    many = over_many(drift_engine.flag_spells(pattern))
    for authority, since, until in run(pattern.id, many.select(AUTHORITY, "since", "until")):
        found.setdefault(authority, []).append((since, until))
    for nth, case in enumerate(pattern_cases(pattern.cases)):
        times = found.get(f"{pattern.id}/{nth}", [])
        up = [
            since for since, until in times if since <= case.as_at and (until is None or case.as_at < until)
        ]
        wanted = expected_since(case)
        assert up == ([] if wanted is None else [wanted]), case.why


def hold_measure(run: Run, measure: Measure) -> None:
    """Every case of the measure counts as it says."""
    every = list(enumerate(measure_cases(measure)))
    for as_at in sorted({case.as_at for _, case in every}):
        rows = measures_engine.rows(measure, as_at)
        assert rows is not None
        told = run(named(measure), over_many(rows).select(AUTHORITY, *Row.__dataclass_fields__))
        for nth, case in every:
            if case.as_at != as_at:
                continue
            mine = [Row(*row[1:]) for row in told if row[0] == f"{named(measure)}/{nth}"]
            mine = [row for row in mine if row.month == case.month]
            found = results.of_rows(measure, mine, PEOPLE)
            if isinstance(measure.counts, Share) and measure.counts.each == "child":
                mine = results.once_a_child(mine)
            counted = (sum(row.numerator for row in mine), sum(row.denominator for row in mine))
            shown = found.value if case.value is not None or valued(measure) else None
            unknown = sum(row.cannot_tell for row in mine)
            assert (counted, unknown, shown) == expected_of_measure(measure, case), case.why
