"""Which two ids a person has said are one child: kept as a small file beside the loads, read by every build.

The decisions themselves, with who, when and why, are in the database of what people write (`undrift.identity`), which
writes this file again after each. It can always be made again from there.
"""

import csv
import os
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from undrift.records.turn import flush


@dataclass(frozen=True, order=True)
class SameChild:
    """child_id is the same child as kept_id, under which the journey stands."""

    child_id: str
    kept_id: str


def _file(home: Path) -> Path:
    return home / "links" / "same_child.csv"


def confirmed(home: Path) -> tuple[SameChild, ...]:
    """Every pair confirmed, sorted; none before the first."""
    try:
        with _file(home).open(encoding="utf-8", newline="") as file:
            return tuple(SameChild(row["child_id"], row["kept_id"]) for row in csv.DictReader(file))
    except FileNotFoundError:
        return ()


def keep_confirmed(home: Path, pairs: Iterable[SameChild]) -> None:
    """Write the file again, whole or not at all."""
    path = _file(home)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    with beside.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("child_id", "kept_id"))
        writer.writerows((pair.child_id, pair.kept_id) for pair in sorted(pairs))
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
    flush(path.parent)


def groups(pairs: Iterable[SameChild]) -> list[set[str]]:
    """The ids that are one child: a pair of a pair is of the group too."""
    found: list[set[str]] = []
    for pair in pairs:
        both = {pair.child_id, pair.kept_id}
        touching = [group for group in found if group & both]
        found = [group for group in found if not group & both] + [both.union(*touching)]
    return found


def settle(pairs: Iterable[SameChild], held: set[str]) -> list[SameChild]:
    """Each held id that is joined, to the one id its journey stands under: chains followed, ids not held left out.

    Where people kept two ids of one group, or the kept id is not held, the first by name is kept.
    """
    pairs = tuple(pairs)
    given_up = {pair.child_id for pair in pairs}
    settled = []
    for group in groups(pairs):
        here = group & held
        if here:
            kept = min(here - given_up or here)
            settled += [SameChild(child_id, kept) for child_id in here - {kept}]
    return sorted(settled)


def create(con: duckdb.DuckDBPyConnection, pairs: Iterable[SameChild] = ()) -> None:
    """Table `links.same_child` (child_id, kept_id) from the pairs confirmed, of the children the records hold."""
    con.execute("CREATE SCHEMA IF NOT EXISTS links")
    con.execute(
        "CREATE OR REPLACE TABLE links.same_child (child_id VARCHAR PRIMARY KEY, kept_id VARCHAR NOT NULL)"
    )
    pairs = tuple(pairs)
    ids = sorted(set().union(*groups(pairs)))
    held = con.execute(
        "SELECT DISTINCT pers_person_id FROM records.ssd_person WHERE list_contains($ids, pers_person_id)",
        {"ids": ids},
    ).fetchall()
    for pair in settle(pairs, {row[0] for row in held}):
        con.execute("INSERT INTO links.same_child VALUES (?, ?)", [pair.child_id, pair.kept_id])
