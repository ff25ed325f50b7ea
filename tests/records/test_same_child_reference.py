"""The reading of each feature of a pair, worked out a second time in plain Python, slowly, from the definition's words.

Nothing here uses the engine's SQL. The cases, planted second ids and generated near misses hold the two equal.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import Any

import duckdb
import pytest

from tests.records.people import database, irwell
from tests.records.test_same_child import CASES, _rows
from undrift.records import links
from undrift.records.links.definition import definition
from undrift.records.links.weigh import _comparison, compare
from undrift.synthetic.second_ids import plant
from undrift.synthetic.tables import Row

NOT_NAMES = ("unborn", "baby", "bump", "unknown", "not known", "child", "infant")
SOUNDS = {c: n for n, letters in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), 1) for c in letters}


@dataclass(frozen=True)
class Child:
    """What is compared of one record; None for what is not held."""

    id: str
    legacy_id: str | None
    forename: str | None
    surname: str | None
    sex: str | None
    born: date | None
    due: date | None
    upn: str | None
    health_number: str | None
    postcode: str | None
    house: str | None

    @classmethod
    def of(cls, person: Mapping[str, Any], homes: list[Row]) -> "Child":
        forename = folded(person.get("pers_forename"))
        if forename and any(re.match(rf"{word}\b", forename) for word in NOT_NAMES):
            forename = None
        home = home_of(homes)
        parts = json.loads(str(home.get("addr_address_json") or "{}"))
        house = " ".join(
            str(parts[name]) for name in ("FLAT", "HOUSE", "BUILDING") if parts.get(name) is not None
        )
        return cls(
            id=person["pers_person_id"],
            legacy_id=(person.get("pers_legacy_id") or "").strip() or None,
            forename=forename,
            surname=folded(person.get("pers_surname")),
            sex=person.get("pers_sex") if person.get("pers_sex") in ("M", "F") else None,
            born=person.get("pers_dob"),
            due=None if person.get("pers_dob") else person.get("pers_expected_dob"),
            upn=numbered(person.get("pers_upn")),
            health_number=numbered(person.get("pers_single_unique_id")) or numbered(person.get("pers_common_child_id")),
            postcode=numbered(home.get("addr_address_postcode")),
            house=house.lower() or None,
        )  # fmt: skip


def home_of(homes: list[Row]) -> Mapping[str, Any]:
    """Where the child lives now, or lived last; a placement is nobody's own home."""
    own = [home for home in homes if "placement" not in str(home.get("addr_address_type") or "").lower()]
    own.sort(key=lambda home: str(home["addr_table_id"]))
    own.sort(key=lambda home: str(home.get("addr_address_start_date") or ""), reverse=True)
    own.sort(key=lambda home: home.get("addr_address_end_date") is not None)
    return own[0] if own else {}


def folded(said: object) -> str | None:
    letters = unicodedata.normalize("NFD", str(said or "")).lower()
    return " ".join(re.findall("[a-z]+", "".join(c for c in letters if not unicodedata.combining(c)))) or None


def numbered(said: object) -> str | None:
    return "".join(re.findall("[0-9A-Za-z]", str(said or ""))).upper() or None


def sound(name: str) -> str:
    """The first letter, then a figure for each later one that sounds otherwise than the one before; an h, a w or a space
    is passed over, and a vowel parts what it stands between."""
    heard, before = name[0], None
    for letter in name[1:]:
        if letter in "hw ":
            continue
        figure = SOUNDS.get(letter)
        if figure is not None and figure != before:
            heard += str(figure)
        before = figure
    return heard


def jaro_winkler(one: str, other: str) -> float:
    reach = max(max(len(one), len(other)) // 2 - 1, 0)
    taken: set[int] = set()
    matched: list[tuple[int, int]] = []
    for i, letter in enumerate(one):
        for j in range(max(0, i - reach), min(len(other), i + reach + 1)):
            if j not in taken and other[j] == letter:
                taken.add(j)
                matched.append((i, j))
                break
    if not matched:
        return 0.0
    pairs = zip([one[i] for i, _ in matched], [other[j] for j in sorted(taken)], strict=True)
    turned = sum(a != b for a, b in pairs) // 2
    m = len(matched)
    jaro = (m / len(one) + m / len(other) + (m - turned) / m) / 3
    prefix = next(
        (n for n in range(min(4, len(one), len(other))) if one[n] != other[n]), min(4, len(one), len(other))
    )
    return jaro + prefix * 0.1 * (1 - jaro) if jaro > 0.7 else jaro


def one_slip(one: str, other: str) -> bool:
    """One character put in, left out or changed, or two neighbours changed over."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        differ = [n for n in range(len(one)) if one[n] != other[n]]
        if len(differ) == 2 and differ[1] == differ[0] + 1:
            return one[differ[0]] == other[differ[1]] and one[differ[1]] == other[differ[0]]
        return len(differ) == 1
    short, long = sorted((one, other), key=len)
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def turned(a: Child, b: Child) -> bool:
    return a.forename == b.surname and a.surname == b.forename


def alike(one: str, other: str, least: float) -> bool:
    return jaro_winkler(one, other) >= least or sound(one) == sound(other)


def forename(a: Child, b: Child) -> int | None:
    """Which of the definition's levels, from 0; None when there is nothing to compare."""
    if not a.forename or not b.forename:
        return None
    if a.forename == b.forename:
        return 0
    if turned(a, b):
        return 1
    short, long = sorted((a.forename, b.forename), key=len)
    part = len(short) >= 3 and long.startswith(short)
    return 2 if part or alike(a.forename, b.forename, 0.88) else 3


def surname(a: Child, b: Child) -> int | None:
    if not a.surname or not b.surname:
        return None
    if a.surname == b.surname:
        return 0
    if turned(a, b):
        return 1
    share = set(a.surname.split()) & set(b.surname.split())
    return 2 if share or alike(a.surname, b.surname, 0.92) else 3


def born(a: Child, b: Child) -> int | None:
    one, other = a.born or a.due, b.born or b.due
    if one is None or other is None:
        return None
    if a.born and b.born:
        if a.born == b.born:
            return 0
        if (a.born.year, a.born.day, a.born.month) == (b.born.year, b.born.month, b.born.day):
            return 1
        figures = zip(f"{a.born:%d%m%Y}", f"{b.born:%d%m%Y}", strict=True)
        return 2 if sum(x != y for x, y in figures) == 1 else 4
    return 3 if abs(one - other) <= timedelta(days=42) else 4


def number(one: str | None, other: str | None) -> int | None:
    if not one or not other:
        return None
    return 0 if one == other else 1 if one_slip(one, other) else 2


def home(a: Child, b: Child) -> int | None:
    if not a.postcode or not b.postcode:
        return None
    if a.postcode != b.postcode:
        return 2
    return 0 if a.house is not None and a.house == b.house else 1


def without_noughts(id_: str) -> str:
    letters = re.match("[A-Z]*", id_.upper())
    assert letters is not None
    return letters[0] + id_.upper()[letters.end() :].lstrip("0")


def identifier(a: Child, b: Child) -> int:
    if without_noughts(a.id) == without_noughts(b.id):
        return 0
    earlier = a.legacy_id == b.id or b.legacy_id == a.id or (a.legacy_id and a.legacy_id == b.legacy_id)
    return 1 if earlier else 2


def readings(a: Child, b: Child) -> dict[str, int | None]:
    return {
        "forename": forename(a, b),
        "surname": surname(a, b),
        "born": born(a, b),
        "upn": number(a.upn, b.upn),
        "health_number": number(a.health_number, b.health_number),
        "sex": None if not a.sex or not b.sex else int(a.sex != b.sex),
        "home": home(a, b),
        "id": identifier(a, b),
    }


# The engine's


def engine(con: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], dict[str, int | None]]:
    """For every pair, the lesser id first, which level each feature's SQL says: what Splink is given, run as it stands."""
    names = [row[0] for row in con.execute("DESCRIBE links.compared").fetchall()]
    sides = ", ".join(f"{side}.{name} AS {name}_{side}" for side in "lr" for name in names)
    said = []
    for feature in definition().features:
        null, *levels = _comparison(feature)["comparison_levels"]
        tests = "".join(f" WHEN {one['sql_condition']} THEN {n}" for n, one in enumerate(levels[:-1]))
        said.append(
            f"CASE WHEN {null['sql_condition']} THEN NULL{tests} ELSE {len(levels) - 1} END AS {feature.name}"
        )
    rows = con.sql(
        f"""SELECT child_id_l, child_id_r, {", ".join(said)} FROM (
                SELECT {sides} FROM links.compared AS l JOIN links.compared AS r ON l.child_id < r.child_id)"""
    ).fetchall()
    titles = [feature.name for feature in definition().features]
    return {(row[0], row[1]): dict(zip(titles, row[2:], strict=True)) for row in rows}


def near_misses(chance: Random) -> Iterator[Row]:
    """Children of few names, days and numbers, each a slip or two from another."""
    names = ["Ada", "Adam", "Aida", "Zoë", "Zoe", "Wright", "Hrishi", "Rishi", "Mary-Ann", "Mary Ann", "O'Farrow", "Ofarrow",
             "Quibell", "Quible", "Quibell Stone", "Baby", "Unborn", "Babyface", "Pfister", "Fister", "Ashcroft", "Ascroft", "Jo",
             "Joanna", "Tymczak", "Whythe", "Wythe"]  # fmt: skip
    yield {"pers_person_id": "N1"}  # of whom nothing is held
    for n in range(110):
        # Few days, so that turned, neighbouring and one-figure-apart dates meet.
        day = date(2014, chance.choice([3, 4, 9, 12]), chance.choice([3, 4, 9, 12, 13]))
        due = chance.random() < 0.2
        number = chance.choice(
            ["A123456789012", "A123456798012", "A12345678901", "B123456789012", "A123 456789012", ""]
        )
        yield {
            "pers_person_id": chance.choice([f"K{n}", f"k00{n}x", f"000{n}y"]), "pers_legacy_id": chance.choice([None, " ", "K7", "OLD1"]),
            "pers_forename": chance.choice([*names, None]), "pers_surname": chance.choice([*names, None]),
            "pers_sex": chance.choice(["M", "F", "U", None]), "pers_dob": None if due else day,
            "pers_expected_dob": day + timedelta(days=chance.choice([-43, -42, 0, 42])) if due else None,
            "pers_upn": number or None, "pers_common_child_id": chance.choice([None, "999 000 1112", "9990001121", "9990001112", "8885554443"]),
        }  # fmt: skip


@pytest.fixture(scope="module")
def population() -> tuple[list[Row], list[Row]]:
    people, homes = irwell(0.006)
    people, homes = people[:60], list(homes)
    chance = Random(5)
    plant(people, homes, chance, 20, twins=6)
    for nth, case in enumerate(CASES):
        for side in "ab":
            person, where = _rows(case[side], nth)
            people.append(person)
            homes += [where] if where else []
    for person in near_misses(chance):
        people.append(person)
        for kind in chance.choice([[], ["HOME"], ["HOME", "HOME"], ["PLACEMENT"]]):
            homes.append({
                "addr_table_id": f"H{len(homes)}", "addr_person_id": person["pers_person_id"], "addr_address_type": kind,
                "addr_address_postcode": chance.choice(["IR1 1AA", "ir11aa", "IR2 2BB", None]),
                "addr_address_json": chance.choice(['{"HOUSE": "4"}', '{"FLAT": "4"}', '{"HOUSE": "5A"}', "{}", None]),
                "addr_address_start_date": chance.choice([date(2020, 1, 1), date(2021, 1, 1), None]),
                "addr_address_end_date": chance.choice([date(2022, 1, 1), None]),
            })  # fmt: skip
    return people, homes


def test_every_pair_reads_as_the_words_say(population: tuple[list[Row], list[Row]]) -> None:
    people, homes = population
    children = {
        str(person["pers_person_id"]): Child.of(person, [h for h in homes if h["addr_person_id"] == person["pers_person_id"]])
        for person in people
    }  # fmt: skip
    assert len(children) == len(people)
    with database(ssd_person=people, ssd_address=homes) as con:
        compare(con)
        found = engine(con)
    assert len(found) == len(people) * (len(people) - 1) // 2
    read: Counter[tuple[str, int | None]] = Counter()
    for one, other in combinations(sorted(children, key=str.encode), 2):
        slow = readings(children[one], children[other])
        assert found[one, other] == slow, (children[one], children[other])
        read.update(slow.items())
    # Every level of every feature is read of some pair, and not held where that can be.
    levels = {(f.name, n) for f in definition().features for n in range(len(f.levels))}
    assert levels <= read.keys()
    assert {name for name, level in read if level is None} == {f.name for f in definition().features} - {"id"}


def test_what_is_suggested_says_what_the_words_say(population: tuple[list[Row], list[Row]]) -> None:
    """And so it does when Splink has done the comparing."""
    people, homes = population
    by_id = {str(person["pers_person_id"]): person for person in people}
    with database(ssd_person=people, ssd_address=homes) as con:
        links.build(con, ())
        suggested = links.suggestions(con)
    assert len(suggested) > 20
    for pair in suggested:
        a, b = (
            Child.of(by_id[i], [h for h in homes if h["addr_person_id"] == i]) for i in (pair.child_id, pair.other_id)
        )  # fmt: skip
        slow = readings(a, b)
        for told, feature in zip(pair.features, definition().features, strict=True):
            level = slow[feature.name]
            assert told.reading == ("not held" if level is None else feature.levels[level].reading), (
                pair,
                told,
            )
