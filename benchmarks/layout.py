"""How a country's journeys are best kept: `python benchmarks/layout.py COUNTRY`, COUNTRY made by benchmarks/country.py.

The same rows in five layouts, of a few authorities: a folder an authority or one file a table, in order of kind or of child,
in row groups large and small. For each: its size, one authority taken into memory, and one kind of every authority read
(what a query over the country does). Seconds of the processor, the least of several runs.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

LAYOUTS = {  # name: (a folder an authority?, order, rows in a row group)
    "folders, by kind": (True, "kind, child_id, on_date", 122_880),
    "folders, by kind, small groups": (True, "kind, child_id, on_date", 16_384),
    "folders, by child": (True, "child_id, on_date", 122_880),
    "one file, by authority and kind": (False, "authority, kind, child_id, on_date", 122_880),
    "one file, by kind": (False, "kind, authority, child_id, on_date", 122_880),
}
COLUMNS = "child_id, kind, on_date, spell_id, outcome, detail, team_id, worker_id, source_table, source_key"


def write(con: duckdb.DuckDBPyConnection, out: Path, layout: str) -> str:
    """Write the layout; what reads it."""
    folders, order, group = LAYOUTS[layout]
    options = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {group}"
    if not folders:
        con.execute(f"COPY (FROM given ORDER BY {order}) TO '{out}/events.parquet' ({options})")
        return f"read_parquet('{out}/events.parquet')"
    for (code,) in con.execute("SELECT DISTINCT authority FROM given").fetchall():
        (out / f"authority={code}").mkdir()
        con.execute(
            f"COPY (SELECT {COLUMNS} FROM given WHERE authority = '{code}' ORDER BY {order}) "
            f"TO '{out}/authority={code}/part.parquet' ({options})"
        )
    return f"read_parquet('{out}/*/part.parquet', hive_partitioning = true)"


def least(run: Callable[[], object], times: int = 3) -> float:
    took = []
    for _ in range(times):
        began = time.process_time()
        run()
        took.append(time.process_time() - began)
    return min(took)


def main(given: argparse.Namespace) -> int:
    codes = sorted(p.name for p in (given.country / "events").glob("authority=*"))[: given.authorities]
    files = [str(given.country / "events" / code / "part.parquet") for code in codes]
    one = codes[len(codes) // 2].partition("=")[2]
    with duckdb.connect(config={"threads": 2}) as con:
        con.execute(f"CREATE VIEW given AS FROM read_parquet({files}, hive_partitioning = true)")
        print(f"{len(codes)} authorities, {con.execute('SELECT count(*) FROM given').fetchone()[0]:,} events")  # type: ignore[index]
        print(f"{'':34}{'size':>8}{'one authority':>16}{'one kind of all':>17}{'its kinds by turn':>18}")
        for layout in LAYOUTS:
            with tempfile.TemporaryDirectory(dir=given.work) as folder:
                rows = write(con, Path(folder), layout)
                size = sum(path.stat().st_size for path in Path(folder).rglob("*.parquet"))
                taken = least(
                    lambda rows=rows: con.execute(
                        f"CREATE OR REPLACE TEMP TABLE one AS SELECT {COLUMNS} FROM {rows} WHERE authority = '{one}'"
                    )
                )
                kinds = [row[0] for row in con.execute("SELECT DISTINCT kind FROM one ORDER BY 1").fetchall()]
                each = least(
                    lambda kinds=kinds: [
                        con.execute("SELECT max(child_id), max(source_key), max(on_date) FROM one WHERE kind = $kind", {"kind": kind}).fetchall()
                        for kind in kinds
                    ]
                )  # fmt: skip
                kind = least(
                    lambda rows=rows: con.execute(
                        f"SELECT authority, max(child_id), max(source_key), count(on_date) FROM {rows} WHERE kind = 'cp_visit' GROUP BY 1"
                    ).fetchall()
                )
                print(
                    f"{layout:<34}{size / 1e6:>5.1f} MB{taken:>14.2f} s{kind:>15.2f} s{each:>16.2f} s",
                    flush=True,
                )
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("country", type=Path)
    parser.add_argument("--authorities", type=int, default=10)
    parser.add_argument("--work", type=Path, help="where the layouts are written for a while")
    sys.exit(main(parser.parse_args()))
