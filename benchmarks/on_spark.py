"""The six clocks on Apache Spark, local[2]: one query a clock over all the authorities, for benchmarks/clocks.py."""

import os
import time
from pathlib import Path

from clocks import peak

WARM = 2
"""How often each clock is run before it is timed."""


def run(country: Path, authorities: list[str], keep: Path | None, names: tuple[str, ...]) -> dict:
    """What it took, as the other methods tell it: what was found is made and let go, as theirs is left in memory.

    Start-up is apart: the session, and each clock twice over at most five authorities, in which the machine Spark runs
    on compiles its own code.
    """
    from pyspark.sql import DataFrame, Observation, SparkSession
    from pyspark.sql.functions import col, count, lit

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
    jvm = session.sparkContext._gateway.proc.pid
    everything = {name: session.table(spark.VIEWS + name) for name in ("events", "spells")}

    def show(only: list[str]) -> None:
        for name, rows in everything.items():
            rows.where(col("authority").isin(only)).createOrReplaceTempView(spark.VIEWS + name)

    def work_out(name: str) -> DataFrame:
        return session.sql(spark.sql(catalogue()[name]))

    for only in [authorities[:5]] * WARM + [authorities]:
        show(only)
        spent, wall, rows = {}, 0.0, 0
        for name in names:
            counted = Observation()
            began, used = time.monotonic(), _cpu(jvm)
            found = work_out(name).observe(counted, count(lit(1)).alias("rows"))
            found.write.format("noop").mode("overwrite").save()
            rows += counted.get["rows"]
            wall += time.monotonic() - began
            spent[name] = _cpu(jvm) - used
    most = peak(jvm)
    for name in names if keep else ():
        work_out(name).write.parquet(f"{keep}/{name}")
        for nth, file in enumerate(sorted((keep / name).glob("*.parquet"))):
            file.rename(keep / f"{name}.{nth}.parquet")
    session.stop()
    return {"rows": rows, "wall": wall, "cpu": sum(spent.values()), "peak": most, "spent": spent}


def _cpu(process: int) -> float:
    """Seconds of processor that a process has used."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
