"""A Spark session for the tests, and what it is told."""

import os
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyspark
from pyspark.sql import SparkSession

from tests.definitions.apart import table

__all__ = ["Spark", "table"]

SCHEMAS = ("journeys", "clocks", "drift", "measures", "facts", "records", "joined", "variation")


class Spark:
    """A session whose temporary views are the tables that a compiled expression names."""

    def __init__(self, folder: Path, master: str, settings: dict[str, str]) -> None:
        # The package has all that a cluster of its own needs: the workers' processes are started from here.
        os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
        os.environ["PYSPARK_PYTHON"] = sys.executable
        build = SparkSession.builder.master(master)
        for name, value in {
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.driver.memory": "2g",
            "spark.driver.host": "127.0.0.1",
            "spark.local.dir": str(folder),
            "spark.sql.warehouse.dir": str(folder / "warehouse"),
            **settings,
        }.items():
            build = build.config(name, value)
        self.session = build.getOrCreate()
        self.session.sparkContext.setLogLevel("ERROR")

    def view(self, name: str, rows: pa.Table) -> None:
        """A table under this name."""
        self.session.createDataFrame(rows).createOrReplaceTempView(name)

    def run(self, text: str) -> list[tuple[Any, ...]]:
        """The rows of a compiled expression, its schemas' names left off."""
        for schema in SCHEMAS:
            text = text.replace(f"`{schema}`.", "")
        return [tuple(row) for row in self.session.sql(text).collect()]

    def moved(self) -> tuple[int, int]:
        """How many workers there are, and the bytes of rows that one was sent by another."""
        jvm, store = self.session._jvm, self.session.sparkContext._jsc.sc().statusStore()
        nothing, no_shares = (
            jvm.java.util.ArrayList(),
            self.session.sparkContext._gateway.new_array(jvm.double, 0),
        )
        stages = store.stageList(nothing, False, False, no_shares, nothing)
        sent = sum(stages.apply(place).shuffleRemoteBytesRead() for place in range(stages.length()))
        return store.executorList(False).length() - 1, sent
