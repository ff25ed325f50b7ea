"""How fast six clocks are worked out, against everything else that could: `make bench-clocks`, or python benchmarks/clocks.py.

    OURS           the cards, compiled and run by DuckDB
    BY HAND        the same six as an analyst would write them in SQL (benchmarks/by_hand), the same cells
    SCAN           the bare reading from Parquet of the columns they need
    PANDAS         carefully vectorised, the same cells; and as loops over children, on a sample, scaled
    POLARS         lazy expressions, the same cells
    SPARK          the cards on Apache Spark, all the authorities in one query a clock (--spark, where it is installed)

Each runs in a process of its own over the same Parquet (benchmarks/country.py makes it), an authority at a time, and is
measured by the wall, by the processor, and by the most memory it held. What it finds is compared cell by cell. Ratios are
of one run: figures of two runs are not to be set side by side.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import duckdb

HERE = Path(__file__).parent
ROLLING = {"lac_3_placements_12m": "placement_changed", "lac_3_social_workers_12m": "worker_changed"}
WINDOWS = {"rereferral_window_12m": "referral", **ROLLING}
DEADLINES = ("icpc_15wd", "assessment_45wd", "cp_visit")
SIX = (*DEADLINES, *WINDOWS)
CELLS = "child_id, team_id, worker_id, started_on, due_on, soon_on, stopped_on, ended_on, trouble, excuse, spell_id, source_table, source_key, stop_key"
SPELLS_OF = {"icpc_15wd": "s47", "assessment_45wd": "referral", "cp_visit": "cp_plan"}
EVENTS_OF = {"icpc_15wd": "icpc", "assessment_45wd": "assessment_authorised", "cp_visit": "cp_visit"}
LIMITS = {"icpc_15wd": 15, "assessment_45wd": 45, "cp_visit": 10}


class Spent:
    """Seconds of the wall and of the processor, by what they went on; only what is inside `on` is counted."""

    def __init__(self) -> None:
        self.wall: dict[str, float] = {}
        self.cpu: dict[str, float] = {}

    @contextmanager
    def on(self, what: str) -> Iterator[None]:
        wall, cpu = time.monotonic(), time.process_time()
        yield
        self.wall[what] = self.wall.get(what, 0) + time.monotonic() - wall
        self.cpu[what] = self.cpu.get(what, 0) + time.process_time() - cpu


def places(country: Path, authority: str) -> dict[str, str]:
    return {
        name: str(country / name / f"authority={authority}" / "part.parquet") for name in ("events", "spells")
    }


@contextmanager
def engine(country: Path, authority: str, memory: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """DuckDB with the authority's Parquet as views."""
    from undrift.journeys.build import create_calendar

    with duckdb.connect(":memory:", config={"memory_limit": memory, "threads": 2}) as con:
        create_calendar(con)
        for name, file in places(country, authority).items():
            con.execute(
                f"CREATE VIEW journeys.{name} AS FROM read_parquet('{file}', hive_partitioning = false)"
            )
        yield con


@cache
def texts(by: str) -> dict[str, str]:
    """The SQL of each of the six."""
    if by == "hand":
        found = {name: (HERE / "by_hand" / f"{name}.sql").read_text() for name in DEADLINES}
        window = (HERE / "by_hand" / "window_12m.sql").read_text()
        return found | {name: window.replace("KIND", kind) for name, kind in WINDOWS.items()}
    from undrift.clocks import catalogue
    from undrift.clocks import engine as clocks_engine
    from undrift.engines import to_sql

    return {name: to_sql(clocks_engine.instances(catalogue()[name]), by) for name in SIX}


def by_sql(by: str) -> Callable[[Path, str, Path | None, str, Spent], int]:
    def run(country: Path, authority: str, keep: Path | None, memory: str, spent: Spent) -> int:
        rows = 0
        for name, text in texts(by).items():
            with engine(country, authority, memory) as con:
                with spent.on(name):
                    con.execute(f"CREATE TEMP TABLE found AS {text}")
                rows += count(con, "found")
                if keep:
                    con.execute(
                        f"COPY (SELECT {CELLS} FROM found) TO '{keep}/{name}.{authority}.parquet' (FORMAT parquet)"
                    )
        return rows

    return run


def count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    row = con.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert row is not None
    return int(row[0])


def scan(country: Path, authority: str, keep: Path | None, memory: str, spent: Spent) -> int:
    """Every column the clock needs, of its kinds, read and reduced to one row."""
    columns = {
        "events": ("child_id", "on_date", "spell_id", "team_id", "worker_id", "source_table", "source_key"),
        "spells": (
            "child_id",
            "started_on",
            "ended_on",
            "spell_id",
            "outcome",
            "team_id",
            "worker_id",
            "source_key",
        ),
    }
    with engine(country, authority, memory) as con:
        for name in SIX:
            wanted = {"events": EVENTS_OF.get(name) or WINDOWS[name], "spells": SPELLS_OF.get(name)}
            with spent.on(name):
                for table, kind in wanted.items():
                    if kind:
                        read = ", ".join(f"min({c}), max({c})" for c in columns[table])
                        con.execute(f"SELECT {read} FROM journeys.{table} WHERE kind = '{kind}'").fetchall()
    return 0


def month_ends(country: Path, authority: str, keep: Path | None, memory: str, spent: Spent) -> int:
    """The six instances built once, then how many were overdue at sixty month-ends, by clock and team, from them."""
    with engine(country, authority, memory) as con:
        with spent.on("building once"):
            for nth, text in enumerate(texts("duckdb").values()):
                con.execute(
                    f"{'INSERT INTO' if nth else 'CREATE TEMP TABLE'} made {'' if nth else 'AS'} {text}"
                )
        with spent.on("sixty month-ends from it"):
            con.execute(MONTH_ENDS)
        return count(con, "overdue")


MONTH_ENDS = """
CREATE TEMP TABLE overdue AS
WITH late AS (
  SELECT clock_id, team_id, due_on + 1 AS since, coalesce(stopped_on, ended_on, DATE '9999-12-31') AS until
  FROM made WHERE trouble IS NULL AND excuse IS NULL AND NOT is_window
), change AS (
  SELECT clock_id, team_id, since AS day, 1 AS n FROM late WHERE since < until
  UNION ALL SELECT clock_id, team_id, until, -1 FROM late WHERE since < until
), month AS (
  SELECT last_day(m)::DATE AS day FROM range(DATE '2021-04-01', DATE '2026-04-01', INTERVAL 1 MONTH) t(m)
), monthly AS (
  SELECT clock_id, team_id, last_day(day)::DATE AS day, sum(n) AS n FROM change GROUP BY ALL
), whole AS (
  SELECT clock_id, team_id, day, 0 AS n FROM (SELECT DISTINCT clock_id, team_id FROM late), month
  UNION ALL FROM monthly
)
SELECT clock_id, team_id, day, sum(sum(n)) OVER (PARTITION BY clock_id, team_id ORDER BY day) AS overdue
FROM whole GROUP BY clock_id, team_id, day
"""


METHODS = {
    "ours": by_sql("duckdb"), "by hand": by_sql("hand"), "scan": scan, "month-ends": month_ends,
}  # fmt: skip


def one_method(given: argparse.Namespace) -> int:
    """In a process of its own: run one method and print what it took, as JSON."""
    if given.method == "spark":
        import on_spark

        print(json.dumps(on_spark.run(given.country, given.only.split(","), given.keep, SIX)))
        return 0
    if given.method in ("pandas", "pandas loops", "polars"):
        from frames import METHODS as FRAMES

        run = FRAMES[given.method]
    else:
        run = METHODS[given.method]
    spent, rows = Spent(), 0
    for authority in given.only.split(","):
        rows += run(given.country, authority, given.keep, given.memory, spent)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(json.dumps({
        "rows": rows, "wall": sum(spent.wall.values()), "cpu": sum(spent.cpu.values()), "peak": peak, "spent": spent.cpu,
    }))  # fmt: skip
    return 0


def measured(
    given: argparse.Namespace, method: str, only: list[str], memory: str = "8GB", keep: Path | None = None
) -> dict:
    command = [
        sys.executable,
        __file__,
        str(given.country),
        "--method",
        method,
        "--only",
        ",".join(only),
        "--memory",
        memory,
    ]
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        command += ["--keep", str(keep)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ})
    if done.returncode:
        sys.exit(f"{method} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def differing(one: Path, other: Path, cells: str, names: tuple[str, ...] = SIX) -> dict[str, int]:
    """Rows of either that the other lacks, cell by cell."""
    with duckdb.connect() as con:
        found = {}
        for name in names:
            a, b = (
                f"(SELECT {cells} FROM read_parquet('{folder}/{name}.*.parquet'))" for folder in (one, other)
            )
            query = f"SELECT (SELECT count(*) FROM (FROM {a} EXCEPT ALL FROM {b})) + (SELECT count(*) FROM (FROM {b} EXCEPT ALL FROM {a}))"
            row = con.execute(query).fetchone()
            assert row is not None
            found[name] = int(row[0])
        return found


def show(name: str, took: dict, ours: dict) -> None:
    print(f"  {name:<24}{took['rows']:>12,} rows {took['wall']:8.2f} s wall {took['cpu']:8.2f} s cpu {took['peak']:6.2f} GB"
          f"   of ours {took['wall'] / ours['wall']:6.2f} by wall {took['cpu'] / ours['cpu']:6.2f} by cpu")  # fmt: skip


def report(given: argparse.Namespace) -> int:
    """Print the tables."""
    held = sorted(p.name.partition("=")[2] for p in (given.country / "events").glob("authority=*"))
    work = given.country / "bench"
    for size in [int(n) for n in given.sizes.split(",")]:
        only = held[:size]
        if len(only) < size:
            print(f"\nOnly {len(only)} authorities are made; {size} asked for.")
            continue
        print(f"\n{size} {'authority' if size == 1 else 'authorities'}")
        ours = measured(given, "ours", only, keep=work / "ours")
        show("ours", ours, ours)
        hand = measured(given, "by hand", only, keep=work / "hand")
        show("by hand", hand, ours)
        print(
            f"    cells that differ from ours: {sum(differing(work / 'ours', work / 'hand', CELLS).values())}"
        )
        print(
            f"    ours against by hand, target 1.2: {ours['cpu'] / hand['cpu']:.2f} by cpu, {ours['wall'] / hand['wall']:.2f} by wall"
        )
        bare = measured(given, "scan", only)
        show("scan", bare, ours)
        plain = [n for n in SIX if n not in ROLLING]
        ratio = sum(ours["spent"][n] for n in plain) / sum(bare["spent"][n] for n in plain)
        print(f"    ours against the scan, clocks that do not roll, target 7: {ratio:.1f}")
        ends = measured(given, "month-ends", only)
        built, sixty = (ends["spent"][k] for k in ("building once", "sixty month-ends from it"))
        print(
            f"    building and sixty month-ends against building alone, target 1.2: {(built + sixty) / built:.2f}"
        )
        small = measured(given, "ours", only, memory="900MB")
        print(
            f"    within 1 GB: {small['peak']:.2f} GB at {small['wall'] / ours['wall']:.2f} times the time, target 1.3"
        )
        if size <= given.frames_up_to:
            for method in ("polars", "pandas"):
                took = measured(given, method, only, keep=work / method)
                show(method, took, ours)
                print(
                    f"    cells that differ from ours: {sum(differing(work / 'ours', work / method, CELLS).values())}"
                )
                if method == "pandas":
                    print(f"    target {8 if size == 1 else 4} times ours")
        if given.spark:
            took = measured(given, "spark", only, keep=work / "spark")
            show("Spark, start-up apart", took, ours)
            print(f"    against ours, target 6: {took['wall'] / ours['wall']:.1f} by wall")
            print(
                f"    cells that differ from ours: {sum(differing(work / 'ours', work / 'spark', CELLS).values())}"
            )
        if size == 1:
            took = measured(given, "pandas loops", only)
            two = sum(ours["spent"][name] for name in ("icpc_15wd", "assessment_45wd"))
            print(
                f"  two clocks as pandas loops a child, a sample scaled: {took['cpu']:,.1f} s cpu, {took['cpu'] / two:,.0f} times ours, target 100"
            )
        for folder in work.iterdir():
            for file in folder.glob("*.parquet"):
                file.unlink()
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("country", type=Path, help="made by benchmarks/country.py")
    parser.add_argument("--sizes", default="1,10", help="how many authorities, several with commas")
    parser.add_argument(
        "--frames-up-to", type=int, default=10, help="the largest size pandas and Polars are run on"
    )
    parser.add_argument(
        "--spark", action="store_true", help="also Apache Spark, where pyspark and Java are installed"
    )
    parser.add_argument("--method", help=argparse.SUPPRESS)
    parser.add_argument("--only", help=argparse.SUPPRESS)
    parser.add_argument("--keep", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--memory", default="8GB", help=argparse.SUPPRESS)
    given = parser.parse_args()
    return one_method(given) if given.method else report(given)


if __name__ == "__main__":
    sys.exit(main())
