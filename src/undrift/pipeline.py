"""From a kept load to the live analytical file: the rooms in the order data flows."""

import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from undrift import clocks, drift, journeys, measures, records

STEPS = (
    ("journeys", journeys.build),
    ("clocks", clocks.build),
    ("drift", drift.build),
    ("measures", measures.build),
)


def build(load_id: str, home: Path, say: Callable[[str], None] = print) -> Path:
    """Build the live file of a load and serve it; says each step with its time. Returns the file."""

    def step(name: str, run: Callable[[duckdb.DuckDBPyConnection], None]) -> records.Step:
        def timed(con: duckdb.DuckDBPyConnection) -> None:
            started = time.monotonic()
            run(con)
            say(f"  {name:<9}{time.monotonic() - started:6.1f} s")

        return timed

    return records.build_live(load_id, home, steps=[step(name, run) for name, run in STEPS])
