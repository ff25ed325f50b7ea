"""From a kept load to the live analytical file: the rooms in the order data flows."""

import hashlib
import time
from collections.abc import Callable, Iterable
from functools import cache, partial
from importlib.resources import files
from pathlib import Path

import duckdb

from undrift import clocks, drift, journeys, measures, records
from undrift.clocks import settings
from undrift.drift import settings as thresholds
from undrift.records import links
from undrift.records.turn import writers_turn
from undrift.variation import build as variation

STEPS = (
    ("journeys", journeys.build),
    ("clocks", clocks.build),
    ("drift", drift.build),
    ("measures", measures.build),
    ("variation", variation.build),
)


def build(load_id: str, home: Path, say: Callable[[str], None] = print) -> Path:
    """Build the live file of a load and serve it; says each step with its time. Returns the file."""

    def step(name: str, run: Callable[[duckdb.DuckDBPyConnection], None]) -> records.Step:
        def timed(con: duckdb.DuckDBPyConnection) -> None:
            started = time.monotonic()
            run(con)
            say(f"  {name:<9}{time.monotonic() - started:6.1f} s")

        return timed

    same_child = links.confirmed(home)
    signature = _signature(home)
    decided = thresholds.in_force(thresholds.decisions(home))
    set_here: dict[str, Callable[[duckdb.DuckDBPyConnection], None]] = {
        "journeys": partial(journeys.build, limits=thresholds.around(decided)),
        "clocks": partial(clocks.build, settings=settings.in_force(home)),
        "drift": partial(drift.build, decided=decided),
    }

    def sign(con: duckdb.DuckDBPyConnection) -> None:
        con.execute(
            "CREATE TABLE records.built_by AS SELECT ? AS fingerprint", [_depends_on(same_child, signature)]
        )

    return records.build_live(
        load_id,
        home,
        steps=[
            step("links", lambda con: links.build(con, same_child)),
            *(step(name, set_here.get(name, run)) for name, run in STEPS),
            _index,
            sign,
        ],
    )


BY_CHILD = (
    ("records.ssd_person", "pers_person_id"),
    ("journeys.events", "child_id"),
    ("journeys.spells", "child_id"),
    ("clocks.instances", "child_id"),
    ("drift.flag_spells", "child_id"),
)


def _index(con: duckdb.DuckDBPyConnection) -> None:
    """Where each child's rows stand: one child's page would otherwise look through a hundred thousand for them."""
    for table, column in BY_CHILD:
        con.execute(f"CREATE INDEX {table.replace('.', '_')}_by_child ON {table} ({column})")


def _signature(home: Path) -> str:
    """What changes whenever an authority sets a limit or a threshold for itself."""
    return settings.signature(home) + thresholds.signature(home)


def _depends_on(same_child: Iterable[links.SameChild], limits: str) -> str:
    """What the live file depends on besides the load: the code, which ids people have joined, the limits set here."""
    pairs = "\n".join(f"{pair.child_id}\0{pair.kept_id}" for pair in same_child)
    return hashlib.sha256(f"{fingerprint()}\n{pairs}\n{limits}".encode()).hexdigest()


@cache
def fingerprint() -> str:
    """The code and definitions of the rooms that build the live file."""
    total = hashlib.sha256()
    for room in ("engines", "records", "journeys", "clocks", "drift", "measures", "variation"):
        folder = Path(str(files("undrift") / room))
        for path in sorted([path for kind in ("py", "csv", "toml") for path in folder.rglob(f"*.{kind}")]):
            total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def bring_up_to_date(home: Path, say: Callable[[str], None] = print) -> bool:
    """Build the live file again when other code built it, or people have joined ids since. Returns whether it had to.

    One process at a time, so that a slower build cannot put back what a later decision changed. Raises UserError when
    nothing has been loaded.
    """
    records.current_load(home)
    with writers_turn(home):
        return _bring_up_to_date(home, say)


def _bring_up_to_date(home: Path, say: Callable[[str], None]) -> bool:
    cur = records.cursor(home)
    known = cur.execute("SELECT 1 FROM information_schema.tables WHERE table_name = 'built_by'").fetchone()
    row = cur.execute("SELECT fingerprint FROM records.built_by").fetchone() if known else None
    if row is not None and row[0] == _depends_on(links.confirmed(home), _signature(home)):
        return False
    say(
        "The definitions, the limits set here, or the ids that people have joined, have changed since this load was built; building it again."
    )
    build(records.current_load(home).id, home, say)
    return True
