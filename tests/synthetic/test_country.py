"""The invented country's files: the same again from the same seed, whole or absent, and as the clocks room reads them."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from benchmarks.country import AS_AT, AUTHORITIES, REFERRALS_A_YEAR, Place, connect, make, places
from undrift.clocks import country
from undrift.journeys.tables import EVENTS, SPELLS

SMALL = Place("E06900001", 90, date(2019, 6, 1), good=0.9, bad=0.6, recovers=0.5, spread=0.1)


def write(out: Path, seed: int = 7) -> Path:
    with connect("500MB", out / "spill") as con:
        make(con, SMALL, out, seed)
    return out


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("country"))


def ask(sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect() as con:
        return con.execute(sql).fetchall()


def rows(folder: Path, name: str) -> str:
    return f"read_parquet('{folder}/{name}/*/part.parquet')"


def test_columns_are_those_of_the_journeys(made: Path) -> None:
    for name, schema in (("events", EVENTS), ("spells", SPELLS)):
        columns = [
            found[0] for found in ask(f"DESCRIBE SELECT * FROM {rows(made, name)}") if found[0] != "authority"
        ]
        assert columns == list(schema)


def test_the_same_seed_makes_the_same_rows(made: Path, tmp_path: Path) -> None:
    again, other = write(tmp_path / "again"), write(tmp_path / "other", seed=8)
    for name in ("events", "spells"):
        differ = f"SELECT count(*) FROM (FROM {rows(made, name)} EXCEPT ALL FROM {rows(again, name)})"
        assert ask(differ) == [(0,)]
    differ = f"SELECT count(*) FROM (FROM {rows(made, 'events')} EXCEPT ALL FROM {rows(other, 'events')})"
    assert ask(differ) != [(0,)]


def test_keys_are_their_own_and_nothing_is_later_than_today(made: Path) -> None:
    repeated = (
        f"SELECT kind, source_key, on_date FROM {rows(made, 'events')} GROUP BY ALL HAVING count(*) > 1"
    )
    assert ask(repeated) == []
    assert ask(f"SELECT kind, spell_id FROM {rows(made, 'spells')} GROUP BY ALL HAVING count(*) > 1") == []
    for name, column in (("events", "on_date"), ("spells", "started_on"), ("spells", "ended_on")):
        ((last,),) = ask(f"SELECT max({column}) FROM {rows(made, name)}")
        assert isinstance(last, date) and last <= AS_AT


def test_every_clock_runs_and_practice_slips_as_given(made: Path, tmp_path: Path) -> None:
    (done,) = country.run(made, tmp_path, say=lambda _: None)
    assert done.instances > 3000
    ((before, after),) = ask(
        f"""SELECT avg((stopped_on <= due_on)::INT) FILTER (WHERE due_on < DATE '2019-06-01'),
                   avg((stopped_on <= due_on)::INT) FILTER (WHERE due_on BETWEEN '2019-07-01' AND '2021-11-01')
            FROM '{tmp_path}/authority={SMALL.code}/instances.parquet' WHERE clock_id = 'cp_visit' AND stopped_on IS NOT NULL"""
    )
    assert isinstance(before, float) and isinstance(after, float)
    assert before > after + 0.08


def test_the_country_is_as_large_as_england() -> None:
    chosen = places(1, AUTHORITIES)
    assert len({place.code for place in chosen}) == AUTHORITIES
    assert abs(sum(place.referrals for place in chosen) - REFERRALS_A_YEAR) < AUTHORITIES
    assert max(place.referrals for place in chosen) > 8 * min(place.referrals for place in chosen)
