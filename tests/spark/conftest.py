"""One session for all of the tests: starting it costs more than most of them."""

from collections.abc import Iterator

import pytest

from tests.spark.session import Spark

SMALL = {  # for thousands of rows, working a plan out costs more than running it
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.shuffle.partitions": "1",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spark]:
    made = Spark(tmp_path_factory.mktemp("spark"), **SMALL)
    yield made
    made.session.stop()
