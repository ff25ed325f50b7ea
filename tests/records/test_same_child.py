"""Which ids are suggested as one child, and what is said of each pair: the definition's cases, and planted pairs."""

import csv
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import duckdb
import pytest

from tests.records.people import database, irwell
from undrift.records import links
from undrift.records.links import SameChild, Suggestion
from undrift.records.links.siblings import FAMILY, SUGGESTED
from undrift.synthetic.second_ids import SecondId, plant
from undrift.synthetic.tables import Row

PERSON = {"id": "pers_person_id", "forename": "pers_forename", "surname": "pers_surname", "sex": "pers_sex",
          "born": "pers_dob", "due": "pers_expected_dob", "upn": "pers_upn", "nhs": "pers_common_child_id",
          "legacy": "pers_legacy_id"}  # fmt: skip


def _rows(text: str, case: int) -> tuple[Row, Row | None]:
    said = dict(part.split("=", 1) for part in re.split(r" (?=\w+=)", text))
    # Ids are made the case's own, at the end, where noughts at the front are left as they are.
    said["id"] += f"-{case}"
    if "legacy" in said:
        said["legacy"] += f"-{case}"
    home = None
    if "postcode" in said:
        home = {"addr_table_id": said["id"], "addr_person_id": said["id"], "addr_address_postcode": said["postcode"],
                "addr_address_json": f'{{"HOUSE": "{said["house"]}"}}'}  # fmt: skip
    person: Row = {column: said.get(name) for name, column in PERSON.items()}
    for column in ("pers_dob", "pers_expected_dob"):
        person[column] = date.fromisoformat(str(person[column])) if person[column] else None
    # Each case's people have a surname and numbers of their own, so that no two cases meet.
    return person, home


CASES = list(
    csv.DictReader((Path(__file__).parent / "same_child_cases.csv").read_text(encoding="utf-8").splitlines())
)


@pytest.fixture(scope="module")
def background() -> list[Row]:
    people, _ = irwell(0.05)
    return people


@pytest.mark.parametrize("nth", range(len(CASES)), ids=[case["why"] for case in CASES])
def test_case(nth: int, background: list[Row]) -> None:
    case = CASES[nth]
    pair = [_rows(case[side], nth) for side in "ab"]
    with database(
        ssd_person=[*background, *(person for person, _ in pair)],
        ssd_address=[home for _, home in pair if home],
    ) as con:
        links.build(con, ())
        one, other = (str(person["pers_person_id"]) for person, _ in pair)
        found = links.suggestion(con, one, other)
    assert (found is not None) is (case["suggested"] == "yes")
    if found:
        reads = {compared.feature: compared.reading for compared in found.features}
        for said in filter(None, case["reads"].split("; ")):
            feature, _, reading = said.partition(" ")
            assert reads[feature] == reading, said


def test_every_level_bears_load() -> None:
    """Each reading of each feature is the one some case expects."""
    read = {tuple(said.split(" ", 1)) for case in CASES for said in filter(None, case["reads"].split("; "))}
    levels = {(f.name, level.reading) for f in links.definition().features for level in f.levels}
    assert levels - read <= {
        ("sex", "differs"), ("upn", "differs"), ("born", "differs"), ("home", "differs"), ("home", "nearly"),
        ("health_number", "differs"), ("health_number", "nearly"), ("id", "differs"),
    }  # fmt: skip


def test_each_feature_is_told_in_words_and_no_number_is_kept() -> None:
    with database(
        ssd_person=[
            {
                "pers_person_id": one,
                "pers_forename": "Ada",
                "pers_surname": "Quibell",
                "pers_dob": date(2014, 3, 9),
            }
            for one in ("K1", "K2")
        ]
    ) as con:
        links.build(con, ())
        (found,) = links.suggestions(con)
        columns = con.execute(
            "SELECT column_name FROM duckdb_columns() WHERE schema_name = 'links' AND data_type IN ('DOUBLE', 'FLOAT')"
        ).fetchall()
    assert [one.feature for one in found.features] == [
        feature.name for feature in links.definition().features
    ]
    told = {one.feature: one for one in found.features}
    assert told["born"].says == "the same date of birth"
    assert told["born"].speaks == "speaks very strongly for one child"
    assert told["upn"].reading == "not held"
    assert told["upn"].speaks == "says nothing"
    assert columns == []


def test_what_is_common_says_less_than_what_is_rare(background: list[Row]) -> None:
    def speaks(surname: str) -> str:
        people = [
            {
                "pers_person_id": one,
                "pers_forename": "Thea",
                "pers_surname": surname,
                "pers_sex": "F",
                "pers_dob": date(2014, 3, 9),
            }
            for one in ("K1", "K2")
        ]
        with database(ssd_person=[*background, *people]) as con:
            links.build(con, ())
            found = links.suggestion(con, "K1", "K2")
        assert found is not None
        return next(one.speaks for one in found.features if one.feature == "surname")

    common = str(background[0]["pers_surname"])
    assert speaks(common) == "speaks strongly for one child"
    assert speaks("Quibell") == "speaks very strongly for one child"


@pytest.fixture(scope="module")
def planted() -> Iterator[tuple[duckdb.DuckDBPyConnection, list[SecondId], list[tuple[str, str]]]]:
    people, homes = irwell(0.1)
    seconds, twins = plant(people, homes, Random(11), 90, twins=45)
    with database(ssd_person=people, ssd_address=homes) as con:
        links.build(con, ())
        yield con, seconds, twins


def test_planted_second_ids_are_found_and_little_else(
    planted: tuple[duckdb.DuckDBPyConnection, list[SecondId], list[tuple[str, str]]],
) -> None:
    con, seconds, twins = planted
    found = links.suggestions(con)
    pairs = {(one.child_id, one.other_id) for one in found}
    truth = {tuple(sorted((one.child_id, one.other_id))): one.how for one in seconds}
    assert len(truth) == 90
    right = pairs & truth.keys()
    assert len(right) / len(truth) >= 0.85, sorted(set(truth.values()) - {truth[one] for one in right})
    assert len(right) / len(pairs) >= 0.85
    assert not pairs & {tuple(sorted(pair)) for pair in twins}, "a twin is not a second id"


def test_the_strongest_come_first(
    planted: tuple[duckdb.DuckDBPyConnection, list[SecondId], list[tuple[str, str]]],
) -> None:
    order = ["strongly suggested", "suggested", "worth a look"]
    found = [order.index(one.how) for one in links.suggestions(planted[0])]
    assert found == sorted(found)
    assert set(found) == {0, 1, 2}


def test_the_same_records_are_told_the_same_way_whatever_order_they_came_in(background: list[Row]) -> None:
    def told(people: list[Row]) -> list[Suggestion]:
        with database(ssd_person=people) as con:
            links.build(con, ())
            return links.suggestions(con)

    again = [*background, *(row | {"pers_person_id": f"{row['pers_person_id']}7"} for row in background[:20])]
    first = told(again)
    assert len(first) >= 20
    assert told(again[::-1]) == first


SIBLING_HOME = {"addr_address_postcode": "IR11AA", "addr_address_json": '{"HOUSE": "4"}'}


def _family(**change: object) -> dict[str, list[Row]]:
    people = [
        {"pers_person_id": one, "pers_forename": one, "pers_surname": "Quibell"}
        for one in ("Ada", "Ben", "Cy")
    ]
    homes = [SIBLING_HOME | {"addr_table_id": one, "addr_person_id": one} for one in ("Ada", "Ben", "Cy")]
    referrals = [
        {"cine_referral_id": one, "cine_person_id": one, "cine_referral_date": day}
        for one, day in (("Ada", date(2026, 1, 5)), ("Ben", date(2026, 1, 5)), ("Cy", date(2026, 2, 5)))
    ]
    given = {"ssd_person": people, "ssd_address": homes, "ssd_cin_episodes": referrals, "ssd_family": []}
    return given | change  # type: ignore[return-value]


def _siblings(same_child: tuple[SameChild, ...] = (), **change: object) -> list[tuple[str, ...]]:
    with database(**_family(**change)) as con:
        links.build(con, same_child)
        return con.execute("SELECT * FROM links.siblings").fetchall()


def test_siblings_are_suggested_by_surname_home_and_a_referral_on_the_same_day() -> None:
    assert _siblings() == [("Ada", "Ben", SUGGESTED), ("Ben", "Ada", SUGGESTED)]
    assert _siblings(ssd_address=[]) == [], "without a home there is nothing to go by"


def test_families_in_the_records_are_believed_before_any_suggestion() -> None:
    family = [{"fami_table_id": one, "fami_family_id": "F", "fami_person_id": one} for one in ("Ada", "Cy")]
    assert _siblings(ssd_family=family) == [("Ada", "Cy", FAMILY), ("Cy", "Ada", FAMILY)]


def test_one_child_under_two_ids_is_nobodys_sibling_of_its_own() -> None:
    assert _siblings((SameChild("Ben", "Ada"),)) == []
    assert _siblings((SameChild("Ben", "Cy"),)) == [("Ada", "Cy", SUGGESTED), ("Cy", "Ada", SUGGESTED)]


def test_nothing_but_a_build_imports_the_linkage_library() -> None:
    said = "import sys, undrift.pipeline, undrift.records.links, undrift.web.store; assert 'splink' not in sys.modules"
    subprocess.run([sys.executable, "-c", said], check=True)
