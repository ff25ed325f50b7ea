"""`undrift duplicates`: which ids may be one child, and what a person says of two of them."""

import json
import sys
from dataclasses import asdict

import duckdb

from undrift.identity import commands
from undrift.identity.models import Decision
from undrift.records import links


def run_list(cur: duckdb.DuckDBPyConnection, as_json: bool = False) -> int:
    """Print every suggestion of the current load with what has been said of it; returns 0."""
    found = links.suggestions(cur)
    said = {(d.child_id, d.other_id): d for d in Decision.objects.all()}
    if as_json:
        told = [asdict(one) | {"said": _said(said.get((one.child_id, one.other_id)))} for one in found]
        json.dump({"suggestions": told}, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return 0
    waiting = sum((one.child_id, one.other_id) not in said for one in found)
    print(f"{len(found)} pairs of ids may be one child; {waiting} of them wait for a person to say.")
    print("Nothing is joined until somebody says so. A pair is strongest first.")
    for one in found:
        decision = said.get((one.child_id, one.other_id))
        print(f"\n{one.child_id} and {one.other_id}: {_said(decision) or one.how}")
        for feature, compared in zip(links.definition().features, one.features, strict=True):
            if compared.reading != "not held":
                print(f"  {feature.title:<38}{compared.reading:<9}{compared.says}; {compared.speaks}")
        missing = [
            f.title
            for f, c in zip(links.definition().features, one.features, strict=True)
            if c.reading == "not held"
        ]
        if missing:
            print(f"  Not held for one or both: {', '.join(missing)}")
    return 0


def _said(decision: Decision | None) -> str:
    if decision is None:
        return ""
    kept = f", kept as {decision.kept_id}" if decision.kept_id else ""
    return f"{decision.verdict}{kept}: {decision.by}, {decision.at:%d/%m/%Y}"


def run_say(what: str, one: str, other: str, keep: str, why: str, by: str) -> int:
    """Say that two ids are one child or two, or withdraw what was said; returns 0. Errors: UserError."""
    match what:
        case "same":
            commands.say_one_child(child_id=one, other_id=other, kept_id=keep, why=why, by=by)
            print(
                f"{one} and {other} are one child, kept as {keep}. They are joined at the next build: undrift rebuild"
            )
        case "two":
            commands.say_two_children(child_id=one, other_id=other, why=why, by=by)
            print(f"{one} and {other} are two children.")
        case _:
            commands.withdraw(child_id=one, other_id=other, why=why, by=by)
            print(
                "Withdrawn. What was said stays in the history; ids joined part at the next build: undrift rebuild"
            )
    return 0
