"""`undrift clocks` and `undrift explain`: readings as a table, and one of them taken apart."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import duckdb

from undrift.clocks.catalogue import catalogue
from undrift.clocks.explain import Explanation, explain, spoken
from undrift.clocks.readings import Reading, load_as_at, of_child, readings
from undrift.errors import UserError
from undrift.sheet import write_table

COLUMNS = (
    "clock_id", "child_id", "team", "started_on", "due_on", "stopped_on", "reading", "reason",
    "source_table", "source_key", "stop_key",
)  # fmt: skip


def run_clocks(
    cur: duckdb.DuckDBPyConnection,
    as_at: date | None,
    clock: str | None,
    team: str | None,
    form: str,
    out: Path | None,
) -> int:
    """Write the readings as at a day (default: the load's) as csv, json or xlsx. Returns 0."""
    _known(clock)
    found = readings(cur, as_at or load_as_at(cur), clocks=[clock] if clock else None, team=team)
    rows = [_row(reading) for reading in found]
    write_table(form, out, "Clocks", COLUMNS, rows)
    return 0


def _row(r: Reading) -> tuple[object, ...]:
    return (
        r.clock_id, r.child_id, r.team_id, r.started_on, r.due_on, r.stopped_on, r.reading, r.reason,
        r.source_table, r.source_key, r.stop_key,
    )  # fmt: skip


def _known(clock: str | None) -> None:
    if clock is not None and clock not in catalogue():
        raise UserError(
            f"There is no clock called {clock}.", try_=f"The clocks are {', '.join(sorted(catalogue()))}."
        )


def run_explain(cur: duckdb.DuckDBPyConnection, child: str, clock: str, as_at: date | None) -> int:
    """Print each of a child's readings of one clock, taken apart. Returns 0, or 1 when the child has none."""
    _known(clock)
    day = as_at or load_as_at(cur)
    found = [explain(r, day) for r in of_child(cur, child, day) if r.clock_id == clock]
    card = catalogue()[clock]
    print(f"{card.name}\n{card.question}")
    for cite in card.cites:
        print(f"  Rests on {cite.words}")
    if not found:
        print(f"As at {spoken(day)} this child has no instance of it.")
        return 1
    print(f"\n{found[0].rule}")
    for nth, each in enumerate(found, start=1):
        print(f"\n{nth}. {each.counting}")
        _print_lines(_days(each))
        print(f"   {each.outcome} {each.would_stop_it}".rstrip())
        print(
            f"   From {each.reading.source_table} {each.reading.source_key}; team {each.reading.team_id or 'not recorded'}."
        )
    return 0


def _days(each: Explanation) -> Iterable[str]:
    for day in each.counted:
        yield f"{day.on:%a} {day.on.day:>2} {day.on:%b %Y}  " + (
            f"{day.number:>2}" if day.number else f" - {day.why_not}"
        )


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(f"     {line}")
