"""`undrift erase` and `undrift retention`: taking people's data out, and whose time is up."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from undrift.errors import UserError
from undrift.records import erased
from undrift.records.erase import Forget, Rebuild, erase
from undrift.records.retention import FILE, due, kept_until, ours, rules
from undrift.records.search import ENOUGH
from undrift.records.turn import writers_turn
from undrift.returns.words import counted

CLEAN, FOUND = 0, 1
Ask = Callable[[str], str]


def run_erase(
    home: Path,
    people: Sequence[str],
    authority: str | None,
    reason: str,
    by: str,
    as_json: bool,
    rebuild: Rebuild,
    forget: Iterable[Forget],
) -> int:
    """Erase people and say what was done and where anything is still found. Returns 0, or 1 when something is."""
    act = erase(home, people, authority=authority, reason=reason, by=by, rebuild=rebuild, forget=forget)
    if as_json:
        _print_json(act)
    else:
        _say(act)
    return FOUND if act["verified"]["found"] else CLEAN


def _say(act: dict[str, Any]) -> None:
    rows = sum(sum(each["rows"].values()) for each in act["loads"])
    print(
        f"Erased, as {act['id']}: {counted(rows, 'row')} of {counted(len(act['loads']), 'load')}, of {counted(act['people'], 'person', 'people')}."
    )
    for each in act["loads"]:
        for table, count in each["rows"].items():
            print(f"  {each['load']}  {table:<36}{count:>7,}")
    for store, count in act["other stores"].items():
        print(f"  {'what people wrote':<30}{store:<36}{count:>7,}")
    verified = act["verified"]
    print(
        f"Looked for {counted(verified['identifiers looked for'], 'identifier')} in "
        f"{counted(verified['files looked into'], 'file')} under the home."
    )
    if short := verified["too short to be looked for in texts"]:
        print(
            f"{counted(short, 'identifier')} of under {ENOUGH} characters: looked for in whole cells, and not within texts."
        )
    if not verified["found"]:
        print("None of them is found anywhere.")
    for place in verified["found"]:
        print(f"  Still found: {place['file']} {place['inside']} ({place['count']})".replace("  (", " ("))
    if verified["found"]:
        print("Look at each: a file of yours to remove, or the same characters by chance.")


def run_acts(home: Path, as_json: bool = False) -> int:
    """List the erasures: when, by whom, why, how much; nobody is named. Returns 0."""
    acts = [{k: v for k, v in act.items() if k not in ("people", "words", "marks")} | {
        "people": len(act["marks"])} for act in erased.acts(home)]  # fmt: skip
    if as_json:
        _print_json({"erasures": acts})
        return CLEAN
    for act in acts:
        state = (
            "lifted"
            if act.get("lifted")
            else "holds"
            if "verified" in act
            else "cut short; run undrift erase --finish"
        )
        print(
            f"{act['id']}: {act['at'][:10]}, {counted(act['people'], 'person', 'people')} of {act['authority']}, by {act['by']}: {act['reason']} ({state})"
        )
    if not acts:
        print("Nobody's data has been erased.")
    return CLEAN


def run_lift(home: Path, act_id: str, reason: str, by: str) -> int:
    """Let the people of an erasure be loaded again. Returns 0; UserError without a reason and a name."""
    if not reason.strip() or not by.strip():
        raise UserError("Lifting an erasure needs a reason and a name.", try_="Give --reason and --by.")
    with writers_turn(home):
        erased.lift(home, act_id, by=by, reason=reason, at=datetime.now(UTC).replace(microsecond=0))
    print(
        f"{act_id} is lifted: files that hold these people load again. What was erased does not come back by itself."
    )
    return CLEAN


def run_rules(home: Path) -> int:
    """Print the rules in force as the file that can be kept as the authority's own. Returns 0."""
    own = home / FILE
    sys.stdout.write(own.read_text(encoding="utf-8") if own.exists() else ours())
    print(
        f"# in force: {own if own.exists() else 'as delivered; keep your own as ' + str(own)}",
        file=sys.stderr,
    )
    rules(home)
    return CLEAN


def run_retention(
    home: Path,
    as_at: date,
    as_json: bool,
    apply: bool,
    by: str,
    rebuild: Rebuild,
    forget: Iterable[Forget],
    ask: Ask = input,
) -> int:
    """List whose time is up; with `apply`, erase them once the number of people is typed back. Returns 0, or 1 when
    an identifier is still found somewhere."""
    up = due(home, as_at)
    if as_json and not apply:
        _print_json({"as_at": as_at, "due": [asdict(kept) for kept in up]})
        return CLEAN
    others = [kept for kept in kept_until(home) if kept.until is None]
    for kept in up:
        print(f"{kept.person}  until {kept.until:%d/%m/%Y}  {kept.rule.type}: {kept.why}. {kept.rule.source}")
    print(f"{len(up):,} people are due by {as_at:%d/%m/%Y}.")
    for why in sorted({kept.why for kept in others}):
        print(f"{sum(kept.why == why for kept in others):,} have no day: {why}.")
    if not up or not apply:
        return CLEAN
    if ask(f"This cannot be undone. Type {len(up)} to erase them: ").strip() != str(len(up)):
        raise UserError("Nothing was erased.", try_="Type the number of people to erase them.")
    code = CLEAN
    for authority in sorted({kept.authority for kept in up}):
        theirs = [kept.person for kept in up if kept.authority == authority]
        reason = f"kept for as long as the retention rules say, as at {as_at:%d/%m/%Y}"
        code = max(code, run_erase(home, theirs, authority, reason, by, as_json, rebuild, forget))
    return code


def _print_json(content: dict[str, Any]) -> None:
    json.dump(content, sys.stdout, ensure_ascii=False, indent=2, default=str)
    print()
