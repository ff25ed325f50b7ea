"""How fast patterns, measures and charts are worked out: `make bench-measures`, or python benchmarks/measures.py HOME.

    OURS    every pattern, fact, measure and chart of one authority over five years, by the rooms' own `build` and `judge`
    SCAN    for each of those, the bare reading from Parquet of the columns it reads, reduced to one row
    ONCE    every one of those columns read a single time, whatever the number of cards that need it
    COUNTRY every pattern, and every measure that journeys alone can hold, an authority at a time within a memory limit

Each runs in a process of its own over the same Parquet, taken from a built home (an invented one serves), and is measured
by the wall, by the processor, and by the most memory it held. Writing a card as SQL is told apart from running it: the
text is kept between processes, so here none is, to see what the first one pays. Ratios are of one run: figures of two runs are not to be set side by side.
"""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
from clocks import Spent

from undrift.dates import add_months

MONTHS = 60
SCHEMAS = ("records", "links", "journeys", "clocks", "drift", "facts", "measures")
TARGET = 10
PARTS = ("patterns", "facts", "measures", "charts")


def export(home: Path, out: Path) -> None:
    """Every table that is read, and those made of them, as Parquet under OUT/schema/; once for each load and code."""
    from undrift import records

    cur = records.cursor(home)
    given = cur.execute("SELECT fingerprint FROM records.built_by").fetchone()
    assert given is not None
    stamp = out / "from"
    if stamp.exists() and stamp.read_text() == given[0]:
        return
    shutil.rmtree(out, ignore_errors=True)
    rows = cur.execute(
        "SELECT table_schema, table_name FROM information_schema.tables WHERE list_contains($names, table_schema) AND table_type = 'BASE TABLE'",
        {"names": list(SCHEMAS)},
    ).fetchall()
    for schema, name in rows:
        (out / schema).mkdir(parents=True, exist_ok=True)
        order = " ORDER BY kind" if (schema, name) in (("journeys", "events"), ("journeys", "spells")) else ""
        order = " ORDER BY clock_id" if name == "instances" else order
        cur.execute(
            f"COPY (FROM {schema}.{name}{order}) TO '{out / schema / name}.parquet' (FORMAT parquet, COMPRESSION zstd)"
        )
    stamp.write_text(given[0])


@contextmanager
def opened(
    kept: Path, memory: str, schemas: tuple[str, ...] = ("records", "links", "journeys", "clocks")
) -> Iterator[duckdb.DuckDBPyConnection]:
    """DuckDB in memory, the Parquet of these schemas as views."""
    from undrift.journeys import joined

    with duckdb.connect(":memory:", config={"memory_limit": memory, "threads": 2}) as con:
        for schema in schemas:
            con.execute(f"CREATE SCHEMA {schema}")
            for file in sorted((kept / schema).glob("*.parquet")):
                con.execute(f"CREATE VIEW {schema}.{file.stem} AS FROM read_parquet('{file}')")
        if "records" in schemas:
            joined.create(con)
        yield con


class Timed:
    """A connection that notes the time of each statement; what is left of a build is the writing of its SQL."""

    def __init__(self, con: duckdb.DuckDBPyConnection, spent: Spent, on: str) -> None:
        self._con, self._spent, self._on = con, spent, on

    def execute(self, *given: Any) -> duckdb.DuckDBPyConnection:
        with self._spent.on(self._on):
            return self._con.execute(*given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._con, name)


def build(con: duckdb.DuckDBPyConnection, spent: Spent) -> int:
    """Patterns, facts, measures and charts, as the pipeline and the pages make them; how many figures the charts hold."""
    from undrift import drift, measures
    from undrift.clocks.readings import load_as_at
    from undrift.measures import facts, results
    from undrift.variation.judge import judge

    results.MONTHS_SHOWN = MONTHS
    whole = Spent()

    def timed(part: str, run: Callable[[Any], object]) -> None:
        before = dict(spent.cpu), dict(spent.wall)
        with whole.on(part):
            run(Timed(con, spent, part))
        for now, then, total in ((spent.cpu, before[0], whole.cpu), (spent.wall, before[1], whole.wall)):
            ran = sum(now.values()) - sum(then.values())
            now["writing SQL"] = now.get("writing SQL", 0) + total[part] - ran

    timed("patterns", drift.build)
    build_facts = facts.build
    facts.build = lambda _: timed("facts", build_facts)
    try:
        timed("measures", measures.build)
    finally:
        facts.build = build_facts
    as_at = load_as_at(con)
    with spent.on("writing SQL"):  # of those whose months are counted from their rows
        for card in measures.catalogue().values():
            results._rows_sql(card.id, as_at)
    figures = 0
    with spent.on("charts"):
        for card in measures.catalogue():
            judged = judge(con, card, since=add_months(as_at, -30), as_at=as_at)
            figures += sum(value is not None for value in judged.verdict.chart.values)
    return figures


def ours(kept: Path, memory: str, spent: Spent) -> int:
    with opened(kept, memory) as con:
        return build(con, spent)


def read_by(kept: Path) -> Iterator[tuple[str, str, str, list[str]]]:
    """(part, file, filter, columns) of every table each card reads, found in the SQL it compiles to."""
    from undrift import drift, measures
    from undrift.clocks.readings import load_as_at
    from undrift.drift import engine as patterns
    from undrift.drift.words import kinds_of
    from undrift.engines import to_sql
    from undrift.measures import engine
    from undrift.measures.definition import Flagged, HasFlag, InTime, Not
    from undrift.measures.facts import FACTS

    with opened(kept, "2GB") as con:
        as_at = load_as_at(con)
        columns = {
            str(file): [row[0] for row in con.execute(f"DESCRIBE FROM read_parquet('{file}')").fetchall()]
            for file in kept.glob("*/*.parquet")
        }

    def tables(sql: str, part: str, where: dict[str, str]) -> Iterator[tuple[str, str, str, list[str]]]:
        named = set(re.findall(r'"(\w+)"', sql))
        for schema, name in sorted(set(re.findall(r'"(\w+)"\."(\w+)"', sql))):
            file = str(kept / ("records" if schema == "joined" else schema) / f"{name}.parquet")
            if file in columns:
                yield part, file, where.get(name, ""), [c for c in columns[file] if c in named]

    def among(column: str, values: Any) -> str:
        return f"WHERE {column} IN ({', '.join(repr(v) for v in sorted(values))})"

    for pattern in drift.catalogue().values():
        events, spells = kinds_of(pattern.state)
        where = {"events": among("kind", events) if events else "WHERE false",
                 "spells": among("kind", spells) if spells else "WHERE false"}  # fmt: skip
        yield from tables(to_sql(patterns.flag_spells(pattern)), "patterns", where)
    for fact in FACTS.values():
        yield from tables(to_sql(fact.rows()), "facts", {})
    for card in measures.catalogue().values():
        made = engine.months(card, as_at)
        if made is None:
            continue
        counts, where = card.counts, {"spells": among("kind", ("none",))}
        if isinstance(counts, InTime):
            where["instances"] = among("clock_id", counts.clocks)
        if isinstance(counts, Flagged):
            where["flag_spells"] = among("pattern_id", (counts.pattern,))
            where["spells"] = among("kind", counts.of or ("none",))
        else:
            tests = [t.test if isinstance(t, Not) else t for t in getattr(counts, "where", ())]
            asked = [t.pattern for t in tests if isinstance(t, HasFlag)]
            where["flag_spells"] = among("pattern_id", asked or ("none",))
        yield from tables(to_sql(made), "measures", where)
        wanted = ["month", "numerator", "denominator", "cannot_tell", "amount", "weight"]
        yield "charts", str(kept / "measures" / "months.parquet"), among("measure_id", (card.id,)), wanted


def scan(kept: Path, memory: str, spent: Spent) -> int:
    """Each card's columns, of its kinds, read and reduced to one row."""
    found = list(read_by(kept))
    with opened(kept, memory, ()) as con:
        for part, file, where, names in found:
            read = ", ".join(f'min("{c}"), max("{c}")' for c in names) or "count(*)"
            with spent.on(part):
                con.execute(f"SELECT {read} FROM read_parquet('{file}') {where}").fetchall()
    return len(found)


def once(kept: Path, memory: str, spent: Spent) -> int:
    """The same columns, each read a single time."""
    wanted: dict[str, set[str]] = {}
    for _, file, _, names in read_by(kept):
        wanted.setdefault(file, set()).update(names)
    with opened(kept, memory, ()) as con:
        for file, columns in wanted.items():
            read = ", ".join(f'min("{c}"), max("{c}")' for c in sorted(columns)) or "count(*)"
            with spent.on("once"):
                con.execute(f"SELECT {read} FROM read_parquet('{file}')").fetchall()
    return len(wanted)


def drawn(kept: Path, memory: str, spent: Spent) -> int:
    """The charts as SVG; working out what they show is not counted."""
    from undrift import measures
    from undrift.clocks.readings import load_as_at
    from undrift.measures import results
    from undrift.reports import charts
    from undrift.variation.judge import judge

    results.MONTHS_SHOWN = MONTHS
    with opened(kept, memory) as con:
        build(con, Spent())
        as_at = load_as_at(con)
        found = [judge(con, card, since=add_months(as_at, -30), as_at=as_at) for card in measures.catalogue()]
    shown = [one.verdict.chart for one in found if any(v is not None for v in one.verdict.chart.values)]
    for chart in shown:
        with spent.on("drawing"):
            charts.control_chart_svg(chart)
    return len(shown)


def country(journeys: Path, memory: str, spent: Spent, only: list[str]) -> int:
    """Patterns, measures and charts of many authorities from their journeys; their clocks are made first, uncounted."""
    from undrift.clocks import country as clocks
    from undrift.journeys import joined
    from undrift.journeys.build import create, create_calendar
    from undrift.journeys.tables import COHORTS
    from undrift.records.tables import tables

    work, figures = journeys / "measured", 0
    clocks.run(journeys, work, only=only, memory=memory, say=lambda _: None)
    for authority in only:
        with duckdb.connect(
            ":memory:",
            config={"memory_limit": memory, "threads": 2, "temp_directory": str(work / "spill")},
        ) as con:
            create_calendar(con)
            create(con, "journeys.cohorts", COHORTS)
            for name in ("events", "spells"):
                file = journeys / name / f"authority={authority}" / "*.parquet"
                con.execute(
                    f"CREATE VIEW journeys.{name} AS FROM read_parquet('{file}', hive_partitioning = false)"
                )
            con.execute("CREATE SCHEMA records; CREATE SCHEMA clocks")
            for table in tables().values():
                con.execute(table.create_sql())
            con.execute("CREATE TABLE records.sources AS SELECT unnest($names) AS \"table\", true AS held, 'all' AS extent",
                        {"names": list(tables())})  # fmt: skip
            con.execute("CREATE TABLE records.load AS SELECT DATE '2026-03-31' AS as_at, $code AS authority, $code AS load_id",
                        {"code": authority})  # fmt: skip
            con.execute(
                f"CREATE VIEW clocks.instances AS FROM read_parquet('{work}/authority={authority}/instances.parquet', hive_partitioning = false)"
            )
            con.execute(
                "CREATE TABLE clocks.ran AS SELECT DISTINCT clock_id, NULL::VARCHAR AS why, NULL::VARCHAR AS no_past FROM clocks.instances"
            )
            joined.create(con)
            figures += build(con, spent)
    return figures


def one_method(given: argparse.Namespace) -> int:
    """In a process of its own: run one method and print what it took, as JSON."""
    spent = Spent()
    if given.method == "country":
        made = country(given.country, given.memory, spent, given.only.split(","))
    else:
        made = {"ours": ours, "scan": scan, "once": once, "drawn": drawn}[given.method](
            given.kept, given.memory, spent
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(json.dumps({"made": made, "wall": spent.wall, "cpu": spent.cpu, "peak": peak}))
    return 0


def measured(given: argparse.Namespace, method: str, memory: str = "8GB", only: str = "") -> dict[str, Any]:
    command = [sys.executable, __file__, str(given.home), "--method", method, "--memory", memory, "--kept", str(given.kept)]  # fmt: skip
    if method == "country":
        command += ["--country", str(given.country), "--only", only]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "UNDRIFT_CACHE": ""}
    )
    if done.returncode:
        sys.exit(f"{method} failed:\n{done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def total(took: dict[str, Any], by: str = "cpu") -> float:
    """Seconds of running; the writing of SQL is told apart."""
    return float(sum(seconds for part, seconds in took[by].items() if part != "writing SQL"))


def report(given: argparse.Namespace) -> int:
    """Print the tables."""
    export(given.home, given.kept)
    mine, bare, single, pictures = (measured(given, m) for m in ("ours", "scan", "once", "drawn"))
    print(f"\nOne authority, {MONTHS} months: seconds of the processor")
    print(f"  {'':<12}{'ours':>8}{'scan':>8}{'ratio':>8}")
    for part in PARTS:
        print(
            f"  {part:<12}{mine['cpu'][part]:8.2f}{bare['cpu'][part]:8.2f}{mine['cpu'][part] / bare['cpu'][part]:8.1f}"
        )
    ratio, wall = total(mine) / total(bare), total(mine, "wall") / total(bare, "wall")
    print(f"  {'together':<12}{total(mine):8.2f}{total(bare):8.2f}{ratio:8.1f}   target {TARGET}; by the wall {wall:.1f}")  # fmt: skip
    print(f"  writing the cards as SQL, then kept: {mine['cpu']['writing SQL']:.2f} s")
    print(f"  every column read a single time: {total(single):.2f} s, {total(mine) / total(single):.0f} times less than ours")  # fmt: skip
    print(f"  drawing {pictures['made']} charts as SVG: {total(pictures):.2f} s, kept on disk after the first time")  # fmt: skip
    print(f"  most memory: ours {mine['peak']:.2f} GB, scan {bare['peak']:.2f} GB")
    if given.country:
        held = sorted(p.name.partition("=")[2] for p in (given.country / "events").glob("authority=*"))
        only = held[: given.authorities or None]
        took = measured(given, "country", given.limit, ",".join(only))
        print(f"\n{len(only)} authorities from their journeys, memory limit {given.limit}")
        print(f"  {total(took):.1f} s of the processor running, {took['cpu']['writing SQL']:.1f} s writing SQL, most memory {took['peak']:.2f} GB")  # fmt: skip
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("home", type=Path, help="a built home: undrift demo --no-serve makes one")
    parser.add_argument("--country", type=Path, help="made by benchmarks/country.py")
    parser.add_argument(
        "--authorities", type=int, default=0, help="only so many of the country's, default all"
    )
    parser.add_argument(
        "--limit", default="1500MB", help="what DuckDB is given of the 2 GB that the country may take"
    )
    parser.add_argument("--kept", type=Path, default=Path("build/measures"), help="where the Parquet is kept")
    parser.add_argument("--method", help=argparse.SUPPRESS)
    parser.add_argument("--only", default="", help=argparse.SUPPRESS)
    parser.add_argument("--memory", default="8GB", help=argparse.SUPPRESS)
    given = parser.parse_args()
    return one_method(given) if given.method else report(given)


if __name__ == "__main__":
    sys.exit(main())
