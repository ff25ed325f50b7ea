"""What the Spark tests share: a session a file, and a small authority."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.spark.session import Spark
from undrift import pipeline, records
from undrift.synthetic import make

SMALL = {  # for thousands of rows, working a plan out costs more than running it
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.shuffle.partitions": "1",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spark]:
    made = Spark(tmp_path_factory.mktemp("spark"), "local[2]", SMALL)
    yield made
    made.session.stop()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a twentieth of the invented authority, built; UNDRIFT_TEST_SMALL names one that is."""
    if given := os.environ.get("UNDRIFT_TEST_SMALL"):
        return Path(given)
    out = tmp_path_factory.mktemp("small")
    make(out, scale=0.05, also=())
    load = records.load(
        [out / "ssd"], authority="Irwell", as_at=date(2026, 9, 30), by="test", home=out / "home"
    ).load
    pipeline.build(load.id, out / "home", say=lambda _: None)
    return out / "home"
