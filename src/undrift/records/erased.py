"""Whose data has been erased: remembered by a keyed hash, so that an old file cannot bring a person back unseen."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from undrift.engines.apart import in_memory
from undrift.errors import UserError
from undrift.records.about import MENTIONS, about, naming
from undrift.records.turn import write_whole
from undrift.returns import Issue
from undrift.returns.words import counted


@dataclass(frozen=True)
class Remembered:
    """An erasure that holds: its id and its day."""

    id: str
    on: date


def folder(home: Path) -> Path:
    return home / "erasures"


def mark(home: Path, authority: str, person: str) -> str:
    """The salted hash by which an erased person is known again. Only within a writer's turn the first time."""
    place = folder(home) / "salt"
    if not place.exists():
        write_whole(place, secrets.token_hex(32))
    salt = bytes.fromhex(place.read_text(encoding="utf-8"))
    return hmac.new(salt, f"{authority}\0{person}".encode(), hashlib.sha256).hexdigest()


def acts(home: Path) -> list[dict[str, Any]]:
    """Every erasure recorded, oldest first, and any that was cut short and is to be finished."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in folder(home).glob("[!.]*.json")]
    return sorted(found + pending(home), key=lambda act: (act["at"], act["id"]))


def pending(home: Path) -> list[dict[str, Any]]:
    """Erasures begun and not done: unlike those done, each still names the people, to be finished."""
    return [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((folder(home) / "pending").glob("[!.]*.json"))
    ]


def remembered(home: Path, authority: str) -> dict[str, Remembered]:
    """The marks of everybody erased from an authority's records and not let back."""
    return {
        each: Remembered(act["id"], datetime.fromisoformat(act["at"]).date())
        for act in acts(home)
        if act["authority"] == authority and not act.get("lifted")
        for each in act["marks"]
    }


def lift(home: Path, act_id: str, *, by: str, reason: str, at: datetime) -> None:
    """Let the people of an erasure be loaded again, for a reason that is kept. UserError for no such erasure."""
    path = folder(home) / f"{Path(act_id).name}.json"
    if not path.exists():
        raise UserError(f"There is no erasure {act_id}.", try_="List them with: undrift erase --list")
    act = json.loads(path.read_text(encoding="utf-8"))
    write_whole(
        path, json.dumps(act | {"lifted": {"by": by, "reason": reason, "at": at.isoformat()}}, indent=2)
    )


def without_erased(
    home: Path, authority: str, tables: Mapping[str, pa.Table]
) -> tuple[dict[str, pa.Table], list[Issue], set[tuple[str, str, int]]]:
    """`tables` less every row about somebody erased; what was held back, in counts; and where those rows stood."""
    known = remembered(home, authority)
    if not known:
        return dict(tables), [], set()
    people: dict[Remembered, list[str]] = {}
    for person in _people(tables):
        if (hashed := mark(home, authority, person)) in known:
            people.setdefault(known[hashed], []).append(person)
    kept, issues, places = dict(tables), list[Issue](), set[tuple[str, str, int]]()
    with in_memory() as con:
        for name, table in tables.items():
            con.register(name, table)
        for name, table in tables.items():
            condition = about(name, lambda other: other if other in tables else None)
            if condition is None or "$people" not in condition:
                continue
            gone: set[int] = set()
            for act, erased in people.items():
                sql = f"SELECT n - 1 FROM (SELECT *, row_number() OVER () AS n FROM {name}) WHERE {condition}"
                theirs = {at for (at,) in con.execute(sql, {"people": erased}).fetchall()}
                where = [_place(table, at) for at in theirs]
                gone |= theirs
                places |= set(where)
                issues += _issues(where, act)
            if gone:
                kept[name] = table.filter(pa.array([at not in gone for at in range(table.num_rows)]))
            kept[name] = unmentioned(
                name, kept[name], [person for each in people.values() for person in each]
            )
    return kept, issues, places


def unmentioned(name: str, table: pa.Table, people: Sequence[str]) -> pa.Table:
    """`table` with every cell emptied in which somebody else's row names one of `people`; the row stays."""
    for column in MENTIONS.get(name, ()):
        theirs = pc.is_in(table.column(column), value_set=pa.array(list(people), pa.string()))
        emptied = pc.if_else(theirs, pa.scalar(None, pa.string()), table.column(column))
        table = table.set_column(table.column_names.index(column), column, emptied)
    return table


def _place(table: pa.Table, at: int) -> tuple[str, str, int]:
    return tuple(table.column(name)[at].as_py() for name in ("_file", "_sheet", "_row"))


def _people(tables: Mapping[str, pa.Table]) -> set[str]:
    return {
        person
        for name, table in tables.items()
        for column in (*naming(name), *MENTIONS.get(name, ()))
        for person in table.column(column).unique().to_pylist()
        if person is not None
    }


def _issues(places: Iterable[tuple[str, str, int]], act: Remembered) -> list[Issue]:
    counts: dict[tuple[str, str], int] = {}
    for file, sheet, _ in places:
        counts[file, sheet] = counts.get((file, sheet), 0) + 1
    # No row number: it would say who it is to anybody who has the file.
    return [
        Issue(
            file=file,
            sheet=sheet,
            row=None,
            column="",
            what=f"{counted(count, 'row')} about somebody whose data was erased on {act.on:%d/%m/%Y}: held back.",
            try_=f"If the person's data must be held again, say why: undrift erase --lift {act.id}",
            code="person_erased",
            severity="held back",
        )
        for (file, sheet), count in counts.items()
    ]
