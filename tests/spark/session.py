"""A Spark session for the tests: tables given as Arrow, the compiled text run as it is but for the schemas' names."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyspark
from pyspark.sql import SparkSession

from undrift import dates

SCHEMAS = ("journeys", "clocks", "drift", "measures", "facts", "records", "joined", "variation")
ARROW = {
    "string": pa.string(),
    "date": pa.date32(),
    "boolean": pa.bool_(),
    "int64": pa.int64(),
    "float64": pa.float64(),
}
CALENDAR = {"day": "date", "is_working": "boolean", "working_days": "int64"}


class Spark:
    """A session whose temporary views are the tables that a compiled expression names."""

    def __init__(self, folder: Path, master: str = "local[2]", **more: str) -> None:
        # The package has all that a cluster of its own needs: it starts the workers' processes from here.
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
            "spark.sql.session.timeZone": "Europe/London",
            **{name.replace("__", "."): value for name, value in more.items()},
        }.items():
            build = build.config(name, value)
        self.session = build.getOrCreate()
        self.session.sparkContext.setLogLevel("ERROR")
        calendar = [row for row in dates.calendar() if 1999 < row[0].year < 2032]
        self.view("calendar", table(calendar, CALENDAR))

    def view(self, name: str, rows: pa.Table) -> None:
        """A table under this name."""
        self.session.createDataFrame(rows).createOrReplaceTempView(name)

    def run(self, text: str) -> list[tuple[Any, ...]]:
        """The rows of a compiled expression, its schemas' names left off."""
        for schema in SCHEMAS:
            text = text.replace(f"`{schema}`.", "")
        return [tuple(row) for row in self.session.sql(text).collect()]


def table(rows: Iterable[tuple[Any, ...]], columns: dict[str, str]) -> pa.Table:
    """Rows as Arrow, the columns' types given in Ibis's words."""
    held = list(rows)
    arrays = [
        pa.array([row[place] for row in held], ARROW[kind]) for place, kind in enumerate(columns.values())
    ]
    return pa.Table.from_arrays(arrays, names=list(columns))
