"""An invented country: 153 authorities, ten years, above a hundred million events, as Parquet. `python benchmarks/country.py OUT`.

Set-based, in DuckDB's SQL alone (`country.sql`), an authority at a time, so memory stays small and a run that was
stopped goes on where it was. Sizes and practice differ from one authority to the next; a seed gives the same country
again under the same version of DuckDB. Two layouts, to be measured against each other:

    OUT/events/authority=E06900001/part.parquet     and spells, as journeys.tables has them (and clocks.country reads)
    OUT/whole/events.parquet                        with a column `authority`; and spells, with --whole
    OUT/calendar.parquet                            as the journeys room's own

Written beside and put in place by rename: a file that is there is whole.
"""

import argparse
import math
import os
import random
import resource
import sys
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import duckdb

from undrift.journeys.build import create_calendar
from undrift.journeys.tables import EVENTS, SPELLS

OPENS, AS_AT = date(2016, 4, 1), date(2026, 3, 31)
SEED = 20260331
REFERRALS_A_YEAR = 632_830  # England, 2025
AUTHORITIES = 153
SQL = Path(__file__).with_suffix(".sql")
MADE = {  # column of the journeys: what makes it, from the tables country.sql leaves
    "events": {
        "child_id": "child_name(child)", "kind": "kind", "on_date": "held_on.day", "spell_id": "getvariable('code') || spell",
        "outcome": "outcome", "detail": "detail", "team_id": "team", "worker_id": "worker", "source_table": "source", "source_key": "getvariable('code') || key",
    },
    "spells": {
        "child_id": "child_name(child)", "kind": "kind", "spell_id": "getvariable('code') || spell", "started_on": "since.day",
        "ended_on": "CASE WHEN until.day <= getvariable('as_at') THEN until.day END", "outcome": "outcome", "detail": "detail",
        "team_id": "team", "worker_id": "worker", "source_table": "source", "source_key": "getvariable('code') || spell",
    },
}  # fmt: skip
FROM = {
    "events": "events_made LEFT JOIN nth AS held_on ON held_on.working_days = day_number "
    "WHERE day_number IS NULL OR day_number <= getvariable('today')",
    "spells": "spells_made LEFT JOIN nth AS since ON since.working_days = began "
    "LEFT JOIN nth AS until ON until.working_days = ended WHERE began IS NULL OR began <= getvariable('today')",
}
ORDER = {"events": "kind, child_id, on_date", "spells": "kind, child_id, started_on"}


@dataclass(frozen=True)
class Place:
    """One authority: its code, how many referrals a year, and how its practice went."""

    code: str
    referrals: int
    slipped: date
    good: float
    bad: float
    recovers: float
    spread: float


def places(seed: int, count: int) -> list[Place]:
    """Authorities of all sizes, together as many referrals a year as `count` of England's 153 would have."""
    rng = random.Random(seed)
    sizes = [math.exp(rng.gauss(0, 0.62)) for _ in range(count)]
    each = REFERRALS_A_YEAR * count / AUTHORITIES / sum(sizes)
    return [
        Place(
            code=f"E069{nth:05d}", referrals=round(size * each), slipped=date(2018, 1, 1) + timedelta(days=rng.randrange(1900)),
            good=rng.uniform(0.80, 0.93), bad=rng.uniform(0.58, 0.84), recovers=rng.choice((0.0, 0.3, 0.7, 1.0)),
            spread=rng.uniform(0.04, 0.30),
        )
        for nth, size in enumerate(sizes, start=1)
    ]  # fmt: skip


def connect(memory: str, spill: Path) -> duckdb.DuckDBPyConnection:
    """A database in memory with the calendar, within `memory`."""
    con = duckdb.connect(
        ":memory:", config={"memory_limit": memory, "temp_directory": str(spill), "threads": 2}
    )
    create_calendar(con)
    con.execute(
        "CREATE TABLE cal AS SELECT day, working_days::INTEGER AS working_days FROM journeys.calendar"
    )
    con.execute(
        "CREATE TABLE nth AS SELECT working_days::INTEGER AS working_days, day FROM journeys.calendar WHERE is_working"
    )
    return con


def make(con: duckdb.DuckDBPyConnection, place: Place, out: Path, seed: int) -> int:
    """Write one authority's events and spells; the number of rows."""
    days = (AS_AT - OPENS).days
    given = {
        "code": place.code, "seed": seed + int(place.code[4:]), "opens": OPENS, "as_at": AS_AT, "days": days,
        "total": place.referrals * days // 365, "teams": max(4, place.referrals // 260), "slipped": place.slipped,
        "good": place.good, "bad": place.bad, "recovers": place.recovers, "spread": place.spread,
    }  # fmt: skip
    for name, value in given.items():
        con.execute(f"SET VARIABLE {name} = $value", {"value": value})
    for name, day in (("first", OPENS), ("today", AS_AT)):
        con.execute(f"SET VARIABLE {name} = (SELECT working_days FROM cal WHERE day = $day)", {"day": day})
    con.execute(SQL.read_text(encoding="utf-8"))
    rows = 0
    for name, schema in (("spells", SPELLS), ("events", EVENTS)):
        columns = ", ".join(f"{MADE[name].get(c, 'NULL')}::{'DATE' if kind == 'date' else 'VARCHAR'} AS {c}" for c, kind in schema.items())  # fmt: skip
        path = out / name / f"authority={place.code}" / "part.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".beside")
        found = con.execute(
            f"COPY (SELECT {columns} FROM {FROM[name]} ORDER BY {ORDER[name]}) TO '{beside}' (FORMAT parquet, COMPRESSION zstd)"
        ).fetchone()
        assert found is not None
        os.replace(beside, path)
        rows += int(found[0])
    return rows


def whole(con: duckdb.DuckDBPyConnection, out: Path) -> None:
    """The same rows as one file a table with the authority as a column, an authority after another."""
    (out / "whole").mkdir(exist_ok=True)
    for name in MADE:
        path, beside = out / "whole" / f"{name}.parquet", out / "whole" / f"{name}.beside"
        if not path.exists():
            files = f"'{out}/{name}/*/part.parquet'"
            con.execute(
                f"COPY (FROM read_parquet({files}, hive_partitioning = true)) TO '{beside}' (FORMAT parquet, COMPRESSION zstd)"
            )
            os.replace(beside, path)


def main(given: argparse.Namespace) -> int:
    out: Path = given.out
    out.mkdir(parents=True, exist_ok=True)
    began, total = time.monotonic(), 0
    chosen = places(given.seed, given.authorities)
    for nth, place in enumerate(chosen, start=1):
        if (out / "events" / f"authority={place.code}" / "part.parquet").exists():  # written last
            print(f"{nth} of {len(chosen)}: {place.code}: already made", flush=True)
            continue
        with connect(given.memory, out / "spill") as con:
            started = time.monotonic()
            rows = make(con, place, out, given.seed)
            total += rows
            print(f"{nth} of {len(chosen)}: {place.code}: {place.referrals:,} referrals a year, {rows:,} rows, "
                  f"{time.monotonic() - started:.1f} s", flush=True)  # fmt: skip
    with connect(given.memory, out / "spill") as con:
        con.execute(f"COPY journeys.calendar TO '{out}/calendar.parquet' (FORMAT parquet)")
        if given.whole:
            whole(con, out)
        counts = {
            name: con.execute(f"SELECT count(*) FROM read_parquet('{out}/{name}/*/part.parquet')").fetchone()
            for name in MADE
        }
    size = sum(path.stat().st_size for name in MADE for path in (out / name).rglob("*.parquet"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    said = ", ".join(f"{found[0]:,} {name}" for name, found in counts.items() if found)
    print(
        f"{said}; {size / 1e6:,.0f} MB by authority; {total:,} rows made in {time.monotonic() - began:,.0f} s; peak {peak:.2f} GB"
    )
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--authorities", type=int, default=AUTHORITIES)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--memory", default="2GB")
    parser.add_argument("--whole", action="store_true", help="also the layout of one file a table")
    sys.exit(main(parser.parse_args()))
