"""Taking people's data out of every load and everything made from them, so that it can be shown and is never undone.

What is to be done is written down first and crossed off last: killed at any instant, it is finished at the next run,
and until then no load brings the people back. Each file is replaced whole.
"""

import hashlib
import json
import os
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from undrift.errors import UserError
from undrift.records.about import MENTIONS, about, way
from undrift.records.erased import folder, mark, pending, unmentioned
from undrift.records.kept import kept_rows
from undrift.records.links import confirmed, groups
from undrift.records.search import ENOUGH, places
from undrift.records.store import hashes, load_folder, loads, read_load, rows_held_back
from undrift.records.tables import tables
from undrift.records.turn import flush, write_whole, writers_turn
from undrift.returns import Issue

Rebuild = Callable[[str], object]
"""Builds the live file of the load of this id."""
Forget = Callable[[Sequence[str], str], dict[str, int]]
"""Takes people out of another store, writing the second word where their id stood; what it changed, in counts."""

# What else a person is known by, looked for afterwards; names are not, being other people's too.
_KNOWN_BY = {
    "ssd_person": ("pers_upn", "pers_common_child_id", "pers_single_unique_id", "pers_legacy_id"),
    "ssd_linked_identifiers": ("link_identifier_value",),
    "ssd_send": ("send_upn", "send_uln"),
}


def erase(
    home: Path,
    people: Sequence[str],
    *,
    authority: str | None = None,
    reason: str,
    by: str,
    rebuild: Rebuild,
    forget: Iterable[Forget] = (),
) -> dict[str, Any]:
    """Erase `people` from every load of an authority, the live file, the caches and the other stores.

    Returns the record of the act, as kept: counts, the loads' hashes before and after, the people's salted hashes,
    and `verified`: how many files were looked into and every place that still holds an identifier.
    UserError when nobody is named, no load holds one of them, or the reason names one.
    """
    reason, by = reason.strip(), by.strip()
    people = list(dict.fromkeys(people))
    if not people or not reason or not by:
        raise UserError(
            "An erasure needs a person, a reason and the name of who orders it.",
            try_="Give --reason and --by.",
        )
    if any(person in reason.split() for person in people):
        raise UserError("The reason names the person, and is kept.", try_="Say why without the identifier.")
    if joined := sorted(set().union(*(g for g in groups(confirmed(home)) if g & set(people))) - set(people)):
        raise UserError(
            "Somebody has said that this child also stands under another identifier.",
            try_=f"Erase them together, or part them first: undrift erase {' '.join([*people, *joined])}",
        )
    with writers_turn(home):
        finish(home, rebuild, forget)
        plan = _plan(home, people, authority, reason, by)
        write_whole(folder(home) / "pending" / f"{plan['id']}.json", json.dumps(plan))
        return _do(home, plan, rebuild, forget)


def finish(home: Path, rebuild: Rebuild, forget: Iterable[Forget] = ()) -> list[dict[str, Any]]:
    """Finish every erasure that was cut short; returns their records."""
    if not pending(home):
        return []
    with writers_turn(home):
        return [_do(home, plan, rebuild, forget) for plan in pending(home)]


def _plan(home: Path, people: list[str], authority: str | None, reason: str, by: str) -> dict[str, Any]:
    """What will be taken from where, counted before anything is."""
    at = datetime.now(UTC)
    held = [item for item in loads(home) if authority in (None, item.authority)]
    found = {item.id: counts for item in held if (counts := _counts(home, item.id, people))}
    whose = sorted({item.authority for item in held if item.id in found})
    if len(whose) > 1:
        raise UserError(
            f"Loads of {len(whose)} authorities hold this identifier: {', '.join(whose)}.",
            try_="Name the authority with --authority: the same identifier is another child elsewhere.",
        )
    if not found:
        raise UserError(
            "No load holds anything about this person.",
            where=str(home),
            try_="Check the identifier as the authority's files write it.",
        )
    return {
        "id": f"{at:%Y%m%d}-{secrets.token_hex(4)}",
        "at": at.isoformat(),
        "by": by,
        "reason": reason,
        "authority": whose[0],
        "people": people,
        "marks": [mark(home, whose[0], person) for person in people],
        "words": _words(home, list(found), people),
        "loads": [
            {"load": load_id, "before": _hash(home, load_id), "rows": counts}
            for load_id, counts in found.items()
        ],
    }


def _do(home: Path, plan: dict[str, Any], rebuild: Rebuild, forget: Iterable[Forget]) -> dict[str, Any]:
    people, name = plan["people"], f"erased {plan['id']}"
    for each in plan["loads"]:
        _rewrite(home, each["load"], people, plan["id"])
    others: dict[str, int] = {}
    for store in forget:
        for what, count in store(people, name).items():
            others[what] = others.get(what, 0) + count
    cached = _empty_cache(home)
    _renew_live(home, rebuild)
    found, looked = places(home, plan["words"])
    # The note of what is to be done is itself one of the files, and is about to go.
    found = [place for place in found if not place.file.startswith("erasures/pending/")]
    act = {name: said for name, said in plan.items() if name not in ("people", "words")} | {
        "people": len(people),
        "loads": [each | {"after": _hash(home, each["load"])} for each in plan["loads"]],
        "other stores": others,
        "cached files removed": cached,
        "verified": {
            "files looked into": looked - 1,
            "identifiers looked for": len(plan["words"]),
            "too short to be looked for in texts": sum(len(word) < ENOUGH for word in plan["words"]),
            "found": [asdict(place) for place in found],
        },
        "lifted": None,
    }
    write_whole(folder(home) / f"{plan['id']}.json", json.dumps(act, indent=2, ensure_ascii=False))
    (folder(home) / "pending" / f"{plan['id']}.json").unlink()
    flush(folder(home) / "pending")
    return act


def _hash(home: Path, load_id: str) -> str:
    """The hash of a load's manifest, which holds the hashes of all its files."""
    return hashlib.sha256((load_folder(home, load_id) / "load.json").read_bytes()).hexdigest()


def _theirs(
    home: Path, load_id: str, people: Sequence[str], *, mentions: bool = False
) -> dict[str, set[int]]:
    """Table to the places, from 0, of the rows about these people; or, when asked, of others' rows that mention them."""
    load = read_load(home, load_id)
    rows, numbered = kept_rows(home, load), kept_rows(home, load, numbered=True)
    found: dict[str, set[int]] = {}
    con = duckdb.default_connection().cursor()
    for name in tables():
        source = numbered(name)
        condition = _mentioning(name) if mentions else about(name, rows)
        if source is None or condition is None or "$people" not in condition:
            continue
        sql = f"SELECT file_row_number FROM {source} WHERE {condition}"
        at = {row[0] for row in con.execute(sql, {"people": list(people)}).fetchall()}
        if at:
            found[name] = at
    return found


def _mentioning(table: str) -> str | None:
    columns = MENTIONS.get(table)
    if columns is None:
        return None
    return " OR ".join(f"coalesce({column} IN (SELECT unnest($people)), FALSE)" for column in columns)


def _counts(home: Path, load_id: str, people: Sequence[str]) -> dict[str, int]:
    counts = {name: len(at) for name, at in _theirs(home, load_id, people).items()}
    for name, at in _theirs(home, load_id, people, mentions=True).items():
        counts[f"{name}, mentioned"] = len(at)
    return counts


def _words(home: Path, load_ids: Iterable[str], people: Sequence[str]) -> list[str]:
    """The people's identifiers, and whatever else the loads say they are known by."""
    words = set(people)
    con = duckdb.default_connection().cursor()
    for load_id in load_ids:
        rows = kept_rows(home, read_load(home, load_id))
        for name, columns in _KNOWN_BY.items():
            source, condition = rows(name), about(name, rows)
            for column in columns if source and condition else ():
                sql = f"SELECT {column} FROM {source} WHERE {condition}"
                said = con.execute(sql, {"people": list(people)}).fetchall()
                words |= {value for (value,) in said if value and len(value) > ENOUGH + 1}
    return sorted(words)


def _rewrite(home: Path, load_id: str, people: Sequence[str], act_id: str) -> None:
    """The load without these people. Safe to begin again: a table goes before the one that says whose its rows are."""
    at, place = _theirs(home, load_id, people), load_folder(home, load_id)
    _rewrite_issues(place, at)
    for name in sorted(at, key=lambda name: -len(way(name) or ())):
        table = pq.read_table(place / f"{name}.parquet")
        keep = pc.invert(pc.is_in(pa.array(range(table.num_rows)), value_set=pa.array(at[name], pa.int64())))
        _replace(place / f"{name}.parquet", table.filter(keep))
    for name in _theirs(home, load_id, people, mentions=True):
        path = place / f"{name}.parquet"
        _replace(path, unmentioned(name, pq.read_table(path), people))
    load = read_load(home, load_id)
    rows = {name: pq.read_metadata(place / f"{name}.parquet").num_rows for name in load.tables}
    left = [Issue(**issue) for issue in pq.read_table(place / "issues.parquet").to_pylist()]
    changed = replace(
        load,
        issues=len(left),
        rows_held_back=rows_held_back(left),
        tables={name: replace(note, rows=rows[name]) for name, note in load.tables.items()},
        kept=hashes(place),
        erased=tuple(dict.fromkeys((*load.erased, act_id))),
    )
    write_whole(place / "load.json", changed.to_json())


def _rewrite_issues(place: Path, at: dict[str, set[int]]) -> None:
    """Without what was wrong with their rows; and without any offending value, since of a row held back nobody can
    say any more whose it is."""
    issues = pq.read_table(place / "issues.parquet")
    gone: set[tuple[Any, ...]] = set()
    for name, theirs in at.items():
        table = pq.read_table(place / f"{name}.parquet", columns=["_file", "_sheet", "_row"])
        gone |= {tuple(row.values()) for row in table.take(pa.array(sorted(theirs), pa.int64())).to_pylist()}
    stood = zip(*(issues.column(name).to_pylist() for name in ("file", "sheet", "row")), strict=True)
    issues = issues.filter(pa.array([where not in gone for where in stood], pa.bool_()))
    empty = pa.array([""] * issues.num_rows, pa.string())
    _replace(place / "issues.parquet", issues.set_column(issues.column_names.index("value"), "value", empty))


def _replace(path: Path, table: pa.Table) -> None:
    beside = path.with_name(f".{path.name}")
    pq.write_table(table, beside, compression="zstd")
    flush(beside)
    os.replace(beside, path)
    flush(path.parent)


def _empty_cache(home: Path) -> int:
    """Everything kept only to save time, and what a killed process left of a file somebody sent."""
    files = [path for path in (home / "cache").rglob("*") if path.is_file()]
    for path in files:
        path.unlink(missing_ok=True)
    return len(files)


def _renew_live(home: Path, rebuild: Rebuild) -> None:
    """Build the served file again, and remove every other."""
    pointer = home / "live" / "CURRENT"
    if not pointer.exists():
        return
    served = pointer.read_text(encoding="utf-8").strip()
    rebuild(served.split(".")[0])
    now = pointer.read_text(encoding="utf-8").strip()
    for path in (home / "live").glob("*.duckdb*"):
        if not path.name.startswith(now):
            path.unlink(missing_ok=True)
