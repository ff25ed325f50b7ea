"""A child's journey as an earlier load knew it, and what has been said since of the days before it."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from undrift import records
from undrift.journeys.build import build_rows
from undrift.journeys.child import Event, Journey, Spell, child
from undrift.journeys.kinds import KINDS_OF_EVENT, KINDS_OF_SPELL

Step = Event | Spell


@dataclass(frozen=True)
class Since:
    """How two tellings of one child's journey differ, of what had happened by the earlier one's day.

    entered_late: told only by the later. gone: told only by the earlier. altered: (earlier, later) of the same
    record told differently. A row that both tell alike is in none of them.
    """

    entered_late: tuple[Step, ...]
    gone: tuple[Step, ...]
    altered: tuple[tuple[Step, Step], ...]


def together(tellings: Sequence[Journey]) -> Journey | None:
    """One journey of what one load told of several ids that are one child; who the child is, as the first says it."""
    if not tellings:
        return None
    events = sorted((e for one in tellings for e in one.events), key=lambda e: (e.on or date.min, e.kind))
    spells = sorted(
        (s for one in tellings for s in one.spells), key=lambda s: (s.started_on or date.min, s.kind)
    )
    return Journey(tellings[0].child, tuple(events), tuple(spells))


def as_known(home: Path, load_id: str, child_id: str) -> Journey | None:
    """The child's journey built from one kept load alone; None when that load does not know the child."""
    with records.one_person(home, load_id, child_id) as con:
        build_rows(con)
        return child(con, child_id)


def since(then: Journey, now: Journey, day: date, tables: Container[str] | None = None) -> Since:
    """What `now` says differently from `then` of what had happened by `day`, the day `then` speaks for.

    tables: those both loads hold from one kind of submission (`records.comparable`); what comes from another is in
    neither telling's favour, and left out. None: all of them are.
    """
    before, after = _steps(then, tables), _steps(now, tables)
    late = [step for key, step in after.items() if key not in before and _by(step, day)]
    return Since(
        tuple(late),
        tuple(step for key, step in before.items() if key not in after),
        tuple(
            (before[key], after[key])
            for key in before
            if key in after and before[key] != after[key] and not _goes_on(before[key], after[key], day)
        ),
    )


def _steps(journey: Journey, tables: Container[str] | None) -> dict[tuple[str, ...], Step]:
    """Keyed by what it is and the record it came from: kind, events and spells apart."""
    steps: tuple[Step, ...] = (*journey.events, *journey.spells)
    return {
        (type(s).__name__, s.kind, s.source_table, s.source_key): s
        for s in steps
        if tables is None or all(table in tables for table in _read_from(s))
    }


def _read_from(step: Step) -> tuple[str, ...]:
    kind = KINDS_OF_EVENT[step.kind] if isinstance(step, Event) else KINDS_OF_SPELL[step.kind]
    return (step.source_table, *kind.tables, *kind.also)


def _by(step: Step, day: date) -> bool:
    on = step.on if isinstance(step, Event) else step.started_on
    return on is not None and on <= day


def _goes_on(then: Step, now: Step, day: date) -> bool:
    """A spell that has only come to its end since: time passing, and no alteration."""
    return (
        isinstance(then, Spell)
        and isinstance(now, Spell)
        and then.started_on == now.started_on
        and then.ended_on is None
        and now.ended_on is not None
        and now.ended_on > day
    )
