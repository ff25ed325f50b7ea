"""Where a child is placed, told from the records: how far from home, and whether in the authority's own area."""

import duckdb
import pytest

from tests.journeys.giving import D, born, empty, episode, give, spells
from undrift import journeys
from undrift.engines.kept import compiled
from undrift.journeys.held import not_held
from undrift.measures import facts
from undrift.measures.facts import FACTS


@pytest.fixture
def con() -> duckdb.DuckDBPyConnection:
    made = empty()
    born(made, D(2015, 1, 1))
    episode(made, "E1", D(2024, 1, 10), None)
    return made


def _placed(con: duckdb.DuckDBPyConnection, key: str, miles: float | None, *said: str | None) -> None:
    give(con, "ssd_cla_placement", clap_cla_placement_id=key, clap_person_id="c", clap_cla_id="L1",
         clap_cla_placement_start_date=D(2024, 1, 10), clap_cla_placement_distance=miles)  # fmt: skip
    for n, location in enumerate(said):
        give(con, "local_placement_areas", plar_id=f"{key}{n}", plar_person_id="c", plar_placement_id=key,
             plar_location=location)  # fmt: skip


def _told(con: duckdb.DuckDBPyConnection, column: str) -> dict[str, object]:
    journeys.build(con)
    rows = compiled(facts.rows, "located_placements")
    return dict(con.execute(f"SELECT source_key, {column} FROM ({rows})").fetchall())


def test_a_distance_that_could_not_be_worked_out_is_none(con: duckdb.DuckDBPyConnection) -> None:
    for key, miles in (("near", 20), ("far", 20.5), ("unknown", 999.9), ("blank", None)):
        _placed(con, key, miles)
    assert _told(con, "distance") == {"near": 20, "far": 20.5, "unknown": None, "blank": None}
    # And it does not raise the flag of one placed far from home
    assert spells(con, "placed_far", "spell_id") == [("far",)]


def test_a_placement_is_in_or_out_only_where_the_records_say_so_with_one_voice(
    con: duckdb.DuckDBPyConnection,
) -> None:
    _placed(con, "in", 5, "In")
    _placed(con, "twice", 5, "Out", "Out")
    _placed(con, "both", 5, "In", "Out")
    _placed(con, "blank", 5, None)
    _placed(con, "unsaid", 5)
    assert _told(con, "location") == {"in": "In", "twice": "Out", "both": None, "blank": None, "unsaid": None}


def test_without_the_areas_the_share_outside_is_not_told_and_the_rest_of_placements_is() -> None:
    held = {name: "all" for fact in FACTS.values() for name in fact.tables} | {"local_placement_areas": None}
    assert "where placements are" in str(not_held(FACTS["located_placements"].tables, held))
    assert not_held(FACTS["placements"].tables, held) is None
