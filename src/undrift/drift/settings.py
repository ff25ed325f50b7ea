"""The thresholds an authority sets for itself: every count and length of time in a pattern, and what was decided here.

The defaults stand on the cards. Decisions are rows added to `settings/patterns.csv` under UNDRIFT_HOME, one a decision
with who, when and why; the last for a threshold is in force, and none is ever changed or taken away.
"""

import csv
import fcntl
import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from undrift.clocks.settings import read_limit
from undrift.drift.catalogue import catalogue
from undrift.drift.definition import Pattern
from undrift.engines.limits import Limit
from undrift.errors import UserError
from undrift.journeys.around import USUAL, Thresholds

COLUMNS = ("pattern_id", "threshold", "value", "by", "at", "why")
Value = Limit | int


@dataclass(frozen=True)
class Decision:
    """One threshold set here: by whom, when (ISO 8601, UTC) and why."""

    pattern_id: str
    threshold: str
    value: Value
    by: str
    at: str
    why: str


def thresholds(pattern: Pattern) -> dict[str, Value]:
    """Each threshold of a pattern by name (`for`, `window`, `needs`, ...; a second of a name is `for 2`), as the card has it."""
    found: dict[str, Value] = {}
    for name, value in _walk(pattern.state):
        count = sum(held.split(" ")[0] == name for held in found)
        found[name if not count else f"{name} {count + 1}"] = value
    return found | ({pattern.given.name: pattern.given.value} if pattern.given else {})


def _walk(state: Any) -> Iterator[tuple[str, Value]]:
    for field in fields(state):
        value = getattr(state, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Limit) or (isinstance(part, int) and not isinstance(part, bool)):
                yield field.name.rstrip("_"), part
            elif is_dataclass(part):
                yield from _walk(part)


def as_set(pattern: Pattern, decided: Mapping[tuple[str, str], Value]) -> Pattern:
    """The pattern with the thresholds in force; `decided` by (pattern id, threshold)."""
    names = iter(thresholds(pattern))

    def again(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(again(part) for part in value)
        if isinstance(value, Limit) or (isinstance(value, int) and not isinstance(value, bool)):
            return decided.get((pattern.id, next(names)), value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value, **{field.name: again(getattr(value, field.name)) for field in fields(value)}
            )
        return value

    state, given = again(pattern.state), pattern.given
    if given:
        given = replace(given, value=decided.get((pattern.id, given.name), given.value))
    return replace(pattern, state=state, given=given)


def around(decided: Mapping[tuple[str, str], Value]) -> Thresholds:
    """The thresholds in force that journeys are built with."""
    cards = (as_set(card, decided) for card in catalogue().values())
    given = {card.given.name: card.given.value for card in cards if card.given}
    return replace(USUAL, **given)  # type: ignore[arg-type]


def said(value: Value) -> str:
    """`3`, `9 months`."""
    return value.words if isinstance(value, Limit) else str(value)


def signature(home: Path) -> str:
    """What changes whenever a decision is taken, so that a live file knows whether it was built with these."""
    place = _place(home)
    return hashlib.sha256(place.read_bytes()).hexdigest() if place.exists() else ""


def _place(home: Path) -> Path:
    return home / "settings" / "patterns.csv"


def decisions(home: Path) -> list[Decision]:
    """Every decision taken here, oldest first."""
    place = _place(home)
    if not place.exists():
        return []
    with place.open(encoding="utf-8", newline="") as file:
        return [
            Decision(
                row["pattern_id"], row["threshold"], _value(row["value"]), row["by"], row["at"], row["why"]
            )
            for row in csv.DictReader(file)
        ]


def in_force(given: Sequence[Decision]) -> dict[tuple[str, str], Value]:
    """The last decision for each threshold."""
    return {(one.pattern_id, one.threshold): one.value for one in given}


def _value(words: str) -> Value:
    return int(words) if words.strip().isdigit() else read_limit(words)


def decide(home: Path, *, pattern_id: str, threshold: str, value: str, by: str, why: str) -> Decision:
    """Set a threshold (`3`, `9 months`), keeping who, when and why. UserError on what cannot be set."""
    card = catalogue().get(pattern_id)
    if card is None:
        raise UserError(
            f"There is no pattern called {pattern_id}.", try_="`undrift drift --patterns` lists them."
        )
    held = thresholds(card)
    if threshold not in held:
        raise UserError(
            f"The pattern {pattern_id} has no threshold called {threshold}.",
            try_=f"It has {', '.join(held) or 'none'}.",
        )
    read = _value(value)
    if isinstance(read, Limit) is not isinstance(held[threshold], Limit):
        kind = (
            "a length of time, such as 9 months" if isinstance(held[threshold], Limit) else "a whole number"
        )
        raise UserError(f"{value!r} cannot stand for {threshold}.", try_=f"Give {kind}.")
    if (read.n if isinstance(read, Limit) else read) < 1:
        raise UserError("A threshold cannot be less than one.", try_="Give a whole number from 1.")
    if not by.strip() or not why.strip():
        raise UserError("A setting needs who decided it and why.", try_="Give --by and --why.")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    made = Decision(pattern_id, threshold, read, by.strip(), at, why.strip())
    place = _place(home)
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("a", encoding="utf-8", newline="") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        writer = csv.writer(file)
        if file.tell() == 0:
            writer.writerow(COLUMNS)
        told = f"{read.n} {read.unit}" if isinstance(read, Limit) else str(read)
        writer.writerow((pattern_id, threshold, told, made.by, at, made.why))
        file.flush()
        os.fsync(file.fileno())
    return made
