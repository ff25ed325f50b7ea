"""The six clocks on Apache Spark, local[2]: one query a clock over all the authorities, for benchmarks/clocks.py."""

import os
import time
from pathlib import Path


def run(country: Path, authorities: list[str], keep: Path | None, names: tuple[str, ...]) -> dict:
    """What it took, as the other methods tell it; writing what was found to Parquet is counted.

    Start-up is apart: the session, and each clock once over the smallest authority, in which the machine Spark runs on
    compiles its own code.
    """
    from pyspark.sql import SparkSession
    from pyspark.sql.functions import col

    from undrift.clocks import catalogue, spark

    session = (
        SparkSession.builder.master(os.environ.get("SPARK_MASTER", "local[2]"))
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.memory", "4g")
        .config("spark.local.dir", str(country / "spill"))
        # As many parts as workers take in a few turns; the default of two hundred is for a cluster.
        .config("spark.sql.shuffle.partitions", str(max(4, len(authorities) // 2)))
        # Parts that fit in memory are joined from a table of hashes, and not sorted first.
        .config("spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold", "64MB")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    spark.give(session, str(country))
    everything = {name: session.table(spark.VIEWS + name) for name in ("events", "spells")}

    def show(only: list[str]) -> None:
        for name, rows in everything.items():
            rows.where(col("authority").isin(only)).createOrReplaceTempView(spark.VIEWS + name)

    sizes = {
        a: sum(f.stat().st_size for f in (country / "events" / f"authority={a}").iterdir())
        for a in authorities
    }
    show([min(sizes, key=lambda a: sizes[a])])
    for name in names:
        session.sql(spark.sql(catalogue()[name])).write.format("noop").mode("overwrite").save()
    show(authorities)
    out = (keep or country / "bench") / "spark.parts"
    jvm = session.sparkContext._gateway.proc.pid
    spent, wall = {}, 0.0
    for name in names:
        began, used = time.monotonic(), _cpu(jvm)
        session.sql(spark.sql(catalogue()[name])).write.mode("overwrite").parquet(f"{out}/{name}")
        wall += time.monotonic() - began
        spent[name] = _cpu(jvm) - used
    rows = sum(session.read.parquet(f"{out}/{name}").count() for name in names)
    peak = int(next(line for line in Path(f"/proc/{jvm}/status").read_text().splitlines() if line.startswith("VmHWM")).split()[1]) / 1e6  # fmt: skip
    session.stop()
    for name in names if keep else ():
        for nth, file in enumerate(sorted((out / name).glob("*.parquet"))):
            file.rename(keep / f"{name}.{nth}.parquet")
    return {"rows": rows, "wall": wall, "cpu": sum(spent.values()), "peak": peak, "spent": spent}


def _cpu(process: int) -> float:
    """Seconds of processor that a process has used."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
