"""The list of published measures is whole, and says truly which are built."""

import csv

import duckdb

from tests.shared import shared_path
from undrift import measures
from undrift.measures import results
from undrift.measures.coverage import coverage


def published() -> list[dict[str, str]]:
    with shared_path("reference", "measures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_published_measure_is_on_the_list_once_and_by_its_own_name() -> None:
    assert [(one.measure_id, one.name) for one in coverage()] == [(r["id"], r["name"]) for r in published()]


def test_what_is_said_to_be_built_is_and_what_is_not_says_why() -> None:
    cards = measures.catalogue()
    for one in coverage():
        assert one.built == (one.measure_id in cards)
        assert bool(one.why_not) is not one.built, one.measure_id


def test_a_built_measure_improves_the_way_the_published_one_does() -> None:
    """The table's own polarity, where it states one and the card does not say why it differs."""
    said = {"higher_better": "higher", "lower_better": "lower", "neither": "neither"}
    for row in published():
        card = measures.catalogue().get(row["id"])
        if card and row["polarity"] in said:
            assert card.better == said[row["polarity"]], row["id"]


def test_a_share_is_published_as_a_share() -> None:
    for row in published():
        card = measures.catalogue().get(row["id"])
        if card and row["unit"] in ("percent", "rate per 10000"):
            assert card.unit == {"percent": "percent", "rate per 10000": "per 10,000"}[row["unit"]], row["id"]


def test_a_clock_few_records_can_hold_is_counted_where_they_do_and_missed_by_nothing_where_they_do_not() -> (
    None
):
    visits = measures.catalogue()["cla_visits_in_time_pct"]
    assert visits.clocks == ("lac_visit_first", "lac_visit_6wk", "lac_visit_3m", "lac_visit_ltf_6m")
    with duckdb.connect() as con:
        con.execute(
            "CREATE SCHEMA clocks; CREATE TABLE clocks.ran (clock_id VARCHAR, why VARCHAR, no_past VARCHAR)"
        )
        con.executemany("INSERT INTO clocks.ran VALUES (?, NULL, NULL)", [[name] for name in visits.clocks])
        con.execute("UPDATE clocks.ran SET why = 'no form' WHERE clock_id = 'lac_visit_ltf_6m'")
        assert results._cannot_run(con, visits) is None
        con.execute("UPDATE clocks.ran SET no_past = 'no past' WHERE clock_id = 'lac_visit_3m'")
        assert results._cannot_run(con, visits) == "no past"
