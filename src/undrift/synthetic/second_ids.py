"""Children entered twice under two ids, as they really are, and the twins who only look it. Each is listed.

A second id has the person's row and sometimes their home, and nothing else: it was opened and never used again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from undrift.synthetic.people import FORENAMES
from undrift.synthetic.tables import Row

AGAIN, NOUGHTS = "typed again", "noughts lost from the id"
AREAS = ("IRW", "IRS", "IRB")  # what ids begin with


@dataclass(frozen=True)
class SecondId:
    """other_id stands for the same child as child_id; how: what went wrong when it was entered."""

    child_id: str
    other_id: str
    how: str


def plant(
    people: list[Row], addresses: list[Row], rng: Random, how_many: int, twins: int = 0
) -> tuple[list[SecondId], list[tuple[str, str]]]:
    """Add second ids, and twins, to both lists; returns the second ids, and each twin's id beside the other's."""
    homes = {row["addr_person_id"]: row for row in addresses}
    named = [row for row in people if row["pers_forename"] and row["pers_surname"] and row["pers_dob"]]
    taken = {str(row["pers_person_id"]) for row in people}
    free = (number for number in count() if not any(f"{area}8{number:05d}" in taken for area in AREAS))
    seconds, two = [], []
    for nth, person in enumerate(rng.sample(named, how_many + twins)):
        copy, own = dict(person), str(person["pers_person_id"])
        copy["pers_person_id"], copy["pers_legacy_id"] = f"{own[:3]}8{next(free):05d}", None
        copy["_lost"] = own[:3] + own[3:].lstrip("0")
        if nth < how_many:
            how = list(FAULTS)[nth % len(FAULTS)]
            if how == NOUGHTS and copy["_lost"] in taken:
                how = AGAIN
            FAULTS[how](copy, rng)
            seconds.append(SecondId(own, str(copy["pers_person_id"]), how))
            # Numbers and homes are looked up by whoever types, and not always found.
            if rng.random() < 0.6:
                copy["pers_upn"] = None
            with_home = rng.random() < 0.6
        else:
            first = str(person["pers_forename"])[0]
            copy["pers_forename"] = rng.choice(
                [n for n in FORENAMES[str(person["pers_sex"])] if n[0] != first]
            )
            if number := copy.get("pers_upn"):
                copy["pers_upn"] = f"{str(number)[:-1]}{(int(str(number)[-1]) + 1) % 10}"
            two.append((own, str(copy["pers_person_id"])))
            with_home = True
        del copy["_lost"]
        people.append(copy)
        if with_home and (home := homes.get(own)):
            new = copy["pers_person_id"]
            addresses.append(home | {"addr_table_id": f"AD{new}", "addr_person_id": new})
    return seconds, two


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
    row["pers_person_id"] = row["_lost"]


def _unborn(row: Row, rng: Random) -> None:
    row["pers_expected_dob"], row["pers_dob"] = _born(row) + timedelta(days=rng.randrange(-14, 15)), None
    row["pers_forename"], row["pers_sex"], row["pers_upn"] = "Unborn", "U", None


def _names_turned(row: Row, rng: Random) -> None:
    row["pers_forename"], row["pers_surname"] = row["pers_surname"], row["pers_forename"]


FAULTS: dict[str, Callable[[Row, Random], None]] = {
    AGAIN: _again,
    "a name misspelt": _misspelt,
    "forename shortened": _shortened,
    "surname changed": _surname_changed,
    "day and month the other way round": _turned,
    "a digit of the date of birth wrong": _digit,
    NOUGHTS: _noughts,
    "unborn, then born": _unborn,
    "names the other way round": _names_turned,
}
