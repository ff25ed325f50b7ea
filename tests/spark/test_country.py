"""Many authorities on a Spark cluster of two workers, each a process of its own: row for row what DuckDB finds of each alone.

A clock of each shape; test_rows has all of them, on one authority.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.definitions.test_many import CLOCKS
from tests.spark.session import Spark
from undrift import records
from undrift.clocks import country, spark
from undrift.clocks.engine import INSTANCES
from undrift.journeys.tables import EVENTS, SPELLS

KEPT = {"E06000001": "true", "E06000002": "hash(child_id) % 3 = 0", "0800": "hash(child_id) % 3 = 1"}
"""Authorities, and whose journeys they hold: the same children under the same ids, and a code that is all digits."""
COLUMNS = ", ".join((*INSTANCES, "authority"))


@pytest.fixture(scope="module")
def journeys(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("journeys")
    cur = records.cursor(small)
    for authority, keep in KEPT.items():
        for name, columns in (("events", EVENTS), ("spells", SPELLS)):
            place = folder / name / f"authority={authority}"
            place.mkdir(parents=True)
            cur.execute(
                f"COPY (SELECT {', '.join(columns)} FROM journeys.{name} WHERE {keep}) TO '{place}/part.parquet' (FORMAT parquet)"
            )
    return folder


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spark]:
    """Two workers of one core and a gigabyte each, so that what is joined or grouped has to move between processes."""
    folder = tmp_path_factory.mktemp("cluster")
    made = Spark(folder, "local-cluster[2,1,1024]", {"spark.sql.shuffle.partitions": "4"})
    yield made
    made.session.stop()


def _rows(where: str) -> dict[str, list[tuple[Any, ...]]]:
    """Of each clock, its rows in order."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    with duckdb.connect() as con:
        for row in con.execute(
            f"""SELECT {COLUMNS} FROM read_parquet('{where}', hive_partitioning = true,
                hive_types_autocast = false) ORDER BY ALL"""
        ).fetchall():
            found.setdefault(row[0], []).append(row)
    return found


def test_a_cluster_reads_many_authorities_as_duckdb_reads_each(
    journeys: Path, cluster: Spark, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = {clock.id: clock for clock in CLOCKS}
    for module in (country, spark):
        monkeypatch.setattr(module, "catalogue", lambda: chosen)
    country.run(journeys, tmp_path / "alone", say=lambda _: None)
    done = spark.run(cluster.session, str(journeys), str(tmp_path / "together"), say=lambda _: None)
    wanted = _rows(f"{tmp_path}/alone/authority=*/instances.parquet")
    found = _rows(f"{tmp_path}/together/clock_id=*/*.parquet")
    assert set(done) == set(wanted) == set(found)
    assert sum(map(len, wanted.values())) > 1_000
    assert {row[-1] for rows in found.values() for row in rows} == set(KEPT)
    assert not [clock for clock in done if wanted[clock] != found[clock]]

    workers, sent = cluster.moved()
    assert workers == 2
    assert sent > 10_000
