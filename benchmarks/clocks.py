"""How fast six clocks are worked out, against everything else that could: `make bench-clocks`, or python benchmarks/clocks.py.

    OURS           the cards, compiled and run by DuckDB
    BY HAND        the same six as an analyst would write them in SQL (benchmarks/by_hand), the same cells
    SCAN           the bare reading from Parquet of the columns they need
    PANDAS         carefully vectorised, the same cells; and as loops over children, on a sample, scaled
    POLARS         lazy expressions, the same cells
    SPARK          the cards on Apache Spark, all the authorities in one query a clock (--spark, where it is installed)
    SIX MEASURES   by month and team, from the same Parquet: the cards, and pandas (benchmarks/monthly.py)

Each runs in a process of its own over the same Parquet (benchmarks/country.py makes it), an authority at a time, and is
measured by the wall, by the processor, and by the most memory it held. What it finds is left in memory, and compared cell
by cell. Ratios are of one run: figures of two runs are not to be set side by side.
"""

import argparse
import json
import os
import shutil
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
MANY = 10  # authorities beyond which there is one round
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
    wanted = texts("duckdb").values()
    with engine(country, authority, memory) as con:
        with spent.on("building once"):
            for nth, text in enumerate(wanted):
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


def peak(process: int | str = "self") -> float:
    """The most memory a process has held, in GB, as Linux tells: getrusage tells of the process it came from as well."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1e6


def one_method(given: argparse.Namespace) -> int:
    """In a process of its own: run one method and print what it took, as JSON."""
    if given.method == "spark":
        import on_spark

        print(json.dumps(on_spark.run(given.country, given.only.split(","), given.keep, SIX)))
        return 0
    if given.method.startswith("six measures"):
        import monthly

        run = monthly.METHODS[given.method]
    elif given.method in ("pandas", "pandas loops", "polars"):
        import frames

        run = frames.METHODS[given.method]
    else:
        run = METHODS[given.method]
    spent, rows = Spent(), 0
    for authority in given.only.split(","):
        rows += run(given.country, authority, given.keep, given.memory, spent)
    print(json.dumps({
        "rows": rows, "wall": sum(spent.wall.values()), "cpu": sum(spent.cpu.values()), "peak": peak(), "spent": spent.cpu,
    }))  # fmt: skip
    return 0


def measured(
    country: Path,
    method: str,
    only: list[str],
    *,
    rounds: int = 1,
    memory: str = "8GB",
    keep: Path | None = None,
) -> dict:
    """What a method took in a process of its own: of so many rounds, the least by the wall and by the processor."""
    command = [
        sys.executable,
        __file__,
        str(country),
        "--method",
        method,
        "--only",
        ",".join(only),
        "--memory",
        memory,
    ]
    if keep:
        shutil.rmtree(keep, ignore_errors=True)
        keep.mkdir(parents=True)
    found: dict = {}
    for nth in range(rounds):
        kept = ["--keep", str(keep)] if keep and not nth else []
        done = subprocess.run([*command, *kept], capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{method} failed:\n{done.stderr[-2000:]}")
        took = json.loads(done.stdout.splitlines()[-1])
        if not found:
            found = took
        for what in ("wall", "cpu", "peak"):
            found[what] = min(found[what], took[what])
        found["spent"] = {name: min(cpu, took["spent"][name]) for name, cpu in found["spent"].items()}
    return found


def differing(one: Path, other: Path, names: tuple[str, ...], cells: str) -> int:
    """Rows of either that the other lacks, cell by cell; looked for one by one only where the sums of all rows differ."""
    total = 0
    said = ", ".join(
        f"{c}::DATE" if c.endswith("_on") or c == "month" else f"{c}::VARCHAR" for c in cells.split(", ")
    )
    with duckdb.connect() as con:
        for name in names:
            a, b = (
                f"(SELECT {said} FROM read_parquet('{folder}/{name}.*.parquet'))" for folder in (one, other)
            )
            sums = [
                con.execute(f"SELECT count(*), sum(hash(found)::HUGEINT) FROM {rows} found").fetchone()
                for rows in (a, b)
            ]
            for left, right in ((a, b), (b, a)) if sums[0] != sums[1] else ():
                row = con.execute(f"SELECT count(*) FROM (FROM {left} EXCEPT ALL FROM {right})").fetchone()
                assert row is not None
                total += int(row[0])
    return total


def as_many(country: Path, size: int) -> tuple[Path, list[str], int]:
    """A folder that holds so many authorities, their codes, and how many of them were made.

    Where more are asked for than were made, those made are given again under codes of their own. One alone is the one
    nearest the mean in size.
    """
    held = sorted(p.name.partition("=")[2] for p in (country / "events").glob("authority=*"))
    if size == 1:
        sizes = {code: sum(os.path.getsize(file) for file in places(country, code).values()) for code in held}
        mean = sum(sizes.values()) / len(sizes)
        return country, [min(held, key=lambda code: abs(sizes[code] - mean))], 1
    if size <= len(held):
        return country, held[:size], size
    again, codes = country / "again", [f"E068{nth:05d}" for nth in range(size)]
    shutil.rmtree(again, ignore_errors=True)
    for nth, code in enumerate(codes):
        for name, file in places(country, held[nth % len(held)]).items():
            place = Path(places(again, code)[name])
            place.parent.mkdir(parents=True)
            os.link(file, place)
    return again, codes, len(held)


def rows_read(country: Path, only: list[str]) -> int:
    """Events and spells of these authorities."""
    files = [file for code in only for file in places(country, code).values()]
    with duckdb.connect() as con:
        row = con.execute(
            "SELECT sum(num_rows) FROM parquet_file_metadata($files)", {"files": files}
        ).fetchone()
    assert row is not None
    return int(row[0])


def target(what: str, most: float, **ratios: float) -> None:
    """Say a ratio by the processor and by the wall, and whether each is what was aimed at."""
    said = ", ".join(
        f"{ratio:.2f} by {by} ({'met' if ratio <= most else 'NOT met'})" for by, ratio in ratios.items()
    )
    print(f"    {what}, target {most:g}: {said}", flush=True)


def against(one: dict, other: dict) -> dict[str, float]:
    return {by: one[by] / other[by] for by in ("cpu", "wall")}


def say_times(what: str, theirs: dict, ours: dict, bare: dict, size: int) -> None:
    """Say how many times ours pandas took, and how many times the bare reading, which nothing that reads the rows beats."""
    times, most = against(theirs, ours), against(theirs, bare)
    print(
        f"    {what}: times ours, target {8 if size == 1 else 4} or more: {times['cpu']:.2f} by cpu, {times['wall']:.2f} by wall"
    )
    print(
        f"    times the scan, the most that anything could reach: {most['cpu']:.2f} by cpu, {most['wall']:.2f} by wall",
        flush=True,
    )


def of_size(given: argparse.Namespace, size: int) -> dict[str, dict]:
    """Everything measured at one size, said as it is found."""
    import monthly

    country, only, made = as_many(given.country, size)
    rounds = given.rounds if size <= MANY else 1
    work, rows = given.country / "bench", rows_read(country, only)
    took: dict[str, dict] = {}
    compared = {"ours": (SIX, CELLS), "six measures": (monthly.SIX, monthly.CELLS)}

    def run(method: str, name: str = "", rounds: int = rounds, like: str = "", memory: str = "8GB") -> dict:
        keep = work / method if like else None
        found = measured(country, method, only, rounds=rounds, memory=memory, keep=keep)
        took[name or method] = found
        print(f"  {name or method:<22}{found['rows']:>12,} rows {found['wall']:9.2f} s wall {found['cpu']:9.2f} s cpu "
              f"{found['peak']:6.2f} GB", flush=True)  # fmt: skip
        if keep and like != method:
            names, cells = compared[like]
            print(
                f"    rows that differ from ours in any cell: {differing(work / like, keep, names, cells)}",
                flush=True,
            )
            shutil.rmtree(keep)
        return found

    copies = f", {made} of them made and given again" if made < size else ""
    print(
        f"\n{size} {'authority' if size == 1 else 'authorities'}{copies}: {rows:,} rows; least of {rounds}",
        flush=True,
    )
    ours, hand, bare = run("ours", like="ours"), run("by hand", like="ours"), run("scan")
    target("ours against by hand", 1.2, **against(ours, hand))
    plain = [n for n in SIX if n not in ROLLING]
    ratio = sum(ours["spent"][n] for n in plain) / sum(bare["spent"][n] for n in plain)
    target("ours against the scan, clocks that do not roll", 7, cpu=ratio)
    built, sixty = run("month-ends")["spent"].values()
    target("building and sixty month-ends against building alone", 1.2, cpu=(built + sixty) / built)
    small = run("ours", "ours, 900 MB allowed", memory="900MB")
    target("memory, in GB, of ours with 900 MB allowed", 1, peak=small["peak"])
    target("its time against ours", 1.3, **against(small, ours))
    run("polars", like="ours")
    frames = run("pandas", like="ours")
    say_times("every instance", frames, ours, bare, size)
    measures = run("six measures", like="six measures")
    say_times(
        "six measures by month and team",
        run("six measures, pandas", like="six measures"),
        measures,
        bare,
        size,
    )
    if given.spark:
        target("Spark against ours, start-up apart", 6, **against(run("spark", rounds=1, like="ours"), ours))
    if size == 1:
        loops = run("pandas loops", rounds=1)
        two = sum(ours["spent"][name] for name in ("icpc_15wd", "assessment_45wd"))
        print(
            f"    two clocks, a sample of rows scaled to all: {loops['cpu'] / two:,.0f} times ours, target 100 or more"
        )
    for found in took.values():
        found["read"] = rows
    for folder in ("bench", "again"):
        shutil.rmtree(given.country / folder, ignore_errors=True)
    return took


def report(given: argparse.Namespace) -> int:
    """Print the tables."""
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} as it begins, {time.strftime('%Y-%m-%d')}")
    found = {size: of_size(given, size) for size in given.sizes}
    print("\nGrowth: seconds of the processor for a million rows read, seconds by the wall, gigabytes")
    print(f"  {'':<22}" + "".join(f"{size:>12}x{'':<17}" for size in found))
    for name in dict.fromkeys(name for took in found.values() for name in took):
        cells = [
            f"{t[name]['cpu'] / t[name]['read'] * 1e6:8.2f} {t[name]['wall']:10.2f} s {t[name]['peak']:6.2f} GB  "
            if name in t
            else " " * 31
            for t in found.values()
        ]
        print(f"  {name:<22}" + "".join(cells).rstrip())
    print(f"load {os.getloadavg()[0]:.1f} as it ends")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("country", type=Path, help="made by benchmarks/country.py")
    parser.add_argument(
        "--sizes",
        type=lambda given: [int(size) for size in given.split(",")],
        default=[1, 10],
        help="how many authorities, several with commas; more than were made are those made, given again",
    )
    parser.add_argument(
        "--rounds", type=int, default=3, help="of how many the least is taken, up to ten authorities"
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
