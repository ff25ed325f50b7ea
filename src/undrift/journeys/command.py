"""`undrift known`: one child as the records knew them on an earlier day, and what they have said since."""

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

from undrift import records
from undrift.errors import UserError
from undrift.journeys.child import Event, child
from undrift.journeys.known import Since, Step, as_known, since, together


def run_known(home: Path, child_id: str, on: date, as_json: bool = False) -> int:
    """Print the journey as known on a day, and how the load served now tells it differently. Returns 0.

    UserError when no load reaches so far back or that load does not know the child.
    """
    current = records.current_load(home)
    load = records.as_known_on(home, on, current.authority)
    now = child(records.cursor(home), child_id)
    ids = (now.child.id, *now.child.other_ids) if now else (child_id,)
    then = together([one for each in ids if (one := as_known(home, load.id, each))])
    if then is None:
        raise UserError(
            f"The load of {load.as_at:%d/%m/%Y} does not know this child.",
            where=load.id,
            try_="Check the identifier, or ask of a later day.",
        )
    differs = since(then, now, load.as_at, records.comparable(load, current)) if now else None
    if as_json:
        told = {
            "load": load.id,
            "as_at": load.as_at,
            "journey": asdict(then),
            "since": asdict(differs) if differs else None,
        }
        json.dump(told, sys.stdout, default=str, ensure_ascii=False, indent=2)
        print()
        return 0
    print(f"As known on {on:%d/%m/%Y}: load {load.id}, which speaks for {load.as_at:%d/%m/%Y}.")
    _print("Events", then.events)
    _print("Spells", then.spells)
    if differs is None:
        print("\nThe load served now does not know this child.")
    else:
        _print_since(differs)
    return 0


def _print_since(differs: Since) -> None:
    _print("Entered late: told since, of days already past then", differs.entered_late)
    _print("Gone: told then and no more", differs.gone)
    _print("Altered: as told then", [then for then, _ in differs.altered])
    _print("Altered: as told now", [now for _, now in differs.altered])


def _print(title: str, steps: tuple[Step, ...] | list[Step]) -> None:
    if not steps:
        return
    print(f"\n{title}")
    for step in steps:
        start = step.on if isinstance(step, Event) else step.started_on
        end = None if isinstance(step, Event) else step.ended_on
        days = " to ".join(
            f"{day:%d/%m/%Y}" if day else "no date" for day in (start, *([end] if end else []))
        )
        print(f"  {days:<26}{step.words}  [{step.source_table} {step.source_key}]")
