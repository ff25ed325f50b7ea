"""Children entered twice under two ids, as they really are, and the twins who only look it. Each is listed.

Works on the rows of ssd_person and ssd_address, whatever else was made; numbers and homes are added on request, since
what tells two children apart is mostly those.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from undrift.synthetic.people import FORENAMES
from undrift.synthetic.tables import Row

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
ADDED = "-2"  # no first id ends so


@dataclass(frozen=True)
class SecondId:
    """other_id stands for the same child as child_id; how: what went wrong when it was entered."""

    child_id: str
    other_id: str
    how: str


def numbers_and_homes(people: list[Row], family: Callable[[Row], object], rng: Random) -> list[Row]:
    """Give most of `people` a unique pupil number, and rows of ssd_address, one home a family."""
    homes: dict[object, tuple[str, int]] = {}
    addresses: list[Row] = []
    for person in people:
        if rng.random() < 0.7:
            person["pers_upn"] = f"{rng.choice(LETTERS)}{rng.randrange(10**11, 10**12)}"
        home = homes.setdefault(
            family(person),
            (
                f"IR{rng.randrange(1, 30)}{rng.randrange(1, 10)}{rng.choice(LETTERS)}{rng.choice(LETTERS)}",
                rng.randrange(1, 120),
            ),
        )
        if rng.random() < 0.85:
            addresses.append(_address(str(person["pers_person_id"]), *home))
    return addresses


def _address(person: str, postcode: str, house: int) -> Row:
    return {"addr_table_id": f"A-{person}", "addr_person_id": person, "addr_address_type": "home",
            "addr_address_postcode": postcode, "addr_address_json": f'{{"HOUSE": "{house}"}}'}  # fmt: skip


def plant(
    people: list[Row], addresses: list[Row], rng: Random, how_many: int
) -> tuple[list[SecondId], list[tuple[str, str]]]:
    """Add `how_many` second ids and half as many twins to both lists; returns the second ids, and the twins' pairs."""
    homes = {row["addr_person_id"]: row for row in addresses}
    named = [row for row in people if row["pers_forename"] and row["pers_surname"] and row["pers_dob"]]
    chosen = rng.sample(named, how_many + how_many // 2)
    seconds, twins = [], []
    for nth, person in enumerate(chosen):
        copy = dict(person)
        own = str(person["pers_person_id"])
        copy["pers_person_id"] = f"{own}{ADDED}"
        if nth < how_many:
            how = list(FAULTS)[nth % len(FAULTS)]
            FAULTS[how](copy, rng)
            seconds.append(SecondId(own, str(copy["pers_person_id"]), how))
            # Numbers and homes are looked up by whoever types, and not always found.
            if rng.random() < 0.6 and copy.get("pers_upn"):
                copy["pers_upn"] = None
            with_home = rng.random() < 0.6
        else:
            others = [
                name
                for name in FORENAMES[str(person["pers_sex"])]
                if name[0] != str(person["pers_forename"])[0]
            ]
            copy["pers_forename"] = rng.choice(others)
            if copy.get("pers_upn"):
                copy["pers_upn"] = f"{str(copy['pers_upn'])[:-1]}{(int(str(copy['pers_upn'])[-1]) + 1) % 10}"
            twins.append((own, str(copy["pers_person_id"])))
            with_home = True
        people.append(copy)
        if with_home and (home := homes.get(own)):
            addresses.append(
                home
                | {"addr_table_id": f"A-{copy['pers_person_id']}", "addr_person_id": copy["pers_person_id"]}
            )
    return seconds, twins


def _born(row: Row) -> date:
    born = row["pers_dob"]
    assert isinstance(born, date)
    return born


def _typed_wrong(name: str, rng: Random) -> str:
    at = rng.randrange(1, len(name))
    return rng.choice(
        (
            name[:at] + name[at - 1 :],
            name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
            name[:at] + name[at + 1 :],
        )
    )


def _again(row: Row, rng: Random) -> None:
    """The same particulars, typed again."""


def _misspelt(row: Row, rng: Random) -> None:
    column = rng.choice(("pers_forename", "pers_surname"))
    row[column] = _typed_wrong(str(row[column]), rng)


def _shortened(row: Row, rng: Random) -> None:
    name = str(row["pers_forename"])
    row["pers_forename"] = name[: max(3, len(name) - 2)]


def _surname_changed(row: Row, rng: Random) -> None:
    row["pers_surname"] = f"{row['pers_surname']}-{rng.choice(('Hollis', 'Amber', 'Crane', 'Stone'))}"


def _turned(row: Row, rng: Random) -> None:
    born = _born(row)
    if born.day > 12 or born.day == born.month:  # no other way round to write it
        return _digit(row, rng)
    row["pers_dob"] = date(born.year, born.day, born.month)
    return None


def _digit(row: Row, rng: Random) -> None:
    born = _born(row)
    last = rng.choice([digit for digit in range(10) if digit != born.year % 10])
    row["pers_dob"] = born.replace(year=born.year // 10 * 10 + last, day=min(born.day, 28))


def _noughts(row: Row, rng: Random) -> None:
    own = str(row["pers_person_id"])[: -len(ADDED)]
    row["pers_person_id"] = own.replace("IRW0", "IRW00", 1)


def _unborn(row: Row, rng: Random) -> None:
    row["pers_expected_dob"], row["pers_dob"] = _born(row) + timedelta(days=rng.randrange(-14, 15)), None
    row["pers_forename"], row["pers_sex"], row["pers_upn"] = "Unborn", "U", None


def _names_turned(row: Row, rng: Random) -> None:
    row["pers_forename"], row["pers_surname"] = row["pers_surname"], row["pers_forename"]


FAULTS: dict[str, Callable[[Row, Random], None]] = {
    "typed again": _again,
    "a name misspelt": _misspelt,
    "forename shortened": _shortened,
    "surname changed": _surname_changed,
    "day and month the other way round": _turned,
    "a digit of the date of birth wrong": _digit,
    "noughts lost from the id": _noughts,
    "unborn, then born": _unborn,
    "names the other way round": _names_turned,
}
