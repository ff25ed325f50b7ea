"""A pattern's cases: the same small table as a clock's, its expectation `since` (a date, or - for no flag).

A social worker, a need or a carer is written where an outcome would be, and a worker or a detail after the day of an
event as `day:@worker`, `day:~detail`.
"""

from dataclasses import replace
from datetime import date

from undrift.clocks.cases import Case
from undrift.clocks.cases import cases as clock_cases
from undrift.clocks.reference import Event, Spell

__all__ = ["Case", "cases", "expected_since"]


def cases(text: str) -> list[Case]:
    """The cases of a table, in order. Raises ValueError on a cell that cannot be read."""
    return [
        replace(case, events=tuple(map(_event, case.events)), spells=tuple(map(_spell, case.spells)))
        for case in clock_cases(text)
    ]


def _event(event: Event) -> Event:
    if event.outcome and event.outcome.startswith("@"):
        return replace(event, outcome=None, worker=event.outcome[1:])
    if event.outcome and event.outcome.startswith("~"):
        return replace(event, outcome=None, detail=event.outcome[1:])
    return event


def _spell(spell: Spell) -> Spell:
    if spell.kind == "allocation":
        return replace(spell, outcome=None, worker=spell.outcome)
    if spell.kind in ("referral", "carer"):
        return replace(spell, outcome=None, detail=spell.outcome)
    return spell


def expected_since(case: Case) -> date | None:
    """The day since which the flag must be up as at the case's date; None for no flag."""
    (cell,) = case.expected["since"]
    return None if cell == "-" else date.fromisoformat(cell)
