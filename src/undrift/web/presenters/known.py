"""A child as an earlier load knew them, and how today's tells the same days differently."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from undrift import journeys, records
from undrift.journeys import Event, Journey, Spell
from undrift.journeys.known import Since, Step, together
from undrift.web.presenters import loads


@dataclass(frozen=True)
class StepShown:
    days: str
    words: str
    team: str
    source: str


@dataclass(frozen=True)
class Known:
    """then: None when that load does not know the child. since: None when the two loads cannot be compared."""

    load: records.Load
    then: Journey | None
    spells: tuple[StepShown, ...]
    events: tuple[StepShown, ...]
    since: Since | None
    late: tuple[StepShown, ...]
    gone: tuple[StepShown, ...]
    altered: tuple[tuple[StepShown, StepShown], ...]
    not_held: tuple[str, ...]


def loads_before(home: Path, current: records.Load) -> list[records.Load]:
    """The loads of this authority, the latest day first: the days whose telling can be asked for."""
    kept = [
        load
        for load in records.loads(home)
        if load.authority == current.authority and load.as_at <= current.as_at
    ]
    return sorted(kept, key=lambda load: (load.as_at, load.at), reverse=True)


def known(home: Path, current: records.Load, now: Journey, on: date) -> Known:
    """The journey as known on a day, of all ids that are one child today. Errors: UserError when no load reaches so
    far back."""
    load = records.as_known_on(home, on, current.authority)
    ids = (now.child.id, *now.child.other_ids)
    told = [one for child_id in ids if (one := journeys.as_known(home, load.id, child_id))]
    then = together(told)
    both = records.comparable(load, current)
    differs = journeys.since(then, now, load.as_at, both) if then and load.id != current.id else None
    return Known(
        load, then,
        tuple(shown(s) for s in reversed(then.spells)) if then else (),
        tuple(shown(e) for e in reversed(then.events)) if then else (),
        differs,
        tuple(map(shown, differs.entered_late)) if differs else (),
        tuple(map(shown, differs.gone)) if differs else (),
        tuple((shown(a), shown(b)) for a, b in differs.altered) if differs else (),
        tuple(loads.says(name) or name for name in current.tables if name not in both) if differs else (),
    )  # fmt: skip


def shown(step: Step) -> StepShown:
    if isinstance(step, Spell):
        start = _day(step.started_on)
        days = f"{start} to {_day(step.ended_on)}" if step.ended_on else f"{start}, still open"
    else:
        assert isinstance(step, Event)
        days = _day(step.on)
    return StepShown(days, step.words, step.team_name, f"{step.source_table} {step.source_key}")


def _day(value: date | None) -> str:
    return f"{value.day} {value:%b %Y}" if value else "no date"
