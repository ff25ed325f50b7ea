"""States taken apart and put together again with one clause changed: what the policy and parity tests walk over."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from undrift.engines.limits import Limit


def changed(value: Any) -> Iterator[tuple[str, Any]]:
    """(words, the value with one clause changed), once for each clause anywhere in it."""
    match value:
        case Limit():
            yield f"{value.words} one longer", replace(value, n=value.n + 1)
            yield f"{value.words} one shorter", replace(value, n=value.n - 1)
        case bool():
            yield f"{not value}", not value
        case int() | float():
            yield "one more", value + 1
            if value > 1:
                yield "one fewer", value - 1
        case tuple():
            for place, part in enumerate(value):
                if len(value) > 1 or not is_dataclass(part):
                    yield f"without {part}", value[:place] + value[place + 1 :]
                if is_dataclass(part):
                    for words, other in changed(part):
                        yield f"{type(part).__name__} {words}", (*value[:place], other, *value[place + 1 :])
        case _ if is_dataclass(value) and not isinstance(value, type):
            for field in fields(value):
                held = getattr(value, field.name)
                if held is not None and field.default is None and possible(value, field.name, None):
                    yield f"no {field.name}", replace(value, **{field.name: None})
                for words, other in changed(held):
                    if possible(value, field.name, other):
                        yield f"{field.name} {words}", replace(value, **{field.name: other})


def possible(state: Any, name: str, value: Any) -> bool:
    """Not every change makes a sentence: nothing closes in on fewer than three, and a list of two needs two."""
    if name == "closing_in" and value:
        return bool(state.needs >= 3)
    if name == "needs" and state.closing_in:
        return bool(value >= 3)
    if name == "for_good" and all(getattr(mark, "spell", "") in state.within for mark in state.marks):
        return False  # what answers the start of a spell cannot come before it in the spell
    if name == "for_good" and value:
        return bool(state.cleared_by and state.within)
    if type(state).__name__ == "Lasted" and value is None:
        return sum(getattr(state, each) is not None for each in ("at_least", "at_most", "under")) > 1
    return not (name in ("states", "spells", "within") and value == ())


def parts(value: Any) -> Iterator[Any]:
    """Every dataclass in a state, itself first."""
    if is_dataclass(value):
        yield value
        for field in fields(value):
            held = getattr(value, field.name)
            for part in held if isinstance(held, tuple) else (held,):
                yield from parts(part)
