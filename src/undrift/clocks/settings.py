"""The limits an authority sets for itself: the defaults in settings.csv, and what has been decided here.

Decisions are rows added to `settings/clocks.csv` under UNDRIFT_HOME, one a decision with who, when and why; the last
row of a clock is in force, and none is ever changed or taken away.
"""

import csv
import fcntl
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import cast, get_args

from undrift.clocks.definition import Clock
from undrift.engines.limits import Limit, Unit
from undrift.errors import UserError

COLUMNS = ("clock_id", "limit", "unit", "by", "at", "why")


@dataclass(frozen=True)
class Setting:
    """A clock's limit as the authority has it; limit None is not in use. by and at are blank for a default."""

    clock_id: str
    limit: Limit | None
    why: str
    by: str = ""
    at: str = ""


@cache
def _file() -> Mapping[str, tuple[Limit, bool, str]]:
    text = files(__package__).joinpath("settings.csv").read_text(encoding="utf-8")
    return {
        row["clock_id"]: (_limit(row["limit"], row["unit"]), row["in_use"] == "Y", row["why"])
        for row in csv.DictReader(text.splitlines())
    }


def _limit(n: str, unit: str) -> Limit:
    return Limit(int(n), cast(Unit, unit))


def default(clock_id: str) -> Limit:
    """The limit a card is written with, from settings.csv. KeyError when the clock has no setting."""
    return _file()[clock_id][0]


def defaults() -> dict[str, Setting]:
    """What holds where the authority has decided nothing."""
    return {
        clock: Setting(clock, limit if used else None, why) for clock, (limit, used, why) in _file().items()
    }


def signature(home: Path) -> str:
    """What changes whenever a decision is taken, so that a live file knows whether it was built with these."""
    place = _place(home)
    return hashlib.sha256(place.read_bytes()).hexdigest() if place.exists() else ""


def _place(home: Path) -> Path:
    return home / "settings" / "clocks.csv"


def decisions(home: Path) -> list[Setting]:
    """Every decision taken here, oldest first."""
    place = _place(home)
    if not place.exists():
        return []
    with place.open(encoding="utf-8", newline="") as file:
        return [
            Setting(
                row["clock_id"], _limit(row["limit"], row["unit"]) if row["limit"] else None, row["why"],
                row["by"], row["at"],
            )
            for row in csv.DictReader(file)
        ]  # fmt: skip


def in_force(home: Path) -> dict[str, Setting]:
    """The setting of each clock that has one: the last decision, or the default."""
    return defaults() | {decision.clock_id: decision for decision in decisions(home)}


def decide(home: Path, *, clock_id: str, limit: Limit | None, by: str, why: str) -> Setting:
    """Set a clock's limit (None: stop using it), keeping who, when and why. UserError on what cannot be set."""
    if clock_id not in _file():
        raise UserError(
            f"{clock_id} is not a setting.",
            try_="The law or national guidance sets it, or there is no such clock. `undrift settings` lists those an authority sets.",
        )
    if limit and limit.n < 0:
        raise UserError("A limit cannot be less than nought.", try_="Give a whole number.")
    if not by.strip() or not why.strip():
        raise UserError("A setting needs who decided it and why.", try_="Give --by and --why.")
    made = Setting(clock_id, limit, why.strip(), by.strip(), datetime.now(UTC).isoformat(timespec="seconds"))
    place = _place(home)
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("a", encoding="utf-8", newline="") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        writer = csv.writer(file)
        if file.tell() == 0:
            writer.writerow(COLUMNS)
        n, unit = (limit.n, limit.unit) if limit else ("", "")
        writer.writerow((clock_id, n, unit, made.by, made.at, made.why))
        file.flush()
        os.fsync(file.fileno())
    return made


def read_limit(words: str) -> Limit:
    """`15 working_days`, `4 weeks`, `2 months`, `28 calendar_days`. UserError on anything else."""
    n, _, unit = words.strip().partition(" ")
    unit = unit.strip().replace(" ", "_")
    if not n.isdigit() or unit not in get_args(Unit):
        raise UserError(
            f"Cannot read the limit {words!r}.",
            try_=f"Write a whole number and one of {', '.join(get_args(Unit))}: for example, 15 working_days.",
        )
    return _limit(n, unit)


def as_set(clock: Clock, settings: Mapping[str, Setting]) -> Clock | None:
    """The clock with the limit in force; None when it is not in use."""
    setting = settings.get(clock.id)
    if setting is None:
        return clock
    return replace(clock, limit=setting.limit) if setting.limit else None
