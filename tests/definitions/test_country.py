"""Many authorities at once read as each does alone; a run that was stopped goes on; a half-written file is no result."""

from pathlib import Path

import duckdb
import pytest

from undrift import records
from undrift.clocks import catalogue, country
from undrift.clocks.engine import INSTANCES
from undrift.drift import country as patterns
from undrift.errors import UserError
from undrift.journeys.tables import EVENTS, SPELLS

COLUMNS = ", ".join(INSTANCES)


@pytest.fixture(scope="module")
def two(built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Irwell, and under other ids a fiftieth of it."""
    folder = tmp_path_factory.mktemp("country")
    cur = records.cursor(built_demo)
    for authority, keep in (("E06000001", "true"), ("E06000002", "hash(child_id) % 50 = 0")):
        for name, schema in (("events", EVENTS), ("spells", SPELLS)):
            place = folder / name / f"authority={authority}"
            place.mkdir(parents=True)
            ids = ("child_id", "spell_id", "source_key")
            columns = ", ".join(f"'{authority}/' || {c} AS {c}" if c in ids else c for c in schema)
            cur.execute(
                f"COPY (SELECT {columns} FROM journeys.{name} WHERE {keep}) TO '{place}/part.parquet' (FORMAT parquet)"
            )
    return folder


def _rows(sql: str) -> set[tuple[object, ...]]:
    with duckdb.connect() as con:
        return set(con.execute(sql).fetchall())


def test_an_authority_among_others_reads_as_it_does_alone(
    two: Path, built_demo: Path, tmp_path: Path
) -> None:
    done = country.run(two, tmp_path, say=lambda _: None)
    assert [one.authority for one in done] == ["E06000001", "E06000002"]
    ids = ("child_id", "spell_id", "source_key", "stop_key")
    bare = ", ".join(f"replace({c}, 'E06000001/', '') AS {c}" if c in ids else c for c in INSTANCES)
    cur = records.cursor(built_demo)
    # What the live file doubts for want of a table, or of its past, a country's journeys cannot know of.
    sure = [
        row[0]
        for row in cur.execute("SELECT clock_id FROM clocks.ran WHERE ran AND no_past IS NULL").fetchall()
    ]
    sure = [name for name in sure if not (only := catalogue()[name].only) or not only.unless_held]
    assert len(sure) > 80
    told = _rows(
        f"SELECT {bare} FROM '{tmp_path}/authority=E06000001/instances.parquet' WHERE list_contains({sure}, clock_id)"
    )
    whole = set(
        cur.execute(
            f"SELECT {COLUMNS} FROM clocks.instances WHERE list_contains({sure}, clock_id)"
        ).fetchall()
    )
    assert len(told) == len(whole) > 10_000
    assert told == whole


def test_what_does_not_fit_in_memory_is_spilled(two: Path, tmp_path: Path) -> None:
    many = "SELECT 'a child told apart by ' || hash(n) FROM range(3_000_000) numbered(n)"
    asked = country.Asked("told", {"child_id": "string"}, (many,), "child_id", "rows")
    only = ["E06000002"]
    (done,) = country.ask(asked, two, tmp_path / "out", only=only, memory="120MB", say=lambda _: None)
    assert done.instances == 3_000_000


def test_a_run_that_was_stopped_goes_on_where_it_was(two: Path, tmp_path: Path) -> None:
    small = ["E06000002"]
    half = tmp_path / "authority=E06000002"
    half.mkdir()
    (half / "instances.part").write_bytes(b"half of a file")
    (first,) = country.run(two, tmp_path, only=small, say=lambda _: None)
    assert first.seconds > 0
    assert first.instances > 0
    said: list[str] = []
    (again,) = country.run(two, tmp_path, only=small, say=said.append)
    assert (again.seconds, again.instances) == (0, first.instances)
    assert "already done" in said[0]


def test_other_definitions_or_other_journeys_are_worked_out_again(two: Path, tmp_path: Path) -> None:
    country.run(two, tmp_path, only=["E06000002"], say=lambda _: None)
    source = two / "events" / "authority=E06000002" / "part.parquet"
    source.touch()
    (again,) = country.run(two, tmp_path, only=["E06000002"], say=lambda _: None)
    assert again.seconds > 0


def test_a_folder_that_is_not_laid_out_so_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No journeys by authority"):
        country.run(tmp_path, tmp_path / "out")
    (tmp_path / "events" / "authority=X").mkdir(parents=True)
    with pytest.raises(UserError, match="not all here"):
        country.run(tmp_path, tmp_path / "out")


def test_every_pattern_finds_in_a_country_whom_it_finds_in_the_authority_alone_and_is_not_asked_twice(
    two: Path, built_demo: Path, tmp_path: Path
) -> None:
    said: list[str] = []
    done = patterns.run(two, tmp_path, say=said.append)
    assert [one.authority for one in done] == ["E06000001", "E06000002"] and "times a flag was up" in said[0]
    names = "pattern_id, replace(child_id, 'E06000001/', ''), since, until"
    told = _rows(f"SELECT {names} FROM '{tmp_path}/authority=E06000001/flag_spells.parquet'")
    cur = records.cursor(built_demo)
    whole = set(cur.execute("SELECT pattern_id, child_id, since, until FROM drift.flag_spells").fetchall())
    assert told == whole and len(told) > 10_000
    again = patterns.run(two, tmp_path, only=["E06000002"], say=lambda _: None)
    assert [one.seconds for one in again] == [0]
