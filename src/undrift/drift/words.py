"""A pattern's rule in words, printed from its state so that the two cannot part."""

from dataclasses import fields, is_dataclass
from typing import Any

from undrift.drift.definition import (
    DISTINCT,
    All,
    Distinct,
    Either,
    End,
    Ended,
    Followed,
    Happened,
    Lasting,
    Mark,
    On,
    Open,
    Quiet,
    Start,
    State,
    Unless,
)
from undrift.journeys.tables import EVENT_KINDS, SPELL_KINDS


def rule_in_words(state: State) -> str:
    """What must be so of the child, as one sentence without its full stop."""
    match state:
        case Happened():
            return _happened(state)
        case Open(kinds, outcome):
            return f"{_spells(kinds)}{_of(outcome)} is open"
        case Quiet(within, marks):
            return f"while {_spells(within)} is open, nothing since the last of: its start, {_either(marks)}"
        case Ended():
            said = f"{_spells((state.spell,))}{_of(state.outcome)} ended"
            said += f" in under {state.under.words}" if state.under else ""
            said += f" with no {_either(state.without)} in it" if state.without else ""
            return f"{said}, in the last {state.shown.words}"
        case Followed():
            return _followed(state)
        case Distinct():
            return _distinct(state)
        case Lasting(inner, limit):
            return f"for {limit.words} or more: {rule_in_words(inner)}"
        case All(states):
            return "; and ".join(rule_in_words(inner) for inner in states)
        case Either(states):
            return "; or ".join(rule_in_words(inner) for inner in states)
        case Unless(inner, but):
            return f"{rule_in_words(inner)}; unless {rule_in_words(but)}"


def _happened(state: Happened) -> str:
    said = _either(state.marks) if state.needs == 1 else f"{state.needs} of: {_either(state.marks)}"
    said += f" within {state.window.words}" if state.window else ""
    said += ", each sooner after the one before" if state.closing_in else ""
    said += f", while {_spells(state.within)} is open" if state.within else ""
    if state.cleared_by:
        when = "ever in that time" if state.for_good else "since"
        said += f", with no {_either(state.cleared_by)} {when}"
    return f"{said}, {state.grace.words} on" if state.grace else said


def _distinct(state: Distinct) -> str:
    said = f"{state.n} or more different {state.of} in {state.window.words}"
    said += f", while {_spells(state.within)} is open" if state.within else ""
    return said + (f", with no {_either(state.cleared_by)} since" if state.cleared_by else "")


def _followed(state: Followed) -> str:
    said = f"{_either(state.first)}, then within {state.within.words} {_either(state.then)}"
    said += " of the same kind" if state.same else ""
    said += " by another worker" if state.by_another else ""
    said += f", with no {_either(state.unless)} between" if state.unless else ""
    return f"{said}, in the last {state.shown.words}" if state.shown else f"{said}, which is still open"


def mark_in_words(mark: Mark) -> str:
    """The mark as people say it: `contact`, `end of child protection plan`."""
    match mark:
        case On(kind, outcome, detail):
            return lower(EVENT_KINDS[kind]) + _of(outcome) + _of(detail)
        case Start(kind, outcome):
            return f"start of {lower(SPELL_KINDS[kind])}{_of(outcome)}"
        case End(kind, outcome):
            return f"end of {lower(SPELL_KINDS[kind])}{_of(outcome)}"


def trigger_in_words(trigger: str) -> str:
    """A stored trigger as people say it."""
    edge, _, kind = trigger.partition(" of ")
    return f"{edge} of {lower(SPELL_KINDS[kind])}" if kind else lower(EVENT_KINDS[trigger])


def lower(name: str) -> str:
    return name[0].lower() + name[1:]


def _either(marks: tuple[Mark, ...]) -> str:
    return " or ".join(mark_in_words(mark) for mark in marks)


def _spells(kinds: tuple[str, ...]) -> str:
    return " or ".join(lower(SPELL_KINDS[kind]) for kind in kinds)


def _of(outcome: tuple[str, ...]) -> str:
    return f" ({' or '.join(word.replace('_', ' ') for word in outcome)})" if outcome else ""


def kinds_of(state: Any) -> tuple[set[str], set[str]]:
    """(kinds of event, kinds of spell) a state reads."""
    events: set[str] = set()
    spells: set[str] = set()
    match state:
        case On(kind):
            events = {kind}
        case Start(kind) | End(kind):
            spells = {kind}
        case Open(kinds):
            spells = set(kinds)
        case Ended():
            spells = {state.spell}
        case Distinct():
            events, spells = kinds_of(DISTINCT[state.of])
            spells |= set(state.within)
        case Happened() | Quiet():
            spells = set(state.within)
        case _:
            pass
    for field in fields(state):
        value = getattr(state, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if is_dataclass(part):
                found = kinds_of(part)
                events |= found[0]
                spells |= found[1]
    return events, spells
